package csms.hub.channel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real, fully durable PostgreSQL server in a folder of its own, which outlives a crash of the hub and is found again.
 *
 * <p>It listens on the loopback address and asks for a password that only its folder knows.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private static final String NAME = "hub";
    /** After a crash the server may have two gigabytes of log to read before it answers. */
    private static final Duration RECOVERY = Duration.ofMinutes(10);

    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final String STARTING_OR_STOPPING = "57P03";

    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "max_connections=50",
            "shared_buffers=128MB",
            "maintenance_work_mem=64MB",
            "effective_cache_size=512MB",
            "wal_compression=on",
            "max_wal_size=2GB",
            "checkpoint_timeout=15min",
            "timezone=UTC",
            "log_timezone=UTC",
            // The hub logs its own errors; the server's would quote the values of people's rows.
            "log_min_messages=log",
            "log_min_error_statement=panic",
            "log_error_verbosity=terse",
            "log_checkpoints=off",
            "logging_collector=on",
            "log_directory=../log",
            "log_filename=postgresql-%a.log",
            "log_truncate_on_rotation=on",
            "log_rotation_age=1d",
            "log_rotation_size=0");

    private final Path home;
    private final Path database;
    private final FileChannel lock;
    private final PostgresBinaries programs;
    private final ServerAccount account;
    private final String password;
    private final int port;
    private final boolean adopted;

    private EmbeddedPostgres(Path home, FileChannel lock, @Nullable ServerAccount chosen) throws IOException {
        this.home = home;
        this.lock = lock;
        this.database = home.resolve("db");
        this.programs = PostgresBinaries.unpackTo(home);
        this.account = chosen == null ? ServerAccount.choose(home, database, programs) : chosen;
        this.password = readOrMakePassword();
        makeDataDirectory();
        Optional<PostmasterFile> living = findLiving();
        this.adopted = living.isPresent();
        this.port = living.isPresent() ? living.get().port() : startServer();
        makeDatabase();
        log.info("PostgreSQL {} {} on port {}", programs.version(), adopted ? "found running" : "started", port);
    }

    /**
     * Starts the server of a folder, or adopts the one that a killed hub left running there.
     *
     * @param home the server's folder, made when it is not there; the data lie in {@code db} below it
     * @throws IOException when it cannot start, or another hub that lives uses the folder
     */
    public static EmbeddedPostgres start(Path home) throws IOException {
        return start(home, null);
    }

    /** The same with the account that runs the server chosen beforehand. */
    static EmbeddedPostgres start(Path home, @Nullable ServerAccount account) throws IOException {
        Disk.makePrivateFolder(home);
        Path folder = home.toRealPath();
        FileChannel lock = lock(folder.resolve("hub.lock"));
        try {
            if (account != null) {
                account.handOver(folder);
            }
            return new EmbeddedPostgres(folder, lock, account);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public String jdbcUrl() {
        return jdbcUrl(port, NAME);
    }

    public String user() {
        return NAME;
    }

    public String password() {
        return password;
    }

    public int port() {
        return port;
    }

    /** Whether the server had been left running by a hub that did not stop cleanly. */
    public boolean adopted() {
        return adopted;
    }

    /** Stops the server. Whatever was committed is on the disk already. */
    @Override
    public void close() throws IOException {
        try (lock) {
            run("stop", "pg_ctl", "stop", "-D", "db", "-m", "fast", "-w", "-t", "60");
        }
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock held = channel.tryLock();
            if (held != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // held by this very program
        }
        channel.close();
        throw new IOException("Another hub is working with this data directory: " + file.getParent());
    }

    private String readOrMakePassword() throws IOException {
        Path file = home.resolve("password");
        if (!Files.exists(file)) {
            Disk.writePrivate(file, Secret.random().getBytes(StandardCharsets.US_ASCII));
            account.handOver(file);
        }
        return Files.readString(file, StandardCharsets.US_ASCII);
    }

    private void makeDataDirectory() throws IOException {
        if (!Files.exists(database)) {
            Path unfinished = home.resolve("db.unfinished");
            Disk.deleteFolder(unfinished);
            run(
                    "make its data directory",
                    "initdb",
                    "--pgdata=db.unfinished",
                    "--username=" + NAME,
                    "--pwfile=password",
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--no-instructions");
            Files.move(unfinished, database);
        }
        String version = Files.readString(database.resolve("PG_VERSION")).strip();
        if (!version.equals(programs.majorVersion())) {
            throw new IOException("The data directory " + database + " was made by PostgreSQL " + version
                    + " and this hub brings " + programs.version()
                    + ". Convert it with pg_dump and pg_restore, or set spring.datasource.url to a PostgreSQL server.");
        }
    }

    /** The server of our own data directory, once it answers, if one lives. */
    private Optional<PostmasterFile> findLiving() throws IOException {
        long begin = System.nanoTime();
        while (true) {
            Optional<PostmasterFile> file = PostmasterFile.read(database);
            if (file.isEmpty()) {
                return file;
            }
            if (!file.get().lives()) {
                // The server would take its old process number for a living server if another program has it now.
                Files.delete(PostmasterFile.in(database));
                return Optional.empty();
            }
            Duration patience = ANSWER;
            try (Connection connection = connect(file.get().port(), "postgres");
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SHOW data_directory")) {
                row.next();
                if (!Path.of(row.getString(1)).toRealPath().equals(database)) {
                    throw new IOException("Port " + file.get().port() + " of " + PostmasterFile.in(database)
                            + " answers for another data directory");
                }
                return file;
            } catch (SQLException e) {
                if (STARTING_OR_STOPPING.equals(e.getSQLState())) {
                    patience = RECOVERY;
                }
                if (System.nanoTime() - begin > patience.toNanos()) {
                    throw new IOException(
                            "Process " + file.get().process() + " holds " + PostmasterFile.in(database)
                                    + " but does not answer; end it, or delete the file if it is no PostgreSQL server",
                            e);
                }
            }
            pause();
        }
    }

    private int startServer() throws IOException {
        for (int attempt = 1; ; attempt++) {
            int free = freePort();
            StringBuilder options = new StringBuilder("-c port=" + free);
            for (String setting : SETTINGS) {
                options.append(" -c ").append(setting);
            }
            try {
                String limit = Long.toString(RECOVERY.toSeconds());
                run(
                        "start",
                        "pg_ctl",
                        "start",
                        "-D",
                        "db",
                        "-w",
                        "-t",
                        limit,
                        "-l",
                        "start.log",
                        "-o",
                        options.toString());
                return free;
            } catch (IOException e) {
                // The free port may have been taken since, or the last server's processes may still be ending.
                if (attempt == 3) {
                    throw e;
                }
                pause();
            }
        }
    }

    private void makeDatabase() throws IOException {
        try (Connection connection = connect(port, "postgres");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + NAME + "'")) {
            if (!found.next()) {
                statement.execute("CREATE DATABASE " + NAME);
            }
        } catch (SQLException e) {
            throw new IOException("PostgreSQL on port " + port + " does not serve", e);
        }
    }

    private Connection connect(int serverPort, String name) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", NAME);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        Connection connection = new Driver().connect(jdbcUrl(serverPort, name), properties);
        if (connection == null) {
            throw new SQLException("Not a PostgreSQL address");
        }
        return connection;
    }

    private static String jdbcUrl(int port, String name) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    private void run(String purpose, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(programs.program(program));
        command.addAll(List.of(arguments));
        Path output = home.resolve("command.log");
        int code = account.run(home, output, command);
        if (code != 0) {
            throw new IOException("PostgreSQL cannot " + purpose + " (" + program + " ended with " + code + "): "
                    + Files.readString(output).strip() + "; see also " + home.resolve("start.log") + " and "
                    + home.resolve("log"));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL was starting", e);
        }
    }
}
