package csms.hub.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One number that a trailer or header declares of the records, and that must be found again.
 *
 * @param measure what is added up
 * @param kinds the record kinds that count; empty for every record of the file, header and trailer included
 * @param field what is added up of each; null for a count
 * @param where what a record must hold to count
 * @param modulo only this many low-order digits count; 0 for all
 * @param within kind of the group's first record, when the total is of a group and not of the file; null for the file
 * @param declared where the number stands
 * @param orElse the code of a difference
 */
public record ControlTotal(
        Measure measure,
        List<String> kinds,
        @Nullable String field,
        List<Condition> where,
        int modulo,
        @Nullable String within,
        FieldRef declared,
        String orElse) {

    /** What a control total adds up. */
    public enum Measure {
        COUNT,
        SUM,
        HASH
    }
}
