package csms.hub.transmission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {

    private static final String HALF = "H 42\nD A ok\n";
    private static final String WHOLE = HALF + "T 1\n";

    @TempDir
    Path data;

    private TestHub hub;

    @BeforeEach
    void start() throws Exception {
        hub = new TestHub(data, TestDatabase.fresh(), null, new LineExchange().named(TestHub.DMV));
    }

    private List<Path> vaultFiles() throws IOException {
        try (var files = Files.walk(data.resolve("vault"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String sha256(String bytes) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void journalsAFileUnderTheSha256OfItsBytes() throws Exception {
        Transmission file = hub.store(TestHub.name(42), WHOLE);

        assertThat(file.sha256()).isEqualTo(sha256(WHOLE));
        assertThat(file.exchange()).isEqualTo("dmv.locate-answer");
        assertThat(file.state()).isEqualTo(State.STORED);
        assertThat(file.batchNumber()).isEqualTo(42);
        assertThat(hub.operations.unfinished()).extracting(Transmission::id).containsExactly(file.id());
    }

    @Test
    void identifiesAMessageByItsBodyAndCorrelationId() throws Exception {
        Arrival message = new Arrival(
                "dmv", Channel.QUEUE, "ID:abc-1", "partner.dmv.to-csms", WHOLE.length(), TestHub.START, null);
        Transmission file = ((Taken.Stored) hub.offer(message, WHOLE)).transmission();

        assertThat(file.sha256()).isEqualTo(sha256(WHOLE + "ID:abc-1"));
        assertThat(file.fileName()).isEqualTo("ID:abc-1");
        assertThat(file.exchange()).isEqualTo("dmv.locate-answer");
        try (InputStream bytes = hub.vault.read(file.sha256())) {
            assertThat(bytes).hasContent(WHOLE);
        }
    }

    @Test
    void findsTheExchangeOfAMessageByItsHeader() throws Exception {
        LineExchange other = new LineExchange().defect(new IllegalStateException("cannot read it"));
        hub.exchanges.put(other.named("dmv.aaa"));
        Arrival message =
                new Arrival("dmv", Channel.QUEUE, "ID:1", "partner.dmv.to-csms", WHOLE.length(), TestHub.START, null);

        assertThat(((Taken.Stored) hub.offer(message, WHOLE)).transmission().exchange())
                .isEqualTo("dmv.locate-answer");
    }

    @Test
    void takesTheSameArrivalOnceWhenTheHubDiedBeforeItWasRemoved() throws Exception {
        Arrival arrival = hub.arrival("dmv", TestHub.name(42), WHOLE);
        Transmission first = ((Taken.Stored) hub.offer(arrival, WHOLE)).transmission();
        hub.restart();

        assertThat(((Taken.Stored) hub.offer(arrival, WHOLE)).transmission().id())
                .isEqualTo(first.id());
        hub.intake.removed(arrival);
        assertThat(((Taken.Stored) hub.offer(arrival, WHOLE)).transmission().id())
                .isNotEqualTo(first.id());
        assertThat(vaultFiles()).hasSize(1);
    }

    @Test
    void leavesAFileWithoutItsTrailerUntilItsTimeIsOver() throws Exception {
        Arrival arrival = hub.arrival("dmv", TestHub.name(42), HALF);

        assertThat(hub.intake.worthTaking(arrival)).isTrue();
        assertThat(hub.offer(arrival, HALF)).isInstanceOf(Taken.Incomplete.class);
        assertThat(hub.intake.worthTaking(arrival)).isFalse();
        assertThat(vaultFiles()).isEmpty();
        assertThat(hub.history.recent(1)).isEmpty();
        hub.pass(Duration.ofMinutes(10));
        assertThat(hub.intake.worthTaking(arrival)).isTrue();
        assertThat(hub.offer(arrival, HALF)).isInstanceOf(Taken.Stored.class);
    }

    @Test
    void takesAFileAsSoonAsItHasGrownItsTrailer() throws Exception {
        hub.offer(hub.arrival("dmv", TestHub.name(42), HALF), HALF);
        Arrival grown = hub.arrival("dmv", TestHub.name(42), WHOLE);

        assertThat(hub.intake.worthTaking(grown)).isTrue();
        assertThat(hub.offer(grown, WHOLE)).isInstanceOf(Taken.Stored.class);
    }

    @Test
    void neverLetsAMessageWait() throws Exception {
        Arrival message =
                new Arrival("dmv", Channel.QUEUE, "ID:1", "partner.dmv.to-csms", HALF.length(), TestHub.START, null);

        assertThat(hub.offer(message, HALF)).isInstanceOf(Taken.Stored.class);
    }

    @Test
    void keepsTheBytesOfAnIncompleteFileThatAnotherReceiptHas() throws Exception {
        Arrival elsewhere = hub.arrival("dmv", "no-exchange.txt", HALF);
        hub.offer(elsewhere, HALF);
        hub.offer(hub.arrival("dmv", TestHub.name(42), HALF), HALF);

        assertThat(vaultFiles()).hasSize(1);
    }

    @Test
    void keepsNothingOfAFileThatIsShorterOrLongerThanListed() throws Exception {
        Arrival arrival = hub.arrival("dmv", TestHub.name(42), WHOLE);

        assertThatThrownBy(() -> hub.offer(arrival, HALF))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("12 came");
        assertThatThrownBy(() -> hub.offer(arrival, WHOLE + "more")).isInstanceOf(IOException.class);
        assertThat(vaultFiles()).isEmpty();
        assertThat(hub.history.recent(1)).isEmpty();
    }

    @Test
    void keepsNothingOfAFileWhoseConnectionBreaks() throws Exception {
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream(HALF.getBytes(StandardCharsets.US_ASCII)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("connection reset");
                    }
                });

        assertThatThrownBy(() -> hub.intake.take(hub.arrival("dmv", TestHub.name(42), WHOLE), broken))
                .hasMessage("connection reset");
        assertThat(vaultFiles()).isEmpty();
    }

    @Test
    void keepsNothingWhenTheDiskHasNoRoom() throws Exception {
        Arrival huge =
                new Arrival("dmv", Channel.MAILBOX, TestHub.name(42), "/x", Long.MAX_VALUE / 2, TestHub.START, null);

        assertThatThrownBy(() -> hub.offer(huge, WHOLE))
                .isInstanceOf(NoRoomException.class)
                .hasMessageContaining("No room in the vault");
        assertThat(vaultFiles()).isEmpty();
    }

    @Test
    void quarantinesStrangeNamesWithTheirBytes() throws Exception {
        for (String name : List.of(".LOCATE-ANSWER.20261121.000042.TXT", "a b", "x/../y", "LOCATE-ANSWER.TXT")) {
            Transmission file = hub.store(name, WHOLE + name.length());
            assertThat(file.exchange()).isNull();
            assertThat(file.fileName()).matches("[A-Za-z0-9_-][A-Za-z0-9._-]*");
        }
        assertThat(hub.exchanges.claiming("ssa", TestHub.name(42))).isEmpty();
    }
}
