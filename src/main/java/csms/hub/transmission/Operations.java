package csms.hub.transmission;

import java.util.List;

/** Stand-in. */
public final class Operations {
    public List<Transmission> unfinished() {
        throw new UnsupportedOperationException();
    }
}
