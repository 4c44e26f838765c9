package csms.hub.control;

import csms.hub.control.Fault.Check;
import csms.hub.layout.Encoding;
import csms.hub.layout.FileFormat.LineEnd;
import csms.hub.layout.Mapping;
import csms.hub.layout.RecordLayout;
import csms.hub.record.Digits;
import csms.hub.record.FieldReader;
import csms.hub.record.KindSelector;
import csms.hub.record.Reading;
import csms.hub.record.Reason;
import csms.hub.record.RecordView;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One pass over one file. */
final class FilePass {

    private final Mapping mapping;
    private final KindSelector selector;
    private final List<String> kinds;
    private final Encoding encoding;
    private final LineEnd lineEnd;
    private final RecordFramer framer;
    private final OrderAutomaton order;
    private final Faults faults = new Faults();
    private final EndRecords ends;
    private final ControlTotals totals;
    private final BatchTable batches;
    private final RecordView view = new RecordView();
    private final @Nullable FieldReader consecutive;
    private long records;
    private long details;
    private boolean trailerSeen;
    private boolean endsWithTrailer;

    FilePass(Mapping mapping, KindSelector selector, InputStream in, Encoding encoding, Reading reading) {
        this.mapping = mapping;
        this.selector = selector;
        this.kinds = List.copyOf(mapping.records().keySet());
        this.encoding = encoding;
        LineEnd declaredEnd = mapping.file().lineEnds().get(encoding);
        this.lineEnd = declaredEnd == null ? LineEnd.LF : declaredEnd;
        this.framer = new RecordFramer(in, bytesOfRecord(), lineEnd, encoding);
        this.order = new OrderAutomaton(mapping.file().order(), kinds);
        this.ends = new EndRecords(mapping, reading, faults);
        this.totals = new ControlTotals(mapping, reading, faults);
        this.batches = new BatchTable(mapping);
        this.consecutive = consecutiveField();
    }

    private int bytesOfRecord() {
        return mapping.file().recordLength() + (lineEnd == LineEnd.CRLF ? 1 : 0);
    }

    private @Nullable FieldReader consecutiveField() {
        String name = mapping.file().consecutive();
        return name == null
                ? null
                : mapping.details().stream()
                        .flatMap(layout -> layout.field(name).stream())
                        .findFirst()
                        .map(FieldReader::new)
                        .orElse(null);
    }

    /** Reads the file to its end. */
    Verification run() throws IOException {
        if (!mapping.file().lineEnds().containsKey(encoding)) {
            faults.reject(Reason.of("F0003", 1, "this exchange does not take " + encoding));
        }
        while (framer.next()) {
            if (!isEndMark()) {
                records++;
                take();
            }
        }
        batches.close();
        end();
        if (!faults.has(Check.FORM)) {
            totals.compare(ends);
        }
        return new Verification(
                encoding,
                records,
                details,
                ends.number(),
                ends.fileType(),
                ends.created(),
                mapping.file().dated(),
                batches.batches(),
                faults.inOrder());
    }

    /** A lone 0x1A after the last record, where the exchange allows it. */
    private boolean isEndMark() {
        return mapping.file().trailing1A()
                && trailerSeen
                && framer.length() == 1
                && framer.bytes()[framer.start()] == 0x1A;
    }

