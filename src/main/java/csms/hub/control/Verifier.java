package csms.hub.control;

import csms.hub.control.Fault.Check;
import csms.hub.control.Fault.Fate;
import csms.hub.layout.ControlTotal;
import csms.hub.layout.Encoding;
import csms.hub.layout.Field;
import csms.hub.layout.FieldRef;
import csms.hub.layout.FileFormat.LineEnd;
import csms.hub.layout.Mapping;
import csms.hub.layout.RecordLayout;
import csms.hub.record.Dates;
import csms.hub.record.Digits;
import csms.hub.record.Ebcdic;
import csms.hub.record.FieldReader;
import csms.hub.record.KindSelector;
import csms.hub.record.Misreading;
import csms.hub.record.Reading;
import csms.hub.record.Reason;
import csms.hub.record.RecordView;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Proves a whole file in one pass: character set, record kinds and order, lengths, header, trailer, counts, money and hash
 * totals, test or production mark. It posts nothing and reads no detail further than the totals need; the checks and their
 * codes are those of interfaces/updates, Which check gives which code.
 */
public final class Verifier {

    private final Mapping mapping;
    private final KindSelector selector;
    private final List<String> kinds;
    private final Map<String, List<FieldReader>> checked = new HashMap<>();

    public Verifier(Mapping mapping) {
        this.mapping = mapping;
        this.selector = new KindSelector(mapping.records().values());
        this.kinds = List.copyOf(mapping.records().keySet());
        for (String kind : kinds) {
            RecordLayout layout = Objects.requireNonNull(mapping.records().get(kind));
            if (isEnd(kind)) {
                checked.put(
                        kind,
                        layout.fields().stream()
                                .filter(Verifier::isChecked)
                                .map(FieldReader::new)
                                .toList());
            }
        }
    }

    private static boolean isChecked(Field field) {
        return field.type().publishable() || field.rules().sameAs() != null;
    }

    private boolean isEnd(String kind) {
        return kind.equals(mapping.header()) || kind.equals(mapping.trailer());
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
        return new Pass(whole, encoding, reading).run();
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
        return new Verification(Encoding.US_ASCII, 0, 0, null, null, null, dated(), List.of(), List.of(fault));
    }

    private boolean dated() {
        return mapping.file().sequence() != null || mapping.file().created() != null;
    }

    /** The check that a code belongs to. */
    private static Check checkOf(String code) {
        return switch (code) {
            case "F0001" -> Check.HEADER;
            case "F0002" -> Check.ORDER;
            case "F0003" -> Check.FORM;
            case "F0004" -> Check.PARTNER;
            case "F0010" -> Check.VERSION;
            case "F0011" -> Check.ENVIRONMENT;
            case "F0008" -> Check.AMOUNT;
            case "F0009" -> Check.HASH;
            default -> Check.COUNT;
        };
    }

    /** A number that a header or trailer declares, and where. */
    private record Declared(long number, long record, String raw) {}

    /** One pass over one file. */
    private final class Pass {

        private final RecordFramer framer;
        private final Encoding encoding;
        private final Reading reading;
        private final LineEnd lineEnd;
        private final OrderAutomaton order = new OrderAutomaton(mapping.file().order(), kinds);
        private final List<Tally> tallies;
        private final BatchTable batches = new BatchTable(mapping);
        private final Map<Check, Fault> faults = new EnumMap<>(Check.class);
        private final Map<FieldRef, Declared> declared = new HashMap<>();
        private final RecordView view = new RecordView();
        private final @Nullable FieldReader consecutive;
        private byte[] headerBytes = new byte[0];
        private long records;
        private long details;
        private @Nullable Long number;
        private @Nullable String fileType;
        private @Nullable LocalDate created;
        private boolean trailerSeen;
        private boolean endsWithTrailer;

