package csms.hub.operation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HubCommandTest {

    @TempDir
    private Path folder;

    @Test
    void describesEveryCommandInTheHelp() {
        String help = new CommandLine(new HubCommand()).getUsageMessage();
        assertThat(help).contains("run ", "demo ", "status ", "show ", "release ", "replay ", "describe ", "lint ");
        assertThat(help.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    @Test
    void saysWithItsExitCodeWhenACommandIsNotUnderstood() {
        assertThat(HubCommand.execute("sing")).isEqualTo(2);
        assertThat(HubCommand.execute("show")).isEqualTo(2);
        assertThat(HubCommand.execute("run", "--help-me")).isEqualTo(2);
    }

    @Test
    void saysThatNoHubAnswers() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        HubClient nobody = new HubClient("http://127.0.0.1:" + port, folder.resolve("token"));
        assertThat(catchFailure(nobody)).isInstanceOf(NoHub.class).hasMessageContaining("./hub run");
    }

    private static Throwable catchFailure(HubClient hub) {
        return org.assertj.core.api.Assertions.catchThrowable(() -> hub.recent(1));
    }

    @Test
    void findsNothingWrongWithWhatIsShipped() throws IOException {
        StringWriter printed = new StringWriter();
        int code = LintCommand.lint(
                Path.of("routes"), Path.of("mappings"), new Terminal(new PrintWriter(printed, true), false));
        assertThat(printed.toString()).contains("nothing is wrong");
        assertThat(code).isZero();
    }

    @Test
    void saysWhereAMappingAndARouteAreWrong() throws IOException {
        Path mappings = Files.createDirectories(folder.resolve("mappings/ssa"));
        Path routes = Files.createDirectories(folder.resolve("routes/ssa"));
        Files.writeString(mappings.resolve("broken.yaml"), "exchange: ssa.broken\ndirection: sideways\n");
        Files.writeString(routes.resolve("broken.camel.yaml"), "- route:\n    id: ssa.other\n");
        Path schemas = Files.createDirectories(folder.resolve("mappings/csms"));
        copy(Path.of("mappings/csms"), schemas);
        StringWriter printed = new StringWriter();
        int code = LintCommand.lint(
                folder.resolve("routes"),
                folder.resolve("mappings"),
                new Terminal(new PrintWriter(printed, true), false));
        assertThat(printed.toString())
                .containsPattern("broken\\.yaml:\\d+:\\d+ [a-z-]+: ")
                .containsPattern("broken\\.camel\\.yaml:\\d+:\\d+ [a-z-]+: ")
                .contains(" findings");
        assertThat(code).isEqualTo(1);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)
                    .filter(each -> each.toString().endsWith(".json"))::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
