package csms.hub.layout;

import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.testing.ShippedMappings;
import csms.hub.update.UpdateVocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the linter says of one bad example for each of its rules; each example says it itself, in its first lines. */
class MappingLinterTest {

    private static final Path FOLDER = Path.of("src/test/resources/lint");
    private static final String EXPECTED = "# ";

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("mappings"))) {
            return files.sorted().toList();
        }
    }

    private static List<String> expected(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .takeWhile(line -> line.startsWith(EXPECTED))
                    .map(line -> line.substring(EXPECTED.length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> found(MappingLinter linter, Path folder, Path file) throws IOException {
        return linter.lint(folder, file).findings().stream()
                .map(finding ->
                        finding.line() + ":" + finding.column() + " " + finding.rule() + ": " + finding.message())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void findsWhatIsWrongAndSaysWhatToWrite(Path file) throws IOException {
        assertThat(found(ShippedMappings.linter(), FOLDER, file)).containsExactlyElementsOf(expected(file));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void takesNoMappingWithFindingsIntoUse(Path file) throws IOException {
        assertThat(ShippedMappings.linter().lint(FOLDER, file).mapping()).isNull();
    }

    @Test
    void hasAnExampleOfEveryRule() throws IOException {
        Set<String> shown = new TreeSet<>(Set.of("has-a-route", "has-fixtures", "name-equals-path"));
        for (Path file : examples()) {
            expected(file).forEach(finding -> shown.add(finding.replaceAll("^\\S+ (\\S+): .*", "$1")));
        }
        Set<String> rules = new TreeSet<>();
        for (String reader : List.of(
                "Section",
                "RowReader",
                "RowsAbove",
                "MappingReader",
                "FormatReader",
                "RecordNames",
                "RuleReader",
                "CodeTableReader",
                "ControlTotalReader",
                "MappingLinter")) {
            String source = Files.readString(Path.of("src/main/java/csms/hub/layout", reader + ".java"));
            rules.addAll(Pattern.compile("\"([a-z]+(?:-[a-z]+)+|syntax)\"")
                    .matcher(source)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .filter(word -> !word.equals("fixed-length") && !word.equals("as-given"))
                    .toList());
        }
        assertThat(shown).containsAll(rules);
    }

    @Test
    void printsAFindingSoThatAnEditorCanGoThere() {
        assertThat(new Finding("mappings/ssa/sves-response.yaml", 27, 7, "positions-tile", "55-62 follows 47-53"))
                .hasToString("mappings/ssa/sves-response.yaml:27:7 positions-tile: 55-62 follows 47-53");
    }

    @Test
    void asksForARouteForExamplesAndForAPathLikeTheName(@TempDir Path folder) throws IOException {
        Path file = Files.createDirectories(folder.resolve("ssa")).resolve("answers.yaml");
        Files.copy(Path.of("mappings/ssa/sves-response.yaml"), file);
        Path fixtures = folder.resolve("fixtures");
        MappingLinter strict =
                new MappingLinter(UpdateVocabulary.load(Path.of("mappings/csms")), exchange -> false, fixtures);
        assertThat(found(strict, folder, file))
                .containsExactly(
                        "1:1 name-equals-path: ssa.sves-response belongs in ssa/sves-response.yaml",
                        "1:1 has-a-route: no route carries ssa.sves-response; write routes/ssa/sves-response.camel.yaml",
                        "1:1 has-fixtures: ssa.sves-response has no example that the hub accepts; add one under"
                                + " test-fixtures/ssa/sves-response/accepts-…",
                        "1:1 has-fixtures: ssa.sves-response has no example that the hub rejects; add one under"
                                + " test-fixtures/ssa/sves-response/rejects-…");
        Files.createDirectories(fixtures.resolve("ssa/sves-response/accepts-a-file"));
        Files.createDirectories(fixtures.resolve("ssa/sves-response/rejects-a-record"));
        MappingLinter content = new MappingLinter(
                UpdateVocabulary.load(Path.of("mappings/csms")), "ssa.sves-response"::equals, fixtures);
        Path rightly = Files.move(file, folder.resolve("ssa/sves-response.yaml"));
        assertThat(found(content, folder, rightly)).isEmpty();
    }

    @Test
    void lintsEveryFileOfAFolderByItself(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("ssa"));
        Files.writeString(folder.resolve("ssa/broken.yaml"), "exchange: [");
        Files.copy(Path.of("mappings/ssa/sves-response.yaml"), folder.resolve("ssa/sves-response.yaml"));
        List<MappingLinter.Linted> linted = ShippedMappings.linter().lintFolder(folder);
        assertThat(linted).extracting(result -> result.mapping() == null).containsExactly(true, false);
        assertThat(linted.get(0).findings()).extracting(Finding::rule).containsExactly("syntax");
    }
}
