package csms.hub.transmission;

import java.io.IOException;

/** The disk has no room for what should be kept: nothing of it was. */
public final class NoRoomException extends IOException {
    private static final long serialVersionUID = 1L;

    NoRoomException(long needed, long left) {
        super("No room in the vault for " + needed + " bytes: " + left + " are left on its disk");
    }
}
