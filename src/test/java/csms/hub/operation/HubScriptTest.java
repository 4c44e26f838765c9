package csms.hub.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts everything, without letting it build. */
class HubScriptTest {

    @TempDir
    private Path folder;

    @Test
    void asksForANewerJava() throws Exception {
        Path home = javaThatSays("11");
        assertThat(run(home)).contains("is Java 11. A JDK, 17 or later, is needed");
    }

    @Test
    void understandsThatOldVersionsWereNamedOnePointSomething() throws Exception {
        assertThat(run(javaThatSays("1.8"))).contains("A JDK, 17 or later, is needed");
    }

    @Test
    void isValidForAPlainShell() throws Exception {
        Process check =
                new ProcessBuilder("sh", "-n", "hub").redirectErrorStream(true).start();
        assertThat(check.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(check.exitValue()).isZero();
    }

    private Path javaThatSays(String version) throws Exception {
        Path home = folder.resolve("jdk-" + version);
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho '    java.specification.version = " + version + "' >&2\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return home;
    }

    private static String run(Path javaHome) throws Exception {
        ProcessBuilder script = new ProcessBuilder(List.of("./hub", "--version")).redirectErrorStream(true);
        script.environment().put("JAVA_HOME", javaHome.toString());
        Process process = script.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        return said;
    }
}
