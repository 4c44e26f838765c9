package csms.hub.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedPostgresTest {

    @TempDir
    Path folder;

    @Test
    void writesEveryCommitToTheDisk() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(ask(postgres, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(postgres, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(postgres, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(ask(postgres, "SHOW server_version")).startsWith("17");
            assertThat(ask(postgres, "SHOW server_encoding")).isEqualTo("UTF8");
        }
    }

    @Test
    void keepsItsDataWhenItStopsAndStarts() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            tell(postgres, "CREATE TABLE kept(n int); INSERT INTO kept VALUES (42)");
        }
        assertThat(folder.resolve("db/postmaster.pid")).doesNotExist();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(postgres.adopted()).isFalse();
            assertThat(ask(postgres, "SELECT n FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void adoptsTheServerOfAHubThatWasKilled() throws Exception {
        Process hub = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledHub.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(hub.inputReader().lines().anyMatch("started"::equals)).isTrue();
        } finally {
            hub.destroyForcibly();
        }
        assertThat(hub.waitFor(10, TimeUnit.SECONDS)).isTrue();
        PostmasterFile server = PostmasterFile.read(folder.resolve("db")).orElseThrow();

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(postgres.adopted()).isTrue();
            assertThat(PostmasterFile.read(folder.resolve("db"))).contains(server);
            assertThat(ask(postgres, "SELECT n FROM kept")).isEqualTo("42");
        }
        assertThat(server.lives()).isFalse();
    }

    /** A hub that starts its database and then waits to be killed. */
    static final class KilledHub {
        public static void main(String[] arguments) throws Exception {
            EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(arguments[0]));
            tell(postgres, "CREATE TABLE kept(n int); INSERT INTO kept VALUES (42)");
            System.out.println("started");
            Thread.sleep(120_000);
        }
    }

    @Test
    void startsWhenAnotherProgramHasTheNumberOfItsLastServer() throws Exception {
        EmbeddedPostgres.start(folder).close();
        Files.writeString(
                folder.resolve("db/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + folder.resolve("db") + "\n1\n1\n\n127.0.0.1\n\nready\n");

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(postgres.adopted()).isFalse();
            assertThat(ask(postgres, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesAFolderThatAnotherHubUses() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Another hub");
            assertThat(ask(postgres, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesTheDataOfAnotherVersion() throws Exception {
        EmbeddedPostgres.start(folder).close();
        Files.writeString(folder.resolve("db/PG_VERSION"), "14\n");

        assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("PostgreSQL 14")
                .hasMessageContaining("spring.datasource.url");
    }

    @Test
    void asksForItsPassword() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "hub"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("authentication failed");
            assertThat(Files.getPosixFilePermissions(folder.resolve("password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void logsNoValueOfARow() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            tell(postgres, "CREATE TABLE person(ssn text PRIMARY KEY); INSERT INTO person VALUES ('900123456')");
            assertThatThrownBy(() -> tell(postgres, "INSERT INTO person VALUES ('900123456')"))
                    .isInstanceOf(SQLException.class);
        }
        try (var logs = Files.walk(folder.resolve("log"))) {
            for (Path log : (Iterable<Path>) logs.filter(Files::isRegularFile)::iterator) {
                assertThat(log).content().doesNotContain("900123456");
            }
        }
    }

    @Test
    void runsAsAnotherUserWhereRootHasNoUserNamespace() throws Exception {
        assumeTrue(new UnixSystem().getUid() == 0, "only root needs it");
        Path open = Files.createTempDirectory(Path.of("/var/tmp"), "hub-postgres");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            ServerAccount nobody = ServerAccount.setpriv(65534);
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(open, nobody)) {
                tell(postgres, "CREATE TABLE kept(n int); INSERT INTO kept VALUES (42)");
            }
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(open)) {
                assertThat(ask(postgres, "SELECT n FROM kept")).isEqualTo("42");
            }
            assertThat(Files.getAttribute(open.resolve("db"), "unix:uid")).isEqualTo(65534);
        } finally {
            Disk.deleteFolder(open);
        }
    }

    private static String ask(EmbeddedPostgres postgres, String query) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private static void tell(EmbeddedPostgres postgres, String command) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }
}
