package csms.hub.transmission;

/** How far a transmission has come on its way (design, section 3). */
public enum State {
    /** Its bytes are in the vault; nothing is decided. */
    STORED,
    /** Proven whole and in order; its batches are being translated. */
    VERIFIED,
    /** Its fate is known and journaled; the queues do not know it yet. */
    DECIDED,
    /** Its updates and its outcome are on the queues; the partner waits for an answer. */
    PUBLISHED,
    /** Quarantined: waits for the missing files or for an operator. */
    HELD,
    /** Nothing is left to do. */
    FINISHED
}
