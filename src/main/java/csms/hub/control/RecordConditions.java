package csms.hub.control;

import csms.hub.layout.Condition;
import csms.hub.layout.RecordLayout;
import csms.hub.record.FieldReader;
import csms.hub.record.Misreading;
import csms.hub.record.Reading;
import csms.hub.record.RecordView;
import java.util.List;

/** Conditions of a mapping, ready to be asked of records of one kind. */
public final class RecordConditions {

    private final List<Test> tests;

    private record Test(Condition condition, List<FieldReader> fields) {

        boolean holds(RecordView record, Reading reading) {
            if (condition instanceof Condition.In in) {
                return in.codes().contains(fields.get(0).code(record));
            }
            if (condition instanceof Condition.NotIn notIn) {
                return !notIn.codes().contains(fields.get(0).code(record));
            }
            boolean present = false;
            for (FieldReader field : fields) {
                present |= field.read(record, reading) != null;
            }
            return present != condition instanceof Condition.Absent;
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
    }

    /** Whether all hold. A field that cannot be read counts as present: whoever reads it rejects it. */
    public boolean hold(RecordView record, Reading reading) {
        for (int i = 0; i < tests.size(); i++) {
            if (!tests.get(i).holds(record, reading)) {
                return false;
            }
        }
        return true;
    }

    /** The fields that a condition of presence reads and cannot: they reject the record as if they were published. */
    public List<FieldReader> unreadable(RecordView record, Reading reading) {
        return tests.stream()
                .filter(test ->
                        !(test.condition() instanceof Condition.In || test.condition() instanceof Condition.NotIn))
                .flatMap(test -> test.fields().stream())
                .filter(field -> field.read(record, reading) instanceof Misreading)
                .toList();
    }
}
