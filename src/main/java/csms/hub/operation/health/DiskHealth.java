package csms.hub.operation.health;

import csms.hub.transmission.DiskSpace;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Whether the disk has room to take files in; without it the hub takes none. */
@Component("diskHealthIndicator")
final class DiskHealth extends AbstractHealthIndicator {

    private final DiskSpace disk;

    DiskHealth(DiskSpace disk) {
        this.disk = disk;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws Exception {
        (disk.enough() ? health.up() : health.down())
                .withDetail("freeMegabytes", DataSize.ofBytes(disk.free()).toMegabytes())
                .withDetail("neededMegabytes", DataSize.ofBytes(disk.minimum()).toMegabytes());
    }
}
