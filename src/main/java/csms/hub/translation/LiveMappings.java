package csms.hub.translation;

import csms.hub.layout.Finding;
import csms.hub.layout.Mapping;
import csms.hub.layout.Mapping.Direction;
import csms.hub.layout.MappingLinter;
import csms.hub.layout.MappingLinter.Linted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The mapping files that are worked with now. A file with findings never replaces the one in use and never touches another
 * exchange.
 */
public final class LiveMappings {

    private final Path folder;
    private final MappingLinter linter;
    private final ExchangeCatalog catalog;
    private final Function<Mapping, InboundExchange> makingExchange;
    private final Map<String, Mapping> inUse = new TreeMap<>();
    private Map<Path, List<Finding>> findings = Map.of();

    public LiveMappings(
            Path folder,
            MappingLinter linter,
            ExchangeCatalog catalog,
            Function<Mapping, InboundExchange> makingExchange) {
        this.folder = folder;
        this.linter = linter;
        this.catalog = catalog;
        this.makingExchange = makingExchange;
    }

    /**
     * Lints the folder and takes into use every mapping that is new or has changed and has no findings.
     *
     * @return the exchanges taken into use
     * @throws IOException when the folder cannot be read; what is in use stays
     */
    public synchronized List<String> refresh() throws IOException {
        Map<Path, List<Finding>> found = new TreeMap<>();
        List<String> taken = new java.util.ArrayList<>();
        for (Linted linted : linter.lintFolder(folder)) {
            Mapping mapping = linted.mapping();
            if (mapping == null) {
                found.put(linted.file(), linted.findings());
            } else if (isNew(mapping)) {
                try {
                    take(mapping);
                    taken.add(mapping.exchange());
                } catch (RuntimeException e) {
                    // A mistake that the linter does not know yet must not stop the other exchanges either.
                    found.put(linted.file(), List.of(unusable(linted.file(), e)));
                }
            }
        }
        findings = found;
        return taken;
    }

    private void take(Mapping mapping) {
        if (mapping.direction() == Direction.INBOUND) {
            catalog.put(makingExchange.apply(mapping));
        }
        inUse.put(mapping.exchange(), mapping);
    }

    private static Finding unusable(Path file, RuntimeException failure) {
        return new Finding(file.toString(), 1, 1, "cannot-be-used", String.valueOf(failure.getMessage()));
    }

    private boolean isNew(Mapping mapping) {
        Mapping old = inUse.get(mapping.exchange());
        return old == null || !old.digest().equals(mapping.digest());
    }

    /** What is wrong with the files as they stand now, by file. */
    public synchronized Map<Path, List<Finding>> findings() {
        return findings;
    }

    /** The mappings in use, by exchange. */
    public synchronized Map<String, Mapping> inUse() {
        return new TreeMap<>(inUse);
    }
}
