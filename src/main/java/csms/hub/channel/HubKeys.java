package csms.hub.channel;

import java.nio.file.Path;

/** Stand-in. */
public final class HubKeys {
    public Path clientKey() {
        throw new UnsupportedOperationException();
    }

    public Path knownHosts() {
        throw new UnsupportedOperationException();
    }
}
