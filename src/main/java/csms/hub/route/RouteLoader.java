package csms.hub.route;

import csms.hub.layout.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the files under {@code routes/} one by one and again when they change. A file with mistakes stops nothing but
 * itself: its last good version runs on, and so does every other file.
 */
public final class RouteLoader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RouteLoader.class);

    private final Path routes;
    private final RouteLinter linter;
    private final CamelRoutes camel;
    private final Runnable changed;

    /** The good version of each file that Camel works by. */
    private final SortedMap<String, RouteFile> loaded = new TreeMap<>();

    private final Map<String, List<Finding>> findings = new HashMap<>();
    private final Set<String> postponed = new HashSet<>();
    private volatile List<RouteStatus> statuses = List.of();
    private boolean started;
    private volatile @Nullable FolderWatch watch;

    /**
     * @param routes the folder
     * @param changed is called when routes have come, gone or changed
     */
    public RouteLoader(CamelContext camel, Path routes, RouteLinter linter, Runnable changed) {
        this(camel, routes, linter, changed, Duration.ofSeconds(30));
    }

    RouteLoader(CamelContext camel, Path routes, RouteLinter linter, Runnable changed, Duration drain) {
        this.camel = new CamelRoutes(camel, drain);
        this.routes = routes;
        this.linter = linter;
        this.changed = changed;
    }

    /** How every file stands, by path. */
    public List<RouteStatus> statuses() {
        return statuses;
    }

    /** Brings Camel in line with the folder, as far as its files are good.
     *
     * @throws IOException when the folder cannot be read; then everything stays as it is */
    public synchronized List<RouteStatus> reload() throws IOException {
        SortedMap<String, RouteFile> present = RouteLinter.read(routes);
        // Also when no file changed: a mapping may have come, without which a route had a finding.
        SortedMap<String, List<Finding>> checked = linter.check(present);
        boolean removed = removeDeleted(present);
        Set<RouteFile> swapped = new HashSet<>();
        for (RouteFile file : inOrder(present.values())) {
            List<Finding> wrong = checked.getOrDefault(file.path(), List.of());
            if (!wrong.isEmpty()) {
                report(file, wrong);
            } else if (!needsLoading(file, swapped)) {
                findings.remove(file.path());
            } else if (swap(file)) {
                swapped.add(file);
            }
        }
        started = true;
        statuses = present.values().stream().map(this::status).toList();
        if (removed || !swapped.isEmpty()) {
            changed.run();
        }
        return statuses;
    }

    private boolean needsLoading(RouteFile file, Set<RouteFile> swapped) {
        RouteFile before = loaded.get(file.path());
        return before == null
                || !before.text().equals(file.text())
                || postponed.contains(file.path())
                || swapped.stream().anyMatch(file::uses);
    }

    /** Kamelets and configurations before the routes that name them; shared routes before the partners'. */
    private static List<RouteFile> inOrder(Collection<RouteFile> files) {
        return files.stream()
                .sorted(Comparator.comparing(RouteFile::kind)
                        .thenComparing(file -> !file.shared())
                        // A source begins to take at once: the routes that it calls must be there.
                        .thenComparing(file -> file.text().contains("uri: kamelet:"))
                        .thenComparing(RouteFile::path))
                .toList();
    }

    private boolean removeDeleted(SortedMap<String, RouteFile> now) {
        boolean removed = false;
        for (RouteFile gone : List.copyOf(loaded.values())) {
            if (!now.containsKey(gone.path())) {
                try {
                    if (camel.unload(gone, others(gone))) {
                        loaded.remove(gone.path());
                        removed = true;
                        LOG.warn("{} was deleted; {} is stopped", label(gone), gone.id());
                    }
                } catch (Exception e) {
                    LOG.error("{} was deleted, but {} cannot be stopped", label(gone), gone.id(), e);
                }
            }
        }
        findings.keySet().retainAll(now.keySet());
        postponed.retainAll(now.keySet());
        return removed;
    }

    private List<RouteFile> others(RouteFile file) {
        return loaded.values().stream()
                .filter(other -> !other.path().equals(file.path()))
                .toList();
    }

    /** Puts the new version of a file in the place of the old one; the old one stays when anything fails. */
    private boolean swap(RouteFile file) {
        RouteFile before = loaded.get(file.path());
        postponed.remove(file.path());
        try {
            if (started && (before == null || !before.text().equals(file.text()))) {
                camel.tryOut(file, loaded.values());
            }
            if (before != null && !camel.unload(before, others(before))) {
                postponed.add(file.path());
                findings.put(
                        file.path(),
                        List.of(finding(file, "busy", "is at work; its new version waits for the end of that")));
                LOG.warn("{} is at work; its new version waits for the end of that", file.id());
                return false;
            }
        } catch (Exception e) {
            report(file, List.of(failure(file, e)));
            return false;
        }
        try {
            camel.load(file);
            loaded.put(file.path(), file);
            findings.remove(file.path());
            if (started) {
                LOG.info("{} is loaded", label(file));
            }
            return true;
        } catch (Exception e) {
            report(file, List.of(failure(file, e)));
            restore(before);
            return false;
        }
    }

    private void restore(@Nullable RouteFile before) {
        if (before == null) {
            return;
        }
        try {
            camel.load(before);
        } catch (Exception e) {
            loaded.remove(before.path());
            LOG.error("{}: its last good version cannot be loaded again", label(before), e);
        }
    }

    private void report(RouteFile file, List<Finding> wrong) {
        if (!wrong.equals(findings.put(file.path(), wrong))) {
            for (Finding finding : wrong) {
                LOG.error("{}", finding);
            }
            LOG.error(
                    "{} is not loaded; {}",
                    label(file),
                    loaded.containsKey(file.path()) ? "its last good version runs on" : file.id() + " does not run");
        }
    }

    private static Finding failure(RouteFile file, Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return finding(file, "camel", String.valueOf(root.getMessage()));
    }

    private static Finding finding(RouteFile file, String rule, String message) {
        return new Finding(label(file), 1, 1, rule, message);
    }

    private static String label(RouteFile file) {
        return "routes/" + file.path();
    }

    private RouteStatus status(RouteFile file) {
        return new RouteStatus(
                label(file), file.id(), loaded.containsKey(file.path()), findings.getOrDefault(file.path(), List.of()));
    }

    /** Loads everything and begins to watch the folder. */
    public void start() throws IOException {
        reload();
        long running = statuses.stream().filter(RouteStatus::running).count();
        LOG.info("{} of {} route files are loaded", running, statuses.size());
        watch = new FolderWatch(routes, this::reloadWhenChanged);
    }

    private void reloadWhenChanged() {
        try {
            reload();
        } catch (IOException | RuntimeException e) {
            LOG.error("{} cannot be read; all routes run on as they are", routes, e);
        }
    }

    /** Stops watching; the routes run on. */
    @Override
    public void close() throws IOException {
        FolderWatch watching = watch;
        if (watching != null) {
            watching.close();
        }
    }
}
