package csms.hub.control;

import csms.hub.layout.ControlTotal;
import csms.hub.layout.ControlTotal.Measure;
import csms.hub.layout.Mapping;
import csms.hub.layout.RecordLayout;
import csms.hub.record.Digits;
import csms.hub.record.FieldReader;
import csms.hub.record.Reading;
import csms.hub.record.RecordView;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds up one control total while the file passes. */
final class Tally {

    private final ControlTotal total;
    private final Map<String, Counted> counted = new HashMap<>();
    private final @Nullable RecordLayout forUnknown;
    private final boolean countsAll;
    private final long modulus;
    private long found;

    /** How one kind of record counts. */
    private record Counted(@Nullable FieldReader field, RecordConditions where) {}

    Tally(ControlTotal total, Mapping mapping) {
        this.total = total;
        this.countsAll = total.kinds().isEmpty();
        for (String kind : total.kinds()) {
            mapping.record(kind).ifPresent(layout -> count(kind, layout));
        }
        // A record whose type is wrong is still one of the details that its sender added up (new-york/README, House
        // style).
        this.forUnknown = mapping.details().stream()
                .filter(layout -> counted.containsKey(layout.name()))
                .findFirst()
                .orElse(null);
        this.modulus =
                total.modulo() == 0 ? 0 : BigInteger.TEN.pow(total.modulo()).longValueExact();
    }

    /** A kind that has nothing to add up does not count. */
    private void count(String kind, RecordLayout layout) {
        FieldReader field = total.field() == null
                ? null
                : layout.field(total.field()).map(FieldReader::new).orElse(null);
        if (field == null && total.measure() != Measure.COUNT) {
            return;
        }
        counted.put(kind, new Counted(field, new RecordConditions(total.where(), layout)));
    }

    ControlTotal total() {
        return total;
    }

    /** @param kind null when the record's kind is unknown */
    void add(@Nullable RecordLayout kind, RecordView record, Reading reading) {
        if (countsAll) {
            found++;
            return;
        }
        RecordLayout layout = kind == null ? forUnknown : kind;
        Counted how = layout == null ? null : counted.get(layout.name());
        if (how == null || !how.where().hold(record, reading)) {
            return;
        }
        if (total.measure() == Measure.COUNT) {
            found++;
        } else {
            // An SSN or amount that is not digits counts as zero, and rejects its record (new-york/README).
            long number = Objects.requireNonNull(how.field()).number(record);
            found += number == Digits.NONE ? 0 : number;
            if (modulus > 0) {
                found %= modulus;
            }
        }
    }

    long found() {
        return found;
    }

    void reset() {
        found = 0;
    }
}
