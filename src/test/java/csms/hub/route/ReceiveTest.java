package csms.hub.route;

import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.transmission.Answer;
import csms.hub.transmission.Channel;
import csms.hub.transmission.Transmission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes of the repository as they are, over a real SFTP server, with steps that only note that they were called. */
class ReceiveTest {

    @TempDir
    Path directory;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private final Steps steps = new Steps();
    private final Map<Long, Transmission> journal = new ConcurrentHashMap<>();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger finished = new AtomicInteger();
    private final PartnerActivity activity = new PartnerActivity(Clock.systemUTC());
    private Path routes;
    private SftpServer server;
    private Dispatcher dispatcher;
    private RouteLoader loader;

    /** The steps of a received file. */
    public final class Steps {
        private final List<String> calls = new CopyOnWriteArrayList<>();
        private final Set<String> threads = ConcurrentHashMap.newKeySet();
        private final AtomicInteger failures = new AtomicInteger();
        private int batches = 3;
        private boolean answers = true;

        public Transmission onceOnly(Transmission file) {
            calls.add("once-only");
            return file;
        }

        public Transmission verify(Transmission file) {
            calls.add("verify");
            return file;
        }

        public List<Integer> batches(Transmission file) {
            return IntStream.rangeClosed(1, batches).boxed().toList();
        }

        public void translate(Transmission file, int batch) throws IOException {
            threads.add(Thread.currentThread().getName());
            calls.add("translate");
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IOException("database is away");
            }
        }

        public Transmission accept(Transmission file) {
            calls.add("accept");
            return file;
        }

        public Transmission publish(Transmission file) {
            calls.add("publish");
            return file;
        }

        public Optional<Answer> acknowledgment(Transmission file) {
            calls.add("acknowledge");
            return answers
                    ? Optional.of(new Answer("ssa", Channel.MAILBOX, file.fileName() + ".ack", new byte[] {1}, null))
                    : Optional.empty();
        }