        Pass(InputStream in, Encoding encoding, Reading reading) {
            this.encoding = encoding;
            this.reading = reading;
            LineEnd declaredEnd = mapping.file().lineEnds().get(encoding);
            this.lineEnd = declaredEnd == null ? LineEnd.LF : declaredEnd;
            this.framer = new RecordFramer(in, bytesOfRecord(), lineEnd, encoding);
            this.tallies = mapping.controlTotals().stream()
                    .map(total -> new Tally(total, mapping))
                    .toList();
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

        Verification run() throws IOException {
            if (!mapping.file().lineEnds().containsKey(encoding)) {
                fault(Fate.REJECTED, Reason.of("F0003", 1, "this exchange does not take " + encoding));
            }
            while (framer.next()) {
                if (isEndMark()) {
                    continue;
                }
                records++;
                take();
            }
            batches.close();
            end();
            if (!faults.containsKey(Check.FORM)) {
                compareTotals();
            }
            return new Verification(
                    encoding, records, details, number, fileType, created, dated(), batches.batches(), inOrder());
        }

        private List<Fault> inOrder() {
            List<Fault> found = new ArrayList<>(faults.values());
            found.sort(Comparator.comparing(Fault::check));
            return List.copyOf(found);
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
                fault(Fate.REJECTED, Reason.of("F0001", 1, "the first record is no header of this exchange"));
            }
            if (trailerSeen) {
                fault(Fate.REJECTED, Reason.of("F0002", 0, "data after the trailer"));
            } else if (kind != null && !order.accept(kinds.indexOf(kind.name())) && (records > 1 || isHeader)) {
                fault(
                        Fate.REJECTED,
                        Reason.of("F0002", 0, "record " + records + ", a " + kind.name() + ", is out of order"));
            }
            trailerSeen |= isTrailer;
            endsWithTrailer = isTrailer && (framer.ended() || length >= bytesOfRecord());
            view.at(bytes, start);
            if (kind != null && isHeader && records == 1) {
                if (wellFormed) {
                    readHeader(kind, length);
                }
            } else if (kind != null && isTrailer) {
                if (wellFormed) {
                    readEnd(kind, "F0002");
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
                tally(kind);
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
            fault(Fate.REJECTED, Reason.of("F0003", records, words));
            return false;
        }

        private void readHeader(RecordLayout kind, int length) {
            headerBytes = new byte[length];
            System.arraycopy(view.bytes(), view.offset(), headerBytes, 0, length);
            FieldRef sequence = mapping.file().sequence();
            if (sequence != null && sequence.kind().equals(kind.name())) {
                long read = new FieldReader(mapping.field(sequence)).number(view);
                number = read == Digits.NONE ? null : (Long) read;
            }
            FieldRef date = mapping.file().created();
            if (date != null && date.kind().equals(kind.name())) {
                int read = new FieldReader(mapping.field(date)).date(view, reading);
                created = read == Dates.NONE || read == Dates.ABSENT ? null : Dates.local(read);
            }
            if (mapping.house() != null) {
                fileType = kind.field("File type")
                        .map(field -> new FieldReader(field).code(view))
                        .orElse(null);
            }
            readEnd(kind, "F0001");
            checkEnvironment(kind);
        }

        /** @param code what a field that cannot be read is: F0001 in a header, F0002 in a trailer */
        private void readEnd(RecordLayout kind, String code) {
            for (FieldReader reader : checked.getOrDefault(kind.name(), List.of())) {
                Field field = reader.field();
                if (field.rules().sameAs() != null) {
                    checkSame(kind, reader);
                    continue;
                }
                Object value = reader.read(view, reading);
                if (value instanceof Misreading misreading) {
                    boolean listed = misreading == Misreading.NOT_IN_LIST
                            && field.rules().orElse() != null;
                    String fieldCode =
                            listed ? Objects.requireNonNull(field.rules().orElse()) : code;
                    fault(Fate.REJECTED, reason(fieldCode, kind, field, misreading.words()));
                } else if (field.rules().notBefore() != null && value != null) {
                    checkNotBefore(kind, reader, code);
                } else if (value instanceof Long declaredNumber) {
                    declared.put(
                            new FieldRef(kind.name(), field.name()),
                            new Declared(declaredNumber, records, reader.code(view)));
                }
            }
        }

        private void checkSame(RecordLayout kind, FieldReader reader) {
            Field field = reader.field();
            RecordLayout header = mapping.record(mapping.header()).orElseThrow();
            Field other =
                    header.field(Objects.requireNonNull(field.rules().sameAs())).orElseThrow();
            if (headerBytes.length == 0) {
                return;
            }
            String expected = new FieldReader(other).raw(new RecordView().at(headerBytes, 0));
            if (!expected.equals(reader.raw(view))) {
                fault(Fate.REJECTED, reason("F0002", kind, field, "differs from the header's"));
            }
        }

        private void checkNotBefore(RecordLayout kind, FieldReader reader, String code) {
            Field earlier = kind.field(
                            Objects.requireNonNull(reader.field().rules().notBefore()))
                    .orElseThrow();
            int from = new FieldReader(earlier).date(view, reading);
            if (from > 0 && reader.date(view, reading) < from) {
                fault(Fate.REJECTED, reason(code, kind, reader.field(), "earlier than " + earlier.name()));
            }
        }

        private void checkEnvironment(RecordLayout kind) {
            FieldRef ref = mapping.file().environment();
            if (ref == null || !ref.kind().equals(kind.name())) {
                return;
            }
            Field field = mapping.field(ref);
            String mark = new FieldReader(field).code(view);
            if (mark.isEmpty() && mapping.house() == null) {
                mark = "P";
            }
            if (!mark.equals(reading.production() ? "P" : "T")) {
                fault(
                        Fate.REJECTED,
                        reason(
                                "F0011",
                                kind,
                                field,
                                reading.production() ? "not marked as production" : "not marked as test"));
            }
        }

        private void checkConsecutive() {
            if (consecutive != null) {
                long read = consecutive.number(view);
                if (read != Digits.NONE && read != details) {
                    fault(
                            Fate.REJECTED,
                            Reason.of(
                                    "F0002",
                                    0,
                                    "record " + records + " has "
                                            + consecutive.field().name() + " out of sequence; " + details
                                            + " was expected"));
                }
            }
        }

        private void tally(@Nullable RecordLayout kind) {
            for (Tally tally : tallies) {
                String within = tally.total().within();
                if (within != null && kind != null && kind.name().equals(within)) {
                    tally.reset();
                }
                if (within != null
                        && kind != null
                        && kind.name().equals(tally.total().declared().kind())) {
                    compareGroup(tally, kind);
                } else {
                    tally.add(kind, view, reading);
                }
            }
        }

        private void compareGroup(Tally tally, RecordLayout kind) {
            ControlTotal total = tally.total();
            Field field = mapping.field(total.declared());
            long says = new FieldReader(field).number(view);
            if (says == Digits.NONE) {
                fault(Fate.REJECTED, reason("F0002", kind, field, Misreading.NOT_DIGITS.words()));
            } else if (says != tally.found()) {
                fault(Fate.REJECTED, reason(total.orElse(), kind, field, difference(total, says, tally.found())));
            }
        }

        private void compareTotals() {
            for (Tally tally : tallies) {
                ControlTotal total = tally.total();
                Declared says = declared.get(total.declared());
                if (total.within() == null && says != null && says.number() != tally.found()) {
                    RecordLayout kind = mapping.record(total.declared().kind()).orElseThrow();
                    Field field = mapping.field(total.declared());
                    fault(
                            Fate.REJECTED,
                            reason(
                                    total.orElse(),
                                    says.record(),
                                    kind,
                                    field,
                                    difference(total, says.number(), tally.found()),
                                    says.raw()));
                }
            }
        }

        private static String difference(ControlTotal total, long says, long found) {
            return total.declared() + " says " + says + ", the file has " + found;
        }

        private void end() {
            if (records == 0 && mapping.header() != null) {
                fault(Fate.REJECTED, Reason.of("F0001", 1, "the file is empty; a header was expected"));
            }
            if (mapping.trailer() == null) {
                if (records > 0 && !order.complete()) {
                    fault(Fate.REJECTED, Reason.of("F0002", 0, "the file ends before its records are complete"));
                }
                return;
            }
            boolean cut = trailerSeen && !endsWithTrailer && !faults.containsKey(Check.ORDER);
            if (records > 0 && (cut || (!trailerSeen && !(cutWrongly() && isTrailer(framer.lastRecord()))))) {
                faults.putIfAbsent(
                        Check.TRAILER,
                        new Fault(
                                Check.TRAILER,
                                Fate.INCOMPLETE,
                                Reason.of("F0002", 0, "the last record is no trailer of this exchange")));
            } else if (trailerSeen && !order.complete() && !faults.containsKey(Check.ORDER)) {
                fault(Fate.REJECTED, Reason.of("F0002", 0, "the file ends before its records are complete"));
            }
        }

        /** Whether the records do not lie where they should, so that a trailer would not be seen: no more is known of the end. */
        private boolean cutWrongly() {
            Fault form = faults.get(Check.FORM);
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

        private Reason reason(String code, RecordLayout kind, Field field, String words) {
            return reason(code, records, kind, field, words, new FieldReader(field).code(view));
        }

        private static Reason reason(
                String code, long record, RecordLayout kind, Field field, String words, String reportable) {
            return new Reason(
                    code,
                    code.equals("F0002") ? 0 : record,
                    kind.name() + "." + field.name() + " (" + field.start() + "-" + (field.start() + field.length() - 1)
                            + ")",
                    field.name(),
                    field.start(),
                    field.length(),
                    words,
                    reportable);
        }

        private void fault(Fate fate, Reason reason) {
            Check check = checkOf(reason.code());
            faults.putIfAbsent(check, new Fault(check, fate, reason));
        }
    }
}
