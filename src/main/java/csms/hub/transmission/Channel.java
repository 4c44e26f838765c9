package csms.hub.transmission;

/** The way a transmission came; each has a series of batch numbers of its own. */
public enum Channel {
    MAILBOX,
    QUEUE
}
