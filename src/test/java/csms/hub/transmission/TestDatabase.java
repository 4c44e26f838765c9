package csms.hub.transmission;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** One PostgreSQL server of the machine's own packages for the test JVM, and a fresh migrated database for each test. */
final class TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int PORT = start();

    private TestDatabase() {}

    static DataSource fresh() throws SQLException {
        String name = "test" + NUMBER.incrementAndGet();
        try (Connection connection = database("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        PGSimpleDataSource fresh = database(name);
        Flyway.configure()
                .dataSource(fresh)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return fresh;
    }

    private static PGSimpleDataSource database(String name) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {PORT});
        source.setDatabaseName(name);
        source.setUser("postgres");
        return source;
    }

    private static int start() {
        try (var versions = Files.list(Path.of("/usr/lib/postgresql"));
                ServerSocket free = new ServerSocket(0)) {
            Path bin = versions.findFirst().orElseThrow().resolve("bin");
            Path folder = Files.createTempDirectory("hub-test-db");
            if (asRoot()) {
                run(List.of("chown", "postgres", folder.toString()));
            }
            Path data = folder.resolve("data");
            run(server(bin, "initdb", "-A", "trust", "-U", "postgres", "-E", "UTF8", "-D", data.toString()));
            int port = free.getLocalPort();
            free.close();
            run(server(
                    bin,
                    "pg_ctl",
                    "-D",
                    data.toString(),
                    "-w",
                    "-l",
                    folder.resolve("log").toString(),
                    "-o",
                    "-p " + port + " -c fsync=off -c unix_socket_directories='' -c listen_addresses=127.0.0.1",
                    "start"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    run(server(bin, "pg_ctl", "-D", data.toString(), "-m", "immediate", "stop"));
                    run(List.of("rm", "-rf", folder.toString()));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }));
            return port;
        } catch (IOException e) {
            throw new IllegalStateException("No PostgreSQL server for the tests", e);
        }
    }

    private static boolean asRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static List<String> server(Path bin, String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (asRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(new java.io.File("/"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(command + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
