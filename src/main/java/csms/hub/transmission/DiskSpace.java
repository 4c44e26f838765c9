package csms.hub.transmission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether the disk of the data directory has room to take files in. The journal and the broker live there too and stop
 * before it is quite full, so the hub stops taking before they do.
 */
public final class DiskSpace {

    private final Path data;
    private final long minimum;

    /** @param minimum bytes that must be free */
    public DiskSpace(Path data, long minimum) {
        this.data = data;
        this.minimum = minimum;
    }

    public boolean enough() {
        try {
            return free() >= minimum;
        } catch (IOException e) {
            return false;
        }
    }

    /** How many bytes the hub's user may still write. */
    public long free() throws IOException {
        return Files.getFileStore(data).getUsableSpace();
    }

    /** How many bytes must be free for files to be taken. */
    public long minimum() {
        return minimum;
    }
}
