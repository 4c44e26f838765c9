package csms.hub.record;

import csms.hub.layout.Depends;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Readers of the fields that decide about another one: whether it counts, and how much of its date is stated. */
final class Indicators {

    private final Depends depends;
    private final List<FieldReader> readers;
    private final @Nullable FieldReader precision;

    Indicators(Depends depends) {
        this.depends = depends;
        this.readers = depends.only().stream()
                .map(only -> new FieldReader(only.field()))
                .toList();
        this.precision = depends.precision() == null ? null : new FieldReader(depends.precision());
    }

    /** Of those whose codes decide whether the field counts. */
    List<FieldReader> readers() {
        return readers;
    }

    boolean count(RecordView record) {
        for (int i = 0; i < readers.size(); i++) {
            if (!depends.only().get(i).codes().contains(readers.get(i).code(record))) {
                return false;
            }
        }
        return true;
    }

    /** Whether one says how much of the field's date is stated. */
    boolean sayHowMuch() {
        return precision != null;
    }

    /**
     * As much of the field's date as is stated. What is no date is {@link Dates#ABSENT} and never a misreading
     * (federal/README, Date of the locate block).
     *
     * @param offset of the date within the record, from 0
     */
    int stated(RecordView record, int offset) {
        byte[] bytes = record.bytes();
        int from = record.offset() + offset;
        if (precision == null || Dates.isFederalNull(Dates.ccyymmdd(bytes, from))) {
            return Dates.ABSENT;
        }
        int date = Dates.stated(bytes, from, precision.code(record));
        return date == Dates.NONE || Dates.isFederalNull(date) ? Dates.ABSENT : date;
    }
}
