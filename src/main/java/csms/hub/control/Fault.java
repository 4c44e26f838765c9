package csms.hub.control;

import csms.hub.record.Reason;

/**
 * One thing wrong with a whole file, with the fate it leads to.
 *
 * @param check which check found it; checks are made in this order and the first fault decides (interfaces/updates, Which check gives which code)
 * @param fate what becomes of the file
 */
public record Fault(Check check, Fate fate, Reason reason) {

    /** The checks of a file in the order in which they count. Those of the series stand between the structure and the totals. */
    public enum Check {
        HEADER,
        TRAILER,
        ORDER,
        FORM,
        PARTNER,
        VERSION,
        ENVIRONMENT,
        SERIES,
        COUNT,
        AMOUNT,
        HASH
    }

    /** What a fault makes of the file. */
    public enum Fate {
        REJECTED,
        QUARANTINED,
        /** Perhaps still being sent: wait, then quarantine. */
        INCOMPLETE
    }
}
