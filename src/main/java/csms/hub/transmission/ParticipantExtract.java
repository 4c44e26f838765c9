package csms.hub.transmission;

import csms.hub.record.Reason;
import java.util.List;

/** What becomes of a participant extract: its details stand in the outbox and become the person index. */
public interface ParticipantExtract {

    /** Compares the details with each other and with what is known; the records that it rejects are not applied. */
    List<Reason> check(long transmission, boolean full);

    /** Whether a full extract holds too few participants to be believed. */
    boolean tooFew(long transmission);

    /** Applies the details that {@link #check} let pass in this transaction. */
    void apply(long transmission, boolean full);

    /** Brings what was applied into use. */
    void swap();
}
