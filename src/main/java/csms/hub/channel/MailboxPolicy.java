package csms.hub.channel;

import csms.hub.channel.MailboxPlace.Box;

/** Who may do what in a mailbox; whatever is not said here is refused. */
final class MailboxPolicy {

    /** The login of the hub's own poller. */
    static final String HUB = "hub";

    /** What a login may want to do. */
    enum Action {
        /** List a folder or see a file's size and times. */
        LOOK,
        READ,
        /** Make, overwrite, resume or cut a file, and set its times. */
        WRITE,
        RENAME,
        REMOVE
    }

    private MailboxPolicy() {}

    /** Whether the login may do it there. Renaming needs leave at both ends, and stays in the box. */
    static boolean permits(String login, Action action, MailboxPlace place) {
        boolean hub = login.equals(HUB);
        if (!hub && !login.equals(place.partner())) {
            return false;
        }
        if (action == Action.LOOK) {
            return true;
        }
        if (!place.isFile()) {
            return false;
        }
        boolean writer = hub == (place.box() == Box.FROM_CSMS);
        return switch (action) {
            case LOOK -> true;
            case WRITE, RENAME -> writer;
            case READ -> !writer || hub;
            case REMOVE -> true;
        };
    }
}
