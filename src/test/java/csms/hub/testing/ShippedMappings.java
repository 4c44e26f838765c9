package csms.hub.testing;

import csms.hub.layout.Mapping;
import csms.hub.layout.MappingLinter;
import csms.hub.layout.MappingLinter.Linted;
import csms.hub.update.UpdateVocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The mappings of this repository, as the hub reads them. */
public final class ShippedMappings {

    private static final Path FOLDER = Path.of("mappings");

    private ShippedMappings() {}

    /**
     * The mapping of an exchange, for example {@code ssa.sves-response}.
     *
     * @throws IllegalStateException when it has findings
     */
    public static Mapping of(String exchange) {
        return in(FOLDER, exchange);
    }

    /** The mapping of an exchange in a folder of tests' own mappings. */
    public static Mapping in(Path folder, String exchange) {
        try {
            Linted linted = linter().lint(folder, folder.resolve(exchange.replace('.', '/') + ".yaml"));
            Mapping mapping = linted.mapping();
            if (mapping == null) {
                throw new IllegalStateException(linted.findings().toString());
            }
            return mapping;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A linter that asks for no routes and no fixtures. */
    public static MappingLinter linter() throws IOException {
        return new MappingLinter(UpdateVocabulary.load(FOLDER.resolve("csms")), exchange -> true, null);
    }
}
