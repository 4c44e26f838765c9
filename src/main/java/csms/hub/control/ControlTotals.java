package csms.hub.control;

import csms.hub.layout.ControlTotal;
import csms.hub.layout.ControlTotal.Measure;
import csms.hub.layout.Field;
import csms.hub.layout.Mapping;
import csms.hub.layout.RecordLayout;
import csms.hub.record.Digits;
import csms.hub.record.FieldReader;
import csms.hub.record.Misreading;
import csms.hub.record.Reading;
import csms.hub.record.RecordView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The control totals of one file: added up while it passes, compared with what it declares. */
final class ControlTotals {

    private final Mapping mapping;
    private final Reading reading;
    private final Faults faults;
    private final List<Tally> tallies;

    ControlTotals(Mapping mapping, Reading reading, Faults faults) {
        this.mapping = mapping;
        this.reading = reading;
        this.faults = faults;
        this.tallies = mapping.controlTotals().stream()
                .map(total -> new Tally(total, mapping))
                .toList();
    }

    /** Adds a record; a group's total is compared where the group declares it.
     *
     * @param kind null when it is unknown */
    void add(@Nullable RecordLayout kind, RecordView view, long record) {
        for (int i = 0; i < tallies.size(); i++) {
            Tally tally = tallies.get(i);
            String within = tally.total().within();
            if (within != null && kind != null && kind.name().equals(within)) {
                tally.reset();
            }
            if (within != null
                    && kind != null
                    && kind.name().equals(tally.total().declared().kind())) {
                compareGroup(tally, kind, view, record);
            } else {
                tally.add(kind, view, reading);
            }
        }
    }

    private void compareGroup(Tally tally, RecordLayout kind, RecordView view, long record) {
        ControlTotal total = tally.total();
        Field field = mapping.field(total.declared());
        FieldReader reader = new FieldReader(field);
        long says = reader.number(view);
        if (says == Digits.NONE) {
            faults.reject("F0002", record, kind, field, Misreading.NOT_DIGITS.words(), reader.code(view));
        } else if (says != tally.found()) {
            faults.reject(
                    total.orElse(), record, kind, field, difference(total, says, tally.found()), reader.code(view));
        }
    }

    /** Compares the totals of the whole file. */
    void compare(EndRecords ends) {
        for (Tally tally : tallies) {
            ControlTotal total = tally.total();
            EndRecords.Declared says = ends.declared(total.declared());
            if (total.within() == null && says != null && says.number() != tally.found()) {
                RecordLayout kind = mapping.record(total.declared().kind()).orElseThrow();
                faults.reject(
                        total.orElse(),
                        says.record(),
                        kind,
                        mapping.field(total.declared()),
                        difference(total, says.number(), tally.found()),
                        says.raw());
            }
        }
    }

    private static String difference(ControlTotal total, long says, long found) {
        if (total.measure() == Measure.HASH) {
            // The hash of a file with one detail is that person's SSN.
            return total.declared() + " is not what the records add up to";
        }
        return total.declared() + " says " + says + ", the file has " + found;
    }
}
