package csms.hub.translation;

import csms.hub.control.BatchExtent;
import csms.hub.layout.Encoding;
import csms.hub.layout.Field;
import csms.hub.layout.FileFormat.LineEnd;
import csms.hub.layout.Mapping;
import csms.hub.layout.RecordLayout;
import csms.hub.participant.Matcher;
import csms.hub.record.Ebcdic;
import csms.hub.record.FieldReader;
import csms.hub.record.KindSelector;
import csms.hub.record.Reading;
import csms.hub.record.RecordView;
import csms.hub.request.OpenRequests;
import csms.hub.translation.InboundExchange.Receipt;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Message Translator (Hohpe and Woolf, Enterprise Integration Patterns): makes updates and rejects of a batch of records,
 * as the exchange's mapping says. Safe for several threads; each batch works with values of its own.
 */
public final class Translator {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final Mapping mapping;
    private final Matcher matcher;
    private final OpenRequests requests;
    private final boolean production;
    private final KindSelector selector;
    private final Map<String, KindPlan> plans = new HashMap<>();

    public Translator(Mapping mapping, Matcher matcher, OpenRequests requests, boolean production) {
        this.mapping = mapping;
        this.matcher = matcher;
        this.requests = requests;
        this.production = production;
        this.selector = new KindSelector(mapping.records().values());
        for (RecordLayout layout : mapping.details()) {
            plans.put(layout.name(), new KindPlan(layout, mapping));
        }
    }

    /** How values are read that were received then. */
    Reading reading(Receipt receipt) {
        return new Reading(
                mapping.house() != null,
                production,
                receipt.receivedAt().atZone(NEW_YORK).toLocalDate());
    }

    /**
     * Translates one batch of a verified file.
     *
     * @param bytes of the extent, as received
     * @param parents the bytes of each of the extent's parents, as received, in its order
     */
    public Translation translate(
            byte[] bytes, BatchExtent extent, List<byte[]> parents, Encoding encoding, Receipt receipt) {
        BatchTranslation batch = new BatchTranslation(
                mapping, plans, selector, matcher, requests, ascii(bytes, encoding), reading(receipt), receipt);
        for (int i = 0; i < parents.size(); i++) {
            batch.beginAfter(extent.parents().get(i).kind(), ascii(parents.get(i), encoding));
        }
        int stride = stride(encoding);
        for (int i = 0; i < extent.records(); i++) {
            batch.take(i * stride, extent.firstRecord() + i);
        }
        return batch.translation();
    }

    private static byte[] ascii(byte[] bytes, Encoding encoding) {
        if (encoding == Encoding.US_ASCII) {
            return bytes;
        }
        byte[] ascii = bytes.clone();
        Ebcdic.toAscii(ascii, 0, ascii.length);
        return ascii;
    }

    /** Bytes from one record's first to the next one's; a verified file has records of one length. */
    int stride(Encoding encoding) {
        LineEnd end = mapping.file().lineEnds().get(encoding);
        return mapping.file().recordLength() + (end == null ? 0 : end.length());
    }

    /** What names a record in a reject report: the detail sequence, case identifier and SSN as they stand in it. */
    InboundExchange.RecordIdentity identity(byte[] batch, BatchExtent extent, Encoding encoding, long record) {
        int offset = (int) (record - extent.firstRecord()) * stride(encoding);
        byte[] ascii = Arrays.copyOfRange(batch, offset, offset + mapping.file().recordLength());
        if (encoding == Encoding.IBM037) {
            Ebcdic.toAscii(ascii, 0, ascii.length);
        }
        RecordView view = new RecordView().at(ascii, 0);
        RecordLayout kind = selector.select(ascii, 0, ascii.length);
        // A record of a wrong type is still drawn like the details around it.
        RecordLayout layout = kind == null ? mapping.details().get(0) : kind;
        return new InboundExchange.RecordIdentity(
                raw(layout, "Detail sequence", 7, view),
                raw(layout, "NY Case Identifier", 9, view),
                raw(layout, "SSN", 9, view));
    }

    private static String raw(RecordLayout layout, String name, int length, RecordView view) {
        @Nullable Field field = layout.field(name).orElse(null);
        return field == null || field.length() != length ? " ".repeat(length) : new FieldReader(field).raw(view);
    }
}
