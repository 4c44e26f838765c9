package csms.hub.channel;

/** Stand-in. */
public final class Mailboxes {
    public int port() {
        throw new UnsupportedOperationException();
    }
}