    private void take() {
        byte[] bytes = framer.bytes();
        int start = framer.start();
        int length = framer.length();
        boolean wellFormed = form(bytes, start, length);
        RecordLayout kind = selector.select(bytes, start, length);
        boolean isHeader = kind != null && kind.name().equals(mapping.header());
        boolean isTrailer = kind != null && kind.name().equals(mapping.trailer());
        if (records == 1 && !isHeader && mapping.header() != null) {
            faults.reject(Reason.of("F0001", 1, "the first record is no header of this exchange"));
        }
        if (trailerSeen) {
            faults.reject(Reason.of("F0002", 0, "data after the trailer"));
        } else if (kind != null && !order.accept(kinds.indexOf(kind.name())) && (records > 1 || isHeader)) {
            faults.reject(Reason.of("F0002", 0, "record " + records + ", a " + kind.name() + ", is out of order"));
        }
        trailerSeen |= isTrailer;
        endsWithTrailer = isTrailer && (framer.ended() || length >= bytesOfRecord());
        view.at(bytes, start);
        if (kind != null && isHeader && records == 1) {
            if (wellFormed) {
                ends.readHeader(kind, view, records);
            }
        } else if (kind != null && isTrailer) {
            if (wellFormed) {
                ends.readTrailer(kind, view, records);
            }
        } else {
            details++;
            batches.add(kind, framer.offset(), length + (lineEnd == LineEnd.NONE ? 0 : 1), records);
            if (wellFormed) {
                checkConsecutive();
            }
        }
        if (isHeader || isTrailer) {
            batches.close();
        }
        if (wellFormed) {
            totals.add(kind, view, records);
        }
    }

    /** Length, line end and character set of a record. */
    private boolean form(byte[] bytes, int start, int length) {
        int wanted = mapping.file().recordLength();
        int size = length;
        if (lineEnd == LineEnd.CRLF && length > 0 && bytes[start + length - 1] == '\r') {
            size--;
        } else if (lineEnd == LineEnd.CRLF) {
            return malformed("the record does not end in CR LF");
        }
        if (!framer.ended() && size == wanted) {
            return malformed("the last record has no line end");
        }
        if (size != wanted) {
            return malformed("the record has " + size + " bytes, not " + wanted);
        }
        for (int i = start; i < start + size; i++) {
            if (bytes[i] < ' ' || bytes[i] > '~') {
                return malformed("byte " + (i - start + 1) + " of the record is no printable character of "
                        + (encoding == Encoding.IBM037 ? "IBM037" : "US-ASCII"));
            }
        }
        return true;
    }

    private boolean malformed(String words) {
        faults.reject(Reason.of("F0003", records, words));
        return false;
    }

    private void checkConsecutive() {
        if (consecutive != null) {
            long read = consecutive.number(view);
            if (read != Digits.NONE && read != details) {
                faults.reject(Reason.of(
                        "F0002",
                        0,
                        "record " + records + " has " + consecutive.field().name() + " out of sequence; " + details
                                + " was expected"));
            }
        }
    }

    private void end() {
        if (records == 0 && mapping.header() != null) {
            faults.reject(Reason.of("F0001", 1, "the file is empty; a header was expected"));
        }
        if (mapping.trailer() == null) {
            if (records > 0 && !order.complete()) {
                faults.reject(Reason.of("F0002", 0, "the file ends before its records are complete"));
            }
            return;
        }
        boolean cut = trailerSeen && !endsWithTrailer && !faults.has(Check.ORDER);
        if (records > 0 && (cut || (!trailerSeen && !(cutWrongly() && isTrailer(framer.lastRecord()))))) {
            faults.incomplete(Reason.of("F0002", 0, "the last record is no trailer of this exchange"));
        } else if (trailerSeen && !order.complete() && !faults.has(Check.ORDER)) {
            faults.reject(Reason.of("F0002", 0, "the file ends before its records are complete"));
        }
    }

    /** Whether the records do not lie where they should, so that a trailer would not be seen: no more is known of the end. */
    private boolean cutWrongly() {
        Fault form = faults.of(Check.FORM);
        return form != null
                && (form.reason().record() < records
                        || framer.length() > mapping.file().recordLength());
    }

    /** Whether the trailer is there although the records were cut wrongly: then their form is at fault, not the end. */
    private boolean isTrailer(RecordView last) {
        RecordLayout kind =
                selector.select(last.bytes(), last.offset(), mapping.file().recordLength());
        return kind != null && kind.name().equals(mapping.trailer());
    }
}
