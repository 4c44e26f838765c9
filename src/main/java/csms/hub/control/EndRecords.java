package csms.hub.control;

import csms.hub.layout.Field;
import csms.hub.layout.FieldRef;
import csms.hub.layout.Mapping;
import csms.hub.layout.RecordLayout;
import csms.hub.record.Dates;
import csms.hub.record.Digits;
import csms.hub.record.FieldReader;
import csms.hub.record.Misreading;
import csms.hub.record.Reading;
import csms.hub.record.RecordView;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The header and trailer of one file: what they say, and whether they may say it. */
final class EndRecords {

    private final Mapping mapping;
    private final Reading reading;
    private final Faults faults;
    private final Map<FieldRef, Declared> declared = new HashMap<>();
    private byte[] header = new byte[0];
    private @Nullable Long number;
    private @Nullable String fileType;
    private @Nullable LocalDate created;

    /** A number that a header or trailer declares, and where. */
    record Declared(long number, long record, String raw) {}

    EndRecords(Mapping mapping, Reading reading, Faults faults) {
        this.mapping = mapping;
        this.reading = reading;
        this.faults = faults;
    }

    @Nullable
    Long number() {
        return number;
    }

    @Nullable
    String fileType() {
        return fileType;
    }

    @Nullable
    LocalDate created() {
        return created;
    }

    @Nullable
    Declared declared(FieldRef ref) {
        return declared.get(ref);
    }

    void readHeader(RecordLayout kind, RecordView view, long record) {
        header = Arrays.copyOfRange(view.bytes(), view.offset(), view.offset() + kind.length());
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
        read(kind, "F0001", view, record);
        checkEnvironment(kind, view, record);
    }

    void readTrailer(RecordLayout kind, RecordView view, long record) {
        read(kind, "F0002", view, record);
    }

    /** @param code what a field that cannot be read is */
    private void read(RecordLayout kind, String code, RecordView view, long record) {
        for (FieldReader reader : checked(kind)) {
            Field field = reader.field();
            if (field.rules().sameAs() != null) {
                checkSame(kind, reader, view, record);
                continue;
            }
            Object value = reader.read(view, reading);
            if (value instanceof Misreading misreading) {
                String listed =
                        misreading == Misreading.NOT_IN_LIST ? field.rules().orElse() : null;
                reject(listed == null ? code : listed, kind, reader, misreading.words(), view, record);
            } else if (field.rules().notBefore() != null && value != null) {
                checkNotBefore(kind, reader, code, view, record);
            } else if (value instanceof Long says) {
                declared.put(new FieldRef(kind.name(), field.name()), new Declared(says, record, reader.code(view)));
            }
        }
    }

    private static List<FieldReader> checked(RecordLayout kind) {
        return kind.fields().stream()
                .filter(field -> field.type().publishable() || field.rules().sameAs() != null)
                .map(FieldReader::new)
                .toList();
    }

    private void checkSame(RecordLayout kind, FieldReader reader, RecordView view, long record) {
        if (header.length == 0) {
            return;
        }
        Field other = mapping.record(mapping.header())
                .flatMap(layout -> layout.field(
                        Objects.requireNonNull(reader.field().rules().sameAs())))
                .orElseThrow();
        String expected = new FieldReader(other).raw(new RecordView().at(header, 0));
        if (!expected.equals(reader.raw(view))) {
            reject("F0002", kind, reader, "differs from the header's", view, record);
        }
    }

    private void checkNotBefore(RecordLayout kind, FieldReader reader, String code, RecordView view, long record) {
        Field earlier = kind.field(Objects.requireNonNull(reader.field().rules().notBefore()))
                .orElseThrow();
        int from = new FieldReader(earlier).date(view, reading);
        if (from > 0 && reader.date(view, reading) < from) {
            reject(code, kind, reader, "earlier than " + earlier.name(), view, record);
        }
    }

    private void checkEnvironment(RecordLayout kind, RecordView view, long record) {
        FieldRef ref = mapping.file().environment();
        if (ref == null || !ref.kind().equals(kind.name())) {
            return;
        }
        FieldReader reader = new FieldReader(mapping.field(ref));
        String mark = reader.code(view);
        if (mark.isEmpty() && mapping.house() == null) {
            mark = "P"; // federal/README, FL header: blank = P
        }
        if (!mark.equals(reading.production() ? "P" : "T")) {
            String words = reading.production() ? "not marked as production" : "not marked as test";
            reject("F0011", kind, reader, words, view, record);
        }
    }

    private void reject(
            String code, RecordLayout kind, FieldReader reader, String words, RecordView view, long record) {
        faults.reject(code, record, kind, reader.field(), words, reader.code(view));
    }
}
