package csms.hub.control;

import csms.hub.layout.Condition;
import csms.hub.layout.Field;
import csms.hub.layout.RecordLayout;
import csms.hub.record.FieldReader;
import csms.hub.record.Misreading;
import csms.hub.record.Reading;
import csms.hub.record.RecordView;
import java.util.List;
import java.util.stream.Stream;

/** Conditions of a mapping, ready to be asked of records of one kind. */
public final class RecordConditions {

    private final List<Test> tests;
    /** What conditions of presence read, with the rows that decide whether it counts. */
    private final List<FieldReader> ofPresence;

    private record Test(Condition condition, List<FieldReader> fields) {

        boolean holds(RecordView record, Reading reading) {
            if (condition instanceof Condition.In in) {
                return in.codes().contains(fields.get(0).code(record));
            }
            if (condition instanceof Condition.NotIn notIn) {
                return !notIn.codes().contains(fields.get(0).code(record));
            }
            boolean absent = condition instanceof Condition.Absent || condition instanceof Condition.NonePresent;
            return anyPresent(record, reading) != absent;
        }

        private boolean anyPresent(RecordView record, Reading reading) {
            for (int i = 0; i < fields.size(); i++) {
                FieldReader field = fields.get(i);
                Object value = field.read(record, reading);
                boolean dropped =
                        value instanceof Misreading && field.field().rules().whenBad() != Field.WhenBad.REJECT;
                if (value != null && !dropped) {
                    return true;
                }
            }
            return false;
        }

        boolean asksForPresence() {
            return !(condition instanceof Condition.In || condition instanceof Condition.NotIn);
        }
    }

    public RecordConditions(List<Condition> conditions, RecordLayout layout) {
        this.tests = conditions.stream()
                .map(condition -> new Test(
                        condition,
                        condition.named().stream()
                                .map(name -> new FieldReader(layout.field(name)
                                        .orElseThrow(() -> new IllegalStateException("no field " + name))))
                                .toList()))
                .toList();
        this.ofPresence = tests.stream()
                .filter(Test::asksForPresence)
                .flatMap(test -> test.fields().stream())
                .flatMap(field -> Stream.concat(Stream.of(field), field.indicators().stream()))
                .toList();
    }

    /** Whether all hold. A field that cannot be read counts as present, since whoever reads it rejects it; unless it is dropped. */
    public boolean hold(RecordView record, Reading reading) {
        for (int i = 0; i < tests.size(); i++) {
            if (!tests.get(i).holds(record, reading)) {
                return false;
            }
        }
        return true;
    }

    /** The fields whose presence is asked for. One that cannot be read rejects the record as if it were published. */
    public List<FieldReader> ofPresence() {
        return ofPresence;
    }
}
