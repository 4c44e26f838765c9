package csms.hub.transmission;

/**
 * How many records of a transmission went which way.
 *
 * @param counted the rejected ones that count against the reject limit
 */
record Counts(long applied, long rejected, long counted, long notOurs) {
    static final Counts NONE = new Counts(0, 0, 0, 0);
}
