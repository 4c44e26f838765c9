package csms.hub.control;

import csms.hub.control.Fault.Check;
import csms.hub.control.Fault.Fate;
import csms.hub.layout.Encoding;
import csms.hub.layout.Mapping;
import csms.hub.layout.RecordLayout;
import csms.hub.record.Ebcdic;
import csms.hub.record.KindSelector;
import csms.hub.record.Reading;
import csms.hub.record.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Proves a whole file in one pass: character set, record kinds and order, lengths, header, trailer, counts, money and hash
 * totals, test or production mark. It posts nothing and reads no detail further than the totals need; the checks and their
 * codes are those of interfaces/updates, Which check gives which code.
 */
public final class Verifier {

    private final Mapping mapping;
    private final KindSelector selector;

    public Verifier(Mapping mapping) {
        this.mapping = mapping;
        this.selector = new KindSelector(mapping.records().values());
    }

    /**
     * Reads a file from its first byte to its last.
     *
     * @param reading with the New York date of receipt
     */
    public Verification verify(InputStream in, Reading reading) throws IOException {
        byte[] first = in.readNBytes(mapping.file().recordLength() + 2);
        Encoding encoding = encoding(first);
        if (encoding == null) {
            return foreign();
        }
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(first), in);
        return new FilePass(mapping, selector, whole, encoding, reading).run();
    }

    /** Told by the first bytes; null when they are text in neither character set. */
    private @Nullable Encoding encoding(byte[] first) {
        RecordLayout header = mapping.record(mapping.header()).orElse(null);
        for (Encoding encoding : mapping.file().encodings()) {
            byte[] ascii = ascii(first, encoding);
            if (header != null && header.equals(selector.select(ascii, 0, ascii.length))) {
                return encoding;
            }
        }
        if (first.length == 0) {
            return mapping.file().encodings().get(0);
        }
        for (Encoding encoding : Encoding.values()) {
            if (printable(ascii(first, encoding), encoding)) {
                return encoding;
            }
        }
        return null;
    }

    private static byte[] ascii(byte[] bytes, Encoding encoding) {
        byte[] ascii = bytes.clone();
        if (encoding == Encoding.IBM037) {
            Ebcdic.toAscii(ascii, 0, ascii.length);
        }
        return ascii;
    }

    private static boolean printable(byte[] bytes, Encoding encoding) {
        for (byte b : bytes) {
            boolean lineEnd = encoding == Encoding.US_ASCII && (b == '\n' || b == '\r');
            if (!lineEnd && (b < ' ' || b > '~')) {
                return false;
            }
        }
        return true;
    }

    private Verification foreign() {
        Fault fault = new Fault(
                Check.HEADER, Fate.QUARANTINED, Reason.of("F0003", 1, "the bytes are neither US-ASCII nor IBM037"));
        return new Verification(
                Encoding.US_ASCII, 0, 0, null, null, null, mapping.file().dated(), List.of(), List.of(fault));
    }
}
