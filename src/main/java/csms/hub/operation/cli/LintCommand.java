package csms.hub.operation.cli;

import csms.hub.layout.Finding;
import csms.hub.layout.MappingLinter;
import csms.hub.layout.MappingLinter.Linted;
import csms.hub.operation.cli.Terminal.Color;
import csms.hub.route.RouteConfiguration;
import csms.hub.route.RouteLinter;
import csms.hub.update.UpdateVocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says everything that is wrong with route and mapping files. */
@Command(
        name = "lint",
        description = "Everything that is wrong with routes and mappings: file:line:column rule: message.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A test-fixtures folder beside the mappings is looked through too: every exchange needs",
            "an accepted and a rejected example. Exit code 1 when anything is wrong."
        })
final class LintCommand implements Callable<Integer> {

    @Option(
            names = "--routes",
            paramLabel = "DIR",
            defaultValue = "${env:HUB_ROUTES:-routes}",
            description = "The folder of routes (that of the hub).")
    private Path routes = Path.of("routes");

    @Option(
            names = "--mappings",
            paramLabel = "DIR",
            defaultValue = "${env:HUB_MAPPINGS:-mappings}",
            description = "The folder of mappings (that of the hub).")
    private Path mappings = Path.of("mappings");

    @Override
    public Integer call() throws IOException {
        return lint(routes, mappings, Terminal.standard());
    }

    static int lint(Path routes, Path mappings, Terminal terminal) throws IOException {
        for (Path folder : List.of(routes, mappings)) {
            if (!Files.isDirectory(folder)) {
                throw new NoSuchFileException(folder.toString());
            }
        }
        List<Finding> findings = new ArrayList<>();
        List<Linted> linted =
                new MappingLinter(vocabulary(mappings), hasRoute(routes), fixtures(mappings)).lintFolder(mappings);
        linted.forEach(file -> findings.addAll(file.findings()));
        findings.addAll(new RouteLinter(
                        RouteConfiguration.BEANS,
                        exchange -> linted.stream()
                                .anyMatch(file -> file.mapping() != null
                                        && file.mapping().exchange().equals(exchange)))
                .lint(routes));
        findings.forEach(finding -> terminal.println(finding.toString()));
        String summary = linted.size() + " mappings and the routes: "
                + (findings.isEmpty() ? "nothing is wrong" : findings.size() + " findings");
        terminal.println(terminal.color(summary, findings.isEmpty() ? Color.GREEN : Color.RED));
        return findings.isEmpty() ? HubCommand.DONE : HubCommand.REFUSED;
    }

    /** The schemas of a folder of mappings, or those that came with the hub where it has none. */
    static UpdateVocabulary vocabulary(Path mappings) throws IOException {
        Path schemas = mappings.resolve("csms");
        String own = System.getenv("HUB_MAPPINGS");
        return UpdateVocabulary.load(
                Files.isDirectory(schemas.resolve("updates")) || own == null
                        ? schemas
                        : Path.of(own).resolve("csms"));
    }

    private static java.util.function.Predicate<String> hasRoute(Path routes) {
        return exchange -> Files.exists(routes.resolve(exchange.replace('.', '/') + ".camel.yaml"));
    }

    private static @org.jspecify.annotations.Nullable Path fixtures(Path mappings) {
        Path beside = mappings.toAbsolutePath().resolveSibling("test-fixtures");
        return Files.isDirectory(beside) ? beside : null;
    }
}
