package csms.hub.operation.health;

import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.transmission.DiskSpace;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.health.Status;

class DiskHealthTest {

    @TempDir
    private Path data;

    @Test
    void isUpWhileThereIsRoom() {
        DiskSpace disk = new DiskSpace(data, 1);
        assertThat(disk.enough()).isTrue();
        assertThat(new DiskHealth(disk).health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isDownWhenTheDiskIsFullOrGone() {
        DiskSpace full = new DiskSpace(data, Long.MAX_VALUE);
        assertThat(full.enough()).isFalse();
        assertThat(new DiskHealth(full).health().getStatus()).isEqualTo(Status.DOWN);
        DiskSpace gone = new DiskSpace(data.resolve("gone"), 1);
        assertThat(gone.enough()).isFalse();
        assertThat(new DiskHealth(gone).health().getStatus()).isEqualTo(Status.DOWN);
    }
}
