package csms.hub.operation;

import csms.hub.layout.Finding;
import csms.hub.translation.LiveMappings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes changed mapping files into use within two seconds, and says what is wrong with those that cannot be. */
final class MappingWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MappingWatch.class);

    private final Path folder;
    private final LiveMappings mappings;
    private final Runnable changed;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "mappings-watch");
        thread.setDaemon(true);
        return thread;
    });

    private Map<Path, Stamp> seen = Map.of();
    private Map<Path, List<Finding>> reported = Map.of();

    private record Stamp(long modified, long size) {}

    /** @param changed is called after every change, whether it was taken into use or not */
    MappingWatch(Path folder, LiveMappings mappings, Runnable changed) {
        this.folder = folder;
        this.mappings = mappings;
        this.changed = changed;
    }

    /** Takes what is good into use, says what is not, and goes on watching. */
    void start() throws IOException {
        seen = stamps();
        mappings.refresh();
        report();
        LOG.info("{} mappings are in use", mappings.inUse().size());
        clock.scheduleWithFixedDelay(this::look, 2, 2, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            Map<Path, Stamp> now = stamps();
            if (!now.equals(seen)) {
                mappings.refresh().forEach(exchange -> LOG.info("The mapping of {} is in use", exchange));
                seen = now;
                report();
                changed.run();
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("{} cannot be read; all mappings stay as they are", folder, e);
        }
    }

    private void report() {
        Map<Path, List<Finding>> findings = mappings.findings();
        findings.forEach((file, wrong) -> {
            if (!wrong.equals(reported.get(file))) {
                wrong.forEach(finding -> LOG.error("{}", finding));
                LOG.error("{} is not taken into use; the exchange's last good mapping, if any, is used on", file);
            }
        });
        reported = findings;
    }

    private Map<Path, Stamp> stamps() throws IOException {
        Map<Path, Stamp> stamps = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".yaml")).forEach(file -> {
                try {
                    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                    stamps.put(file, new Stamp(attributes.lastModifiedTime().toMillis(), attributes.size()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return stamps;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