        public Transmission acknowledged(Transmission file) {
            calls.add("acknowledged");
            if (journal.remove(file.id()) != null) {
                finished.incrementAndGet();
            }
            return file;
        }
    }

    @BeforeEach
    void start() throws Exception {
        server = new SftpServer(directory);
        Files.createDirectories(server.home().resolve("ssa/to-csms"));
        Files.createDirectories(server.home().resolve("ssa/from-csms"));
        Files.createDirectories(server.home().resolve("csms/to-csms"));
        routes = directory.resolve("routes");
        try (Stream<Path> files = Files.walk(Path.of("routes"))) {
            for (Path file : files.toList()) {
                Files.copy(
                        file, routes.resolve(Path.of("routes").relativize(file).toString()));
            }
        }
        dispatcher = new Dispatcher(camel, () -> List.copyOf(journal.values()), 4, Duration.ofMillis(50));
        camel.setStreamCaching(false);
        camel.getPropertiesComponent()
                .addPropertiesSource(new PartnerEndpoints(partner -> server.asServer(partner, Duration.ZERO)));
        camel.getRegistry().bind("pickUp", new PickUp(arrival -> true, arrival -> {}, activity, Clock.systemUTC()));
        camel.getRegistry()
                .bind(
                        "takeIn",
                        new TakeIn(
                                (arrival, bytes) -> {
                                    bytes.readAllBytes();
                                    Transmission stored =
                                            Transmissions.of(taken.incrementAndGet(), "ssa.sves-response");
                                    journal.put(stored.id(), stored);
                                    return new csms.hub.transmission.Taken.Stored(stored);
                                },
                                dispatcher::run,
                                activity));
        camel.getRegistry().bind("delivery", new Delivery());
        camel.getRegistry().bind("receivedFile", steps);
        camel.getRegistry().bind("batchWorkers", workers);
        camel.start();
        loader = new RouteLoader(
                camel, routes, new RouteLinter(RouteConfiguration.BEANS, exchange -> true), dispatcher::wake);
        loader.start();
        dispatcher.start();
    }

    @AfterEach
    void stop() throws Exception {
        loader.close();
        dispatcher.close();
        camel.close();
        workers.shutdown();
        server.close();
    }

    private void drop(String name) throws IOException {
        Files.writeString(server.home().resolve("ssa/to-csms").resolve(name), "FL");
    }

    private void finished(int files) throws InterruptedException {
        Await.until(files + " files finished", () -> finished.get() == files && journal.isEmpty());
    }

    @Test
    void loadsEveryFileOfTheRepository() {
        assertThat(loader.statuses()).allMatch(RouteStatus::running).hasSizeGreaterThan(10);
    }

    @Test
    void tellsTheStoryOfAReceivedFileInItsOrder() throws Exception {
        drop("SVES-RESPONSE.20261121.000001.TXT");
        finished(1);
        assertThat(steps.calls)
                .containsExactly(
                        "once-only",
                        "verify",
                        "translate",
                        "translate",
                        "translate",
                        "accept",
                        "publish",
                        "acknowledge",
                        "acknowledged");
        assertThat(server.home().resolve("ssa/from-csms/SVES-RESPONSE.20261121.000001.TXT.ack"))
                .hasBinaryContent(new byte[] {1});
    }

    @Test
    void deliversNothingWithoutAnAnswer() throws Exception {
        steps.answers = false;
        drop("SVES-RESPONSE.20261121.000001.TXT");
        finished(1);
        assertThat(server.home().resolve("ssa/from-csms")).isEmptyDirectory();
    }

    @Test
    void translatesBatchesInParallelOnTheSharedPool() throws Exception {
        steps.batches = 200;
        drop("SVES-RESPONSE.20261121.000001.TXT");
        finished(1);
        assertThat(steps.calls).filteredOn("translate"::equals).hasSize(200);
        assertThat(steps.threads).hasSizeGreaterThan(1).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void triesAStepAgainWhenTheDatabaseIsAway() throws Exception {
        steps.failures.set(1);
        drop("SVES-RESPONSE.20261121.000001.TXT");
        finished(1);
        assertThat(steps.calls).filteredOn("once-only"::equals).hasSize(1);
        assertThat(steps.calls).filteredOn("translate"::equals).hasSize(4);
    }

    @Test
    void publishesNothingWhenABatchFailed() throws Exception {
        // One second, two and a half …: this many failures outlast the tries within the route.
        replace("shared/received-file.camel.yaml", "maximumRedeliveries: 4", "maximumRedeliveries: 0");
        loader.reload();
        steps.batches = 1;
        steps.failures.set(1);
        drop("SVES-RESPONSE.20261121.000001.TXT");
        finished(1);
        assertThat(steps.calls)
                .containsExactly(
                        "once-only",
                        "verify",
                        "translate", // failed, and the whole again
                        "once-only",
                        "verify",
                        "translate",
                        "accept",
                        "publish",
                        "acknowledge",
                        "acknowledged");
    }

    @Test
    void takesFilesAndDeliversAfterItsKameletsWereChanged() throws Exception {
        drop("SVES-RESPONSE.20261121.000001.TXT");
        finished(1);
        Object mailbox = camel.getRoute("ssa.mailbox");
        replace("kamelets/pick-up.kamelet.yaml", "maxMessagesPerPoll: 100", "maxMessagesPerPoll: 50");
        replace("kamelets/deliver.kamelet.yaml", "connectTimeout: 10000", "connectTimeout: 20000");
        loader.reload();
        assertThat(camel.getRoute("ssa.mailbox")).isNotNull().isNotSameAs(mailbox);
        assertThat(camel.getRoutes())
                .filteredOn(route -> route.getEndpoint().getEndpointUri().startsWith("sftp:"))
                .hasSize(mailboxes())
                .allMatch(route -> route.getEndpoint().getEndpointUri().contains("maxMessagesPerPoll=50"));
        drop("SVES-RESPONSE.20261121.000002.TXT");
        finished(2);
        assertThat(server.home().resolve("ssa/from-csms/SVES-RESPONSE.20261121.000002.TXT.ack"))
                .exists();
    }

    @Test
    void stopsPollingAMailboxWhoseFileIsDeleted() throws Exception {
        int before = mailboxes();
        Files.delete(routes.resolve("ssa/mailbox.camel.yaml"));
        loader.reload();
        assertThat(camel.getRoutes())
                .filteredOn(route -> route.getEndpoint().getEndpointUri().startsWith("sftp:"))
                .hasSize(before - 1)
                .noneMatch(route -> route.getEndpoint().getEndpointUri().contains("/ssa/to-csms"));
    }

    /** How many partners have a mailbox: one route file each. */
    private int mailboxes() throws IOException {
        try (Stream<Path> files = Files.walk(routes)) {
            return (int)
                    files.filter(file -> file.endsWith("mailbox.camel.yaml")).count();
        }
    }

    private void replace(String file, String old, String with) throws IOException {
        String text = Files.readString(routes.resolve(file));
        assertThat(text).contains(old);
        Files.writeString(routes.resolve(file), text.replace(old, with));
    }
}
