package csms.hub.transmission;

import java.io.IOException;
import java.io.InputStream;

/** Stand-in. */
public final class Intake {
    public boolean worthTaking(Arrival arrival) {
        throw new UnsupportedOperationException();
    }

    public Taken take(Arrival arrival, InputStream bytes) throws IOException {
        throw new UnsupportedOperationException();
    }

    public void removed(Arrival arrival) {
        throw new UnsupportedOperationException();
    }
}
