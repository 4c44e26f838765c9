package csms.hub.route;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells when something in a folder or below it changed and was quiet for a moment, and now and then besides. */
final class FolderWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

    /** Editors write a file in several steps. */
    private static final long QUIET_MILLIS = 300;

    /** Some file systems tell of no change. */
    private static final long REST_SECONDS = 15;

    private final Path folder;
    private final Runnable changed;
    private final WatchService service;
    private final Thread thread = new Thread(this::watch, "routes-watch");

    FolderWatch(Path folder, Runnable changed) throws IOException {
        this.folder = folder;
        this.changed = changed;
        this.service = folder.getFileSystem().newWatchService();
        register();
        thread.setDaemon(true);
        thread.start();
    }

    private void register() throws IOException {
        List<Path> folders;
        try (Stream<Path> below = Files.walk(folder)) {
            folders = below.filter(Files::isDirectory).toList();
        }
        for (Path each : folders) {
            each.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
        }
    }

    private void watch() {
        try {
            while (true) {
                WatchKey key = service.poll(REST_SECONDS, TimeUnit.SECONDS);
                while (key != null) {
                    key.pollEvents();
                    key.reset();
                    key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
                }
                look();
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            LOG.debug("No longer watching {}", folder);
        }
    }

    private void look() {
        try {
            register(); // folders that came since
        } catch (IOException e) {
            LOG.warn("Not all of {} is watched: {}", folder, e.toString());
        }
        changed.run();
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
