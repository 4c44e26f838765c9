package csms.hub.route;

import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.transmission.Arrival;
import csms.hub.transmission.Taken;
import csms.hub.transmission.Transmission;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.StreamCache;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PickUpTest {

    @TempDir
    Path directory;

    private SftpServer server;
    private DefaultCamelContext camel;
    private final PartnerActivity activity = new PartnerActivity(Clock.systemUTC());
    private final Map<String, byte[]> stored = new ConcurrentHashMap<>();
    private final List<Arrival> removed = new CopyOnWriteArrayList<>();
    private final List<Transmission> handedOver = new CopyOnWriteArrayList<>();
    private final List<InputStream> streams = new CopyOnWriteArrayList<>();
    private volatile boolean storageFails;
    private Duration minimumAge = Duration.ZERO;

    @BeforeEach
    void start() throws Exception {
        server = new SftpServer(directory);
        Files.createDirectories(server.home().resolve("ssa/to-csms"));
        camel = new DefaultCamelContext();
        camel.getPropertiesComponent()
                .addPropertiesSource(new PartnerEndpoints(partner -> server.asServer(partner, minimumAge)));
        camel.getRegistry().bind("pickUp", new PickUp(arrival -> true, this::gone, activity, Clock.systemUTC()));
        camel.getRegistry().bind("takeIn", new TakeIn(this::take, handedOver::add, activity));
        camel.start();
    }

    @AfterEach
    void stop() throws Exception {
        camel.close();
        server.close();
    }

    private Taken take(Arrival arrival, InputStream bytes) throws IOException {
        if (storageFails) {
            throw new IOException("no space left on device");
        }
        streams.add(bytes);
        byte[] content = bytes.readAllBytes();
        if (!new String(content, java.nio.charset.StandardCharsets.US_ASCII).endsWith("TRAILER")) {
            return new Taken.Incomplete();
        }
        stored.put(arrival.name(), content);
        return new Taken.Stored(Transmissions.of(1, null));
    }

    private void gone(Arrival arrival) {
        if (Files.exists(server.home().resolve("ssa/to-csms/" + arrival.name()))) {
            throw new IllegalStateException("still there");
        }
        removed.add(arrival);
    }

    private void watchTheMailbox() throws Exception {
        for (String file : List.of(
                "kamelets/pick-up.kamelet.yaml",
                "shared/partner-server.camel.yaml",
                "shared/take-in.camel.yaml",
                "ssa/mailbox.camel.yaml")) {
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(ResourceHelper.resolveMandatoryResource(camel, "file:routes/" + file));
        }
    }

    private Path put(String name, String content) throws IOException {
        return Files.writeString(server.home().resolve("ssa/to-csms").resolve(name), content);
    }

    private PartnerActivity.Contact contact() {
        return activity.contacts().getOrDefault("ssa", new PartnerActivity.Contact(null, null, null, null, null, 0));
    }

    @Test
    void takesAFileAndRemovesItOnlyAfterItIsStored() throws Exception {
        watchTheMailbox();
        Path file = put("SVES-RESPONSE.20261121.000042.TXT", "HEADER\nTRAILER");
        Await.until("removed", () -> removed.size() == 1);
        assertThat(stored.get("SVES-RESPONSE.20261121.000042.TXT")).isEqualTo("HEADER\nTRAILER".getBytes());
        assertThat(file).doesNotExist();
        assertThat(handedOver).hasSize(1);
        assertThat(removed.get(0).location()).isEqualTo("ssa/to-csms/SVES-RESPONSE.20261121.000042.TXT");
        assertThat(removed.get(0).size()).isEqualTo(14);
    }

    @Test
    void leavesAnIncompleteFileAndTakesItWhenItIsWhole() throws Exception {
        watchTheMailbox();
        Path file = put("SVES-RESPONSE.20261121.000042.TXT", "HEADER\n");
        Await.until("polled", () -> contact().lastPoll() != null);
        Instant first = contact().lastPoll();
        Await.until("polled again", () -> contact().lastPoll().isAfter(first));
        assertThat(file).exists();
        assertThat(handedOver).isEmpty();
        assertThat(contact().consecutiveErrors()).isZero();

        Files.writeString(file, "HEADER\nTRAILER");
        Await.until("removed", () -> removed.size() == 1);
        assertThat(stored).hasSize(1);
    }

    @Test
    void leavesAFileThatCouldNotBeStoredAndTakesItLater() throws Exception {
        storageFails = true;
        watchTheMailbox();
        Path file = put("SVES-RESPONSE.20261121.000042.TXT", "HEADER\nTRAILER");
        Await.until("failed", () -> contact().consecutiveErrors() > 0);
        assertThat(file).exists();
        assertThat(contact().lastError()).contains("SVES-RESPONSE.20261121.000042.TXT", "no space left on device");

        storageFails = false;
        Await.until("removed", () -> removed.size() == 1);
        Await.until("good again", () -> contact().consecutiveErrors() == 0);
        assertThat(contact().lastFileName()).isEqualTo("SVES-RESPONSE.20261121.000042.TXT");
    }

    @Test
    void takesTheOldestFileFirst() throws Exception {
        for (int number : new int[] {3, 1, 2}) {
            Path file = put("F.20261121.00000" + number + ".TXT", "TRAILER");
            Files.setLastModifiedTime(
                    file, FileTime.from(Instant.parse("2026-11-21T10:00:00Z").minusSeconds(number * 10L)));
        }
        watchTheMailbox();
        Await.until("removed", () -> removed.size() == 3);
        assertThat(removed)
                .extracting(Arrival::name)
                .containsExactly("F.20261121.000003.TXT", "F.20261121.000002.TXT", "F.20261121.000001.TXT");
    }

    @Test
    void ignoresDirectoriesAndUnfinishedNames() throws Exception {
        Files.createDirectories(server.home().resolve("ssa/to-csms/folder"));
        put("folder/INSIDE.TXT", "TRAILER");
        put(".hidden", "TRAILER");
        put("A.TXT.filepart", "TRAILER");
        put("A.TXT.part", "TRAILER");
        put("A.TXT.tmp", "TRAILER");
        put("Z.TXT", "TRAILER");
        watchTheMailbox();
        Await.until("removed", () -> removed.size() == 1);
        Instant then = contact().lastPoll() == null ? Instant.EPOCH : contact().lastPoll();
        Await.until(
                "polled again",
                () -> contact().lastPoll() != null && contact().lastPoll().isAfter(then));
        assertThat(stored).containsOnlyKeys("Z.TXT");
        assertThat(server.home().resolve("ssa/to-csms")).isDirectoryContaining("glob:**/*.filepart");
    }

    @Test
    void takesAFileOfAnExternalServerOnlyWhenItIsUnchangedForTheMinimumAge() throws Exception {
        minimumAge = Duration.ofSeconds(1);
        watchTheMailbox();
        Instant written = Instant.now();
        put("A.TXT", "TRAILER");
        Await.until("removed", () -> removed.size() == 1);
        assertThat(Duration.between(written, Instant.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void refusesAServerWithAnotherKey() throws Exception {
        server.trust(SftpServer.key());
        Path file = put("A.TXT", "TRAILER");
        watchTheMailbox();
        Await.until("failed", () -> contact().consecutiveErrors() > 1);
        assertThat(file).exists();
        assertThat(contact().lastPoll()).isNull();
        assertThat(contact().lastError()).contains("HostKey");
    }

    @Test
    void takesUpAgainWhenTheServerComesBack() throws Exception {
        watchTheMailbox();
        Await.until("polled", () -> contact().lastPoll() != null);
        server.interrupt();
        Await.until("failed", () -> contact().consecutiveErrors() > 0);
        server.resume();
        put("A.TXT", "TRAILER");
        Await.until("removed", () -> removed.size() == 1);
        Await.until("good again", () -> contact().consecutiveErrors() == 0);
    }

    @Test
    void handsOverTheBytesAsAStreamThatIsNotHeldInMemory() throws Exception {
        watchTheMailbox();
        put("A.TXT", "TRAILER");
        Await.until("removed", () -> removed.size() == 1);
        assertThat(streams).hasSize(1);
        assertThat(streams.get(0)).isNotInstanceOf(StreamCache.class).isNotInstanceOf(ByteArrayInputStream.class);
    }
}
