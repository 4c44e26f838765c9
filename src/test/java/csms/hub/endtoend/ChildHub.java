package csms.hub.endtoend;

import csms.hub.channel.EmbeddedPostgres;
import csms.hub.operation.Hub;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The hub in a process of its own, on free ports and a data directory that outlives it, in a heap of 512 MB. */
final class ChildHub implements AutoCloseable {

    private static final Pattern READY =
            Pattern.compile("ready: http://[^:]+:(\\d+), sftp [^:]+:(\\d+), broker [^:]+:(\\d+)");
    private static final Duration START = Duration.ofSeconds(120);

    private final Path data;
    private final Path partnerKeys;
    private final Path log;
    private final List<String> settings;
    private @Nullable Process process;
    private int http;
    private int sftp;
    private int broker;

    /** @param settings as {@code name=value}, besides where its files and ports are */
    ChildHub(Path folder, String... settings) throws IOException {
        this.data = folder.resolve("data");
        this.partnerKeys = Files.createDirectories(folder.resolve("partner-keys"));
        this.log = folder.resolve("hub.log");
        this.settings = List.of(settings);
    }

    /** Where {@code <partner>.pub} goes. */
    Path partnerKeys() {
        return partnerKeys;
    }

    Path data() {
        return data;
    }

    int httpPort() {
        return http;
    }

    int sftpPort() {
        return sftp;
    }

    int brokerPort() {
        return broker;
    }

    /** Starts it and waits until it says that it is ready. */
    void start() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError"));
        settings.forEach(setting -> command.add("-D" + setting));
        command.addAll(List.of("-cp", classPath(), Hub.class.getName(), "run"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("HUB_DATA", data.toString());
        builder.environment().put("HUB_PARTNER_KEYS", partnerKeys.toString());
        builder.environment().put("HUB_ENVIRONMENT", "test");
        for (String port : List.of("HUB_HTTP_PORT", "HUB_SFTP_PORT", "HUB_BROKER_PORT")) {
            builder.environment().put(port, "0");
        }
        long from = Files.exists(log) ? Files.size(log) : 0;
        Process started = builder.start();
        process = started;
        Matcher ready = Await.present("the hub to be ready", START, () -> {
            if (!started.isAlive()) {
                throw new AssertionError("The hub ended instead of starting:\n" + log());
            }
            Matcher line = READY.matcher(Files.exists(log) ? log().substring((int) from) : "");
            return line.find() ? line : null;
        });
        http = Integer.parseInt(ready.group(1));
        sftp = Integer.parseInt(ready.group(2));
        broker = Integer.parseInt(ready.group(3));
    }

    /** The class path of the tests without the tests' own classes, which are no part of the hub. */
    private static String classPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** All that it has logged; it logs nothing but US-ASCII, so that characters are bytes. */
    String log() throws IOException {
        return new String(Files.readAllBytes(log), java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    /** The most memory that the process ever had, in bytes; 0 where the system does not say. */
    long peakMemory() throws IOException {
        Process running = process;
        Path status = Path.of("/proc", running == null ? "none" : Long.toString(running.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElse(0);
    }

    /** Ends it as a power cut would, in the middle of whatever it does. */
    void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            running.waitFor(30, TimeUnit.SECONDS);
            process = null;
        }
    }

    /** Asks it to stop, and waits until it has. */
    void stop() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroy();
            if (!running.waitFor(60, TimeUnit.SECONDS)) {
                kill();
                throw new AssertionError("The hub did not stop within a minute");
            }
            process = null;
        }
    }

    /** The journal of this hub, whose database server outlives a kill. */
    JournalView journal() throws Exception {
        return new JournalView(data.resolve("postgres"));
    }

    @Override
    public void close() throws Exception {
        stop();
        if (Files.exists(data.resolve("postgres/db/postmaster.pid"))) {
            // Left running by a kill: adopted and stopped, as the next start would adopt it.
            EmbeddedPostgres.start(data.resolve("postgres")).close();
        }
    }
}
