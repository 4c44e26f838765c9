package csms.hub.transmission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesTest {

    @TempDir
    Path data;

    private TestBroker broker;
    private TestHub hub;

    @BeforeEach
    void start() throws Exception {
        broker = new TestBroker();
        hub = new TestHub(data, TestDatabase.fresh(), broker.connections, new LineExchange().named(TestHub.DMV));
    }

    @AfterEach
    void stop() throws Exception {
        broker.close();
    }

    private Transmission receive(int number) throws Exception {
        return receive(number, "ok");
    }

    private Transmission receive(int number, String what) throws Exception {
        Transmission file = hub.receive(number, "H " + number + "\nD C" + number + " " + what + "\nT 1\n");
        hub.runUnfinished();
        return hub.journal.get(file.id());
    }

    private List<String> subjects() throws Exception {
        return broker.drain("csms.updates").stream()
                .map(TestBroker.Received::subject)
                .toList();
    }

    private List<String> outcomes() throws Exception {
        List<String> told = new ArrayList<>();
        for (TestBroker.Received outcome : broker.drain("csms.outcomes")) {
            JsonNode of = new JsonMapper().readTree(outcome.text()).get("data");
            String name = of.get("fileName").asText();
            told.add(name.substring(name.length() - 7, name.length() - 4) + " "
                    + of.get("fate").asText()
                    + (of.has("previousFate")
                            ? " before " + of.get("previousFate").asText()
                            : ""));
        }
        return told;
    }

    @Test
    void takesAnyFirstNumberAndThenTheNext() throws Exception {
        assertThat(receive(42).fate()).isEqualTo(Fate.ACCEPTED);
        assertThat(receive(43).fate()).isEqualTo(Fate.ACCEPTED);
    }

    @Test
    void rejectsANumberThatOtherBytesHad() throws Exception {
        receive(42);
        Transmission other = receive(42, "other");

        assertThat(other.fate()).isEqualTo(Fate.REJECTED);
        assertThat(other.code()).isEqualTo("F0005");
        assertThat(hub.text(hub.delivered.get(1))).endsWith(" 42\n0000000  F0005\n");
        assertThat(receive(43).fate()).isEqualTo(Fate.ACCEPTED);
    }

    @Test
    void holdsFilesAfterAGapAndResumesThemInNumberOrderWhenItCloses() throws Exception {
        receive(42);
        assertThat(receive(45).state()).isEqualTo(State.HELD);
        assertThat(receive(44).state()).isEqualTo(State.HELD);
        assertThat(hub.delivered).hasSize(1);
        hub.restart();

        receive(43);

        assertThat(subjects()).containsExactly("C42", "C43", "C44", "C45");
        assertThat(outcomes())
                .containsExactly(
                        "042 accepted",
                        "045 quarantined",
                        "044 quarantined",
                        "043 accepted",
                        "044 accepted before quarantined",
                        "045 accepted before quarantined");
        assertThat(hub.delivered).hasSize(4);
        assertThat(hub.text(hub.delivered.get(3))).doesNotContain("F0006");
    }

    @Test
    void rejectsAnotherFileOfAHeldNumber() throws Exception {
        receive(42);
        Transmission held = receive(44);

        assertThat(receive(44, "other").code()).isEqualTo("F0005");
        receive(43);
        assertThat(hub.journal.get(held.id()).fate()).isEqualTo(Fate.ACCEPTED);
    }

    @Test
    void releasesAHeldFileAndGoesOnFromItsNumber() throws Exception {
        receive(42);
        Transmission held = receive(45);

        hub.run(hub.operations.release(held.id()));

        assertThat(hub.journal.get(held.id()).fate()).isEqualTo(Fate.ACCEPTED);
        assertThat(outcomes()).endsWith("045 quarantined", "045 accepted before quarantined");
        assertThat(receive(46).fate()).isEqualTo(Fate.ACCEPTED);
        assertThat(receive(43).state()).isEqualTo(State.HELD);
    }

    @Test
    void doesNotGoBackForALateFileThatIsReleased() throws Exception {
        receive(42);
        hub.run(hub.operations.release(receive(45).id()));
        hub.run(hub.operations.release(receive(43).id()));

        assertThat(receive(46).fate()).isEqualTo(Fate.ACCEPTED);
    }

    @Test
    void beginsAnewWhenAFileWithALowerNumberIsReleased() throws Exception {
        receive(5000);
        hub.run(hub.operations.release(receive(1).id()));

        assertThat(receive(2).fate()).isEqualTo(Fate.ACCEPTED);
    }

    @Test
    void countsTheNumberOfARejectedFileAsUsed() throws Exception {
        receive(42);
        assertThat(hub.receive(43, "H 43 P\nD A ok\nT 1\n").code()).isEqualTo("F0011");
        assertThat(receive(44).fate()).isEqualTo(Fate.ACCEPTED);
        assertThat(hub.receive(46, "H 46 P\nD A ok\nT 1\n").code()).isEqualTo("F0011");
        assertThat(receive(47).state()).isEqualTo(State.HELD);

        receive(45);

        assertThat(subjects()).containsExactly("C42", "C44", "C45", "C47");
    }

    @Test
    void doesNotCountTheNumberOfAnIncompleteFileAsUsed() throws Exception {
        receive(42);
        String half = "H 43\nD C43 ok\n";
        Arrival arrival = hub.arrival("dmv", TestHub.name(43), half);
        hub.offer(arrival, half);
        hub.pass(java.time.Duration.ofMinutes(10));
        Transmission file = hub.run(((Taken.Stored) hub.offer(arrival, half)).transmission());

        assertThat(file.code()).isEqualTo("F0002");
        assertThat(file.fate()).isEqualTo(Fate.QUARANTINED);
        assertThat(receive(43).fate()).isEqualTo(Fate.ACCEPTED);
    }

    @Test
    void countsAQueueByItself() throws Exception {
        receive(42);
        String body = "H 7\nD C7 ok\nT 1\n";
        Arrival message = new Arrival(
                "dmv", Channel.QUEUE, "ID:1", "partner.dmv.to-csms", body.length(), TestHub.START, "request-1");

        Transmission file = hub.run(((Taken.Stored) hub.offer(message, body)).transmission());

        assertThat(file.fate()).isEqualTo(Fate.ACCEPTED);
        assertThat(hub.delivered.get(1).correlationId()).isEqualTo("request-1");
        assertThat(hub.delivered.get(1).channel()).isEqualTo(Channel.QUEUE);
    }

    @Test
    void goesOnWithOneAfterAllNines() throws Exception {
        hub.exchanges.put(new LineExchange().federal().named(TestHub.DMV));
        receive(1);
        for (int skipped : new int[] {400_000, 800_000, 999_999}) {
            hub.run(hub.operations.release(receive(skipped).id()));
        }

        Transmission one = hub.run(hub.store(TestHub.name(1), "H 1\nD again ok\nT 1\n"));

        assertThat(one.fate()).isEqualTo(Fate.ACCEPTED);
        assertThat(Series.position(1, 99_999_999, 99_999_999)).isEqualTo(100_000_000);
        assertThat(Series.position(99_999_999, 100_000_000, 99_999_999)).isEqualTo(99_999_999);
    }
}
