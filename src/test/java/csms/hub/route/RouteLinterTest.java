package csms.hub.route;

import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.layout.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RouteLinterTest {

    /** Each file begins with comments: its place under routes, then the findings that it must make. */
    private static final Path BAD = Path.of("src/test/resources/lint/routes");

    private final RouteLinter linter =
            new RouteLinter(RouteConfiguration.BEANS, exchange -> !exchange.equals("ssa.unmapped"));

    @TestFactory
    Stream<DynamicTest> findsTheMistakeInEachBadExample() throws Exception {
        try (Stream<Path> files = Files.list(BAD)) {
            return files.sorted().toList().stream()
                    .map(file ->
                            DynamicTest.dynamicTest(file.getFileName().toString(), () -> findsTheMistakesOf(file)));
        }
    }

    private void findsTheMistakesOf(Path example) throws Exception {
        String text = Files.readString(example);
        List<String> comments = text.lines()
                .filter(line -> line.startsWith("# "))
                .map(line -> line.substring(2))
                .toList();
        String path = comments.get(0).substring("routes/".length());
        SortedMap<String, RouteFile> files = RouteLinter.read(Path.of("routes"));
        files.put(path, RouteFile.of(path, text));
        List<String> found = new ArrayList<>();
        linter.check(files).values().forEach(of -> of.forEach(finding -> found.add(finding.toString())));
        assertThat(found).containsExactlyElementsOf(comments.subList(1, comments.size()));
        String rule = example.getFileName().toString().replace(".yaml", "");
        assertThat(comments.subList(1, comments.size())).anyMatch(comment -> comment.contains(" " + rule + ": "));
    }

    @Test
    void findsNothingInTheRoutesOfTheHub() throws Exception {
        assertThat(linter.lint(Path.of("routes"))).isEmpty();
    }

    @Test
    void saysWhereWhichRuleAndWhatToWrite() {
        assertThat(new Finding("routes/ssa/x.camel.yaml", 3, 5, "description", "description is missing").toString())
                .isEqualTo("routes/ssa/x.camel.yaml:3:5 description: description is missing");
    }

    @Test
    void takesPlaceholdersForNumbersAndSwitches() {
        String text = """
                - route:
                    id: shared
                    description: An example.
                    routeConfigurationId: none
                    autoStartup: "{{hub.auto}}"
                    from: { uri: "timer:x", steps: [ { delay: { constant: "1", asyncDelayed: "{{hub.delay}}" } } ] }
                """;
        assertThat(new RouteSchema()
                        .problems(RouteFile.of("shared/x.camel.yaml", text)
                                .document()
                                .json()))
                .isEmpty();
    }
}
