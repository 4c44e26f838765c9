package csms.hub.translation;

import csms.hub.layout.Field;
import csms.hub.record.FieldReader;
import csms.hub.record.Misreading;
import csms.hub.record.Reason;
import csms.hub.record.RecordView;
import csms.hub.record.Severity;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is wrong with one record, or odd about it; used again for the next. */
final class RecordReasons {

    /** Rejects that say nothing about the file's quality (interfaces/updates, Acknowledgments and limits). */
    private static final Set<String> UNCOUNTED = Set.of("R0201", "R0202", "R0204");

    private final RecordView view;
    private final Map<String, Reason> reasons = new LinkedHashMap<>();
    private long record;

    /** @param view on the record under way */
    RecordReasons(RecordView view) {
        this.view = view;
    }

    /** Forgets the record before. */
    void begin(long number) {
        record = number;
        reasons.clear();
    }

    /** A reason of no single field. */
    void add(String code, String words) {
        add(Reason.of(code, record, words));
    }

    /** A field that fails a rule. */
    void add(String code, String kind, FieldReader reader, String words) {
        add(reason(code, kind, reader, words));
    }

    /**
     * A field that is no value of its type.
     *
     * @param generation 0 for the record itself, else how far before it the record stands that it belongs to
     */
    void add(String kind, int generation, FieldReader reader, Misreading misreading) {
        Field.Rules rules = reader.field().rules();
        if (rules.whenBad() == Field.WhenBad.IGNORE) {
            return;
        }
        boolean ruled = misreading == Misreading.NOT_IN_LIST || misreading == Misreading.MALFORMED;
        String other = ruled ? rules.orElse() : null;
        String code = other == null ? misreading.code() : other;
        Reason reason = generation == 0
                ? reason(code, kind, reader, misreading.words())
                : Reason.of(code, record, kind + "." + reader.field().name() + " before it: " + misreading.words());
        add(rules.whenBad() == Field.WhenBad.DROP ? reason.asWarning() : reason);
    }

    private Reason reason(String code, String kind, FieldReader reader, String words) {
        Field field = reader.atFault(view);
        String name = field.drawnName();
        String place = (kind.isEmpty() ? "" : kind + ".") + name + " (" + field.start() + "-"
                + (field.start() + field.length() - 1) + ")";
        return new Reason(
                code,
                record,
                place,
                name,
                field.start(),
                field.length(),
                words,
                new FieldReader(field).reportable(view));
    }

    private void add(Reason reason) {
        reasons.putIfAbsent(reason.code() + "@" + reason.start(), reason);
    }

    /** Whether one of them rejects the record. */
    boolean reject() {
        for (Reason reason : reasons.values()) {
            if (reason.severity() == Severity.RECORD) {
                return true;
            }
        }
        return false;
    }

    /** Whether the rejected record counts against the file's limit. */
    boolean count() {
        for (Reason reason : reasons.values()) {
            if (reason.severity() == Severity.RECORD && !UNCOUNTED.contains(reason.code())) {
                return true;
            }
        }
        return false;
    }

    /** Adds them to those of the batch, in the order of positions, then of codes. */
    void listIn(List<Reason> batch) {
        if (reasons.size() == 1) {
            batch.addAll(reasons.values());
        } else if (!reasons.isEmpty()) {
            batch.addAll(reasons.values().stream()
                    .sorted(Comparator.comparingInt(Reason::start).thenComparing(Reason::code))
                    .toList());
        }
    }
}
