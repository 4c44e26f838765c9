package csms.hub.transmission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import csms.hub.record.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceivedFileTest {

    private static final String CLEAN = "H 42\nD AB00001X1 ok\nD AB00002X1 secret\nD AB00001X1 ok\nT 3\n";

    @TempDir
    Path data;

    private final LineExchange lines = new LineExchange();
    private TestBroker broker;
    private TestHub hub;

    @BeforeEach
    void start() throws Exception {
        broker = new TestBroker();
        hub = new TestHub(data, TestDatabase.fresh(), broker.connections, lines.named(TestHub.DMV));
    }

    @AfterEach
    void stop() throws Exception {
        broker.close();
    }

    private List<JsonNode> outcomes() throws Exception {
        List<JsonNode> outcomes = new ArrayList<>();
        for (TestBroker.Received outcome : broker.drain("csms.outcomes")) {
            outcomes.add(new JsonMapper().readTree(outcome.text()));
        }
        return outcomes;
    }

    private JsonNode outcome() throws Exception {
        List<JsonNode> outcomes = outcomes();
        assertThat(outcomes).hasSize(1);
        return outcomes.get(0).get("data");
    }

    private static String body(int number, String what, int details) {
        return "H " + number + "\n" + ("D AB00001X1 " + what + "\n").repeat(details) + "T " + details + "\n";
    }

    @Test
    void publishesTheUpdatesOfAnAcceptedFileInRecordOrderWithTheirProperties() throws Exception {
        Transmission file = hub.receive(42, CLEAN);

        assertThat(file.fate()).isEqualTo(Fate.ACCEPTED);
        assertThat(file.state()).isEqualTo(State.FINISHED);
        List<TestBroker.Received> updates = broker.drain("csms.updates");
        assertThat(updates).extracting(TestBroker.Received::subject).containsExactly("AB00001X1", "AB00001X1");
        assertThat(updates).allSatisfy(update -> {
            assertThat(update.type()).isEqualTo("csms.address-located");
            assertThat(update.exchange()).isEqualTo("dmv.locate-answer");
            assertThat(update.group()).isEqualTo(update.subject());
            assertThat(update.deliveryMode()).isEqualTo(jakarta.jms.DeliveryMode.PERSISTENT);
        });
        assertThat(updates.get(0).text()).contains(file.sha256().substring(0, 32) + "-2-line");
        assertThat(updates.get(1).text()).contains(file.sha256().substring(0, 32) + "-4-line");
        assertThat(broker.drain("csms.updates.restricted")).hasSize(1);
    }

    @Test
    void tellsTheOutcomeOfAnAcceptedFile() throws Exception {
        Transmission file = hub.receive(42, "H 42\nD A ok\nD B bad\nD C unknown\nD D other\nD E none\nT 5\n");

        JsonNode event =
                new JsonMapper().readTree(broker.drain("csms.outcomes").get(0).text());
        assertThat(event.get("type").asText()).isEqualTo("csms.transmission-finished");
        assertThat(event.get("source").asText()).isEqualTo("/partners/dmv/exchanges/locate-answer");
        assertThat(event.get("data").toString())
                .isEqualTo("{\"exchange\":\"dmv.locate-answer\",\"fileName\":\"LOCATE-ANSWER.20261121.000042.TXT\","
                        + "\"transmission\":\"" + file.sha256() + "\",\"fate\":\"accepted\",\"records\":5,"
                        + "\"applied\":2,\"rejected\":2,\"notOurs\":1,\"updates\":{\"address-located\":1},"
                        + "\"reasons\":[{\"code\":\"R0103\",\"severity\":\"R\",\"record\":3,\"field\":\"date\","
                        + "\"message\":\"not a date\"},{\"code\":\"R0201\",\"severity\":\"R\",\"record\":4,"
                        + "\"message\":\"nobody of that case\"}]}");
    }

    @Test
    void passesOverAFileOnlyOnce() throws Exception {
        hub.receive(42, CLEAN);

        assertThat(lines.passes).hasValue(1);
    }

    @Test
    void acceptsAFileWithoutDetails() throws Exception {
        assertThat(hub.receive(42, "H 42\nT 0\n").fate()).isEqualTo(Fate.ACCEPTED);
        assertThat(outcome().get("updates")).isEmpty();
    }

    @Test
    void rejectsAFileWhoseCountDiffersAndPublishesNothing() throws Exception {
        Transmission file = hub.receive(42, "H 42\nD A ok\nT 3\n");

        assertThat(file.fate()).isEqualTo(Fate.REJECTED);
        assertThat(file.code()).isEqualTo("F0007");
        assertThat(broker.drain("csms.updates")).isEmpty();
        assertThat(outcome().get("reasons").get(0).get("message").asText())
                .isEqualTo("trailer.count says 3, the file has 1");
        assertThat(hub.history.steps(file.id()))
                .extracting(History.Step::note)
                .contains("rejected: record 3: trailer.count says 3, the file has 1 [F0007]");
        assertThat(lines.translations).hasValue(0);
    }

    @Test
    void rejectsAFileWithMoreRejectsThanTheLimitAndKeepsNoUpdate() throws Exception {
        Transmission file = hub.receive(42, "H 42\nD A ok\n" + "D B bad\n".repeat(6) + "T 7\n");

        assertThat(file.fate()).isEqualTo(Fate.REJECTED);
        assertThat(file.code()).isEqualTo("F0012");
        assertThat(file.applied()).isZero();
        assertThat(file.rejected()).isEqualTo(6);
        assertThat(broker.drain("csms.updates")).isEmpty();
        assertThat(hub.journal
                        .sql()
                        .sql("select count(*) from outbox")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(outcome().get("reasons")).hasSize(7);
        assertThat(hub.text(hub.delivered.get(0)))
                .isEqualTo("DMV 1 2026-11-21T03:15 CSMS>NYSDMV T 42\n0000000  F0012\n"
                        + "0000002 B R0103\n0000003 B R0103\n0000004 B R0103\n"
                        + "0000005 B R0103\n0000006 B R0103\n0000007 B R0103\n");
    }

    @Test
    void doesNotCountUnknownPersonsAgainstTheLimit() throws Exception {
        assertThat(hub.receive(42, body(42, "unknown", 8)).fate()).isEqualTo(Fate.ACCEPTED);
        assertThat(hub.receive(43, body(43, "bad", 5)).fate()).isEqualTo(Fate.ACCEPTED);
        assertThat(hub.receive(44, body(44, "bad", 6)).fate()).isEqualTo(Fate.REJECTED);
    }

    @Test
    void answersAHousePartnerWithItsRejectsInItsOwnSeries() throws Exception {
        hub.receive(42, "H 42\nD A ok\nD B ok\nD C bad\nD D unknown\nT 4\n");
        hub.receive(43, body(43, "ok", 1));

        Answer answer = hub.delivered.get(0);
        assertThat(answer.fileName()).isEqualTo("LOCATE-ANSWER.20261121.000042.TXT.ack");
        assertThat(answer.partner()).isEqualTo("dmv");
        assertThat(hub.text(answer))
                .isEqualTo("DMV 1 2026-11-21T03:15 CSMS>NYSDMV T 42\n0000003 C R0103\n0000004 D R0201\n");
        assertThat(hub.text(hub.delivered.get(1))).isEqualTo("DMV 2 2026-11-21T03:15 CSMS>NYSDMV T 43\n");
    }

    @Test
    void answersWithTheSameBytesWheneverItIsAsked() throws Exception {
        Transmission file = hub.store(TestHub.name(42), CLEAN);
        hub.decide(file);
        hub.steps.publish(file);
        byte[] first = hub.steps.acknowledgment(file).orElseThrow().bytes();
        hub.pass(java.time.Duration.ofDays(1));
        hub.restart();

        assertThat(hub.steps.acknowledgment(file).orElseThrow().bytes()).isEqualTo(first);
    }

    @Test
    void answersNoFederalPartner() throws Exception {
        hub.exchanges.put(new LineExchange().federal().named(TestHub.DMV));

        assertThat(hub.receive(42, CLEAN).state()).isEqualTo(State.FINISHED);
        assertThat(hub.delivered).isEmpty();
    }

    @Test
    void recognizesTheSameBytesWhateverTheirFateWasAndAnswersThemWithTheFirstReport() throws Exception {
        Transmission first = hub.receive(42, "H 42\nD A ok\nT 3\n");
        outcomes();
        Transmission again = hub.receive(43, "H 42\nD A ok\nT 3\n");

        assertThat(again.fate()).isEqualTo(Fate.DUPLICATE);
        assertThat(again.first()).isEqualTo(first.id());
        assertThat(hub.delivered.get(1).bytes()).isEqualTo(hub.delivered.get(0).bytes());
        assertThat(hub.delivered.get(1).fileName()).isEqualTo("LOCATE-ANSWER.20261121.000043.TXT.ack");
        JsonNode outcome = outcome();
        assertThat(outcome.get("fate").asText()).isEqualTo("duplicate");
        assertThat(outcome.get("updates")).isEmpty();
    }

    @Test
    void tellsEveryDuplicateItsOwnOutcome() throws Exception {
        hub.receive(42, CLEAN);
        hub.receive(42, CLEAN);
        hub.receive(42, CLEAN);

        assertThat(outcomes())
                .extracting(outcome -> outcome.get("data").get("fate").asText())
                .containsExactly("accepted", "duplicate", "duplicate");
        assertThat(broker.drain("csms.updates")).hasSize(2);
    }

    @Test
    void judgesFilesAnewThatNothingTellsApart() throws Exception {
        hub.exchanges.put(new LineExchange().undated().named(TestHub.DMV));
        hub.receive(1, "H none\nT 0\n");

        assertThat(hub.receive(1, "H none\nT 0\n").fate()).isEqualTo(Fate.ACCEPTED);
        assertThat(hub.receive(1, "").fate())
                .isEqualTo(hub.receive(1, "").fate())
                .isEqualTo(Fate.REJECTED);
    }

    @Test
    void quarantinesANameThatNoExchangeClaims() throws Exception {
        Transmission file = hub.run(hub.store("..\\evil\u00e9 name.TXT", CLEAN));

        assertThat(file.fate()).isEqualTo(Fate.QUARANTINED);
        assertThat(file.state()).isEqualTo(State.HELD);
        assertThat(file.fileName()).isEqualTo("_._evil__name.TXT");
        JsonNode outcome = outcome();
        assertThat(outcome.has("exchange")).isFalse();
        assertThat(outcome.get("fate").asText()).isEqualTo("quarantined");
        try (var bytes = hub.vault.read(file.sha256())) {
            assertThat(bytes).hasContent(CLEAN);
        }
        assertThat(hub.delivered).isEmpty();
        assertThatThrownBy(() -> hub.operations.release(file.id()))
                .isInstanceOf(OperationRefused.class)
                .hasMessageContaining("no exchange that is live takes a file of this name");
    }

    @Test
    void releasesAFileThatAnExchangeClaimsByNow() throws Exception {
        Transmission file = hub.run(hub.store("SUSPENSION-ANSWER.20261121.000001.TXT", CLEAN));
        hub.exchanges.put(new LineExchange().named("dmv.suspension-answer"));
        hub.run(hub.operations.release(file.id()));

        assertThat(hub.journal.get(file.id()).fate()).isEqualTo(Fate.ACCEPTED);
        assertThat(broker.drain("csms.updates")).hasSize(2);
    }

    @Test
    void translatesBatchesInSeveralThreadsAndPublishesThemInOrder() throws Exception {
        StringBuilder body = new StringBuilder("H 1\n");
        for (int i = 0; i < 500; i++) {
            body.append("D C").append(i).append(" ok\n");
        }
        Transmission file = hub.store(TestHub.name(1), body + "T 500\n");
        hub.steps.verify(file);
        var pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int batch : hub.steps.batches(file)) {
                work.add(() -> {
                    hub.steps.translate(file, batch);
                    return null;
                });
            }
            for (Future<Void> done : pool.invokeAll(work, 60, TimeUnit.SECONDS)) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
        hub.run(file);

        List<TestBroker.Received> updates = broker.drain("csms.updates");
        assertThat(updates).hasSize(500);
        for (int i = 0; i < 500; i++) {
            assertThat(updates.get(i).subject()).isEqualTo("C" + i);
        }
        assertThat(hub.history.batches(file.id())).hasSize(250).allSatisfy(batch -> {
            assertThat(batch.translatedAt()).isNotNull();
            assertThat(batch.publishedAt()).isNotNull();
        });
    }

    @Test
    void doesNotAcceptWhileABatchIsMissing() throws Exception {
        Transmission file = hub.store(TestHub.name(42), CLEAN);
        hub.steps.verify(file);
        hub.steps.translate(file, 1);

        assertThatThrownBy(() -> hub.steps.accept(file)).hasMessageContaining("1 batches are not translated");
    }

    @Test
    void startsOverWhenTheMappingChangesHalfway() throws Exception {
        Transmission file = hub.store(TestHub.name(42), CLEAN);
        hub.steps.verify(file);
        hub.steps.translate(file, 1);
        hub.exchanges.put(new LineExchange().digest("mapping-2").named(TestHub.DMV));

        assertThatThrownBy(() -> hub.steps.translate(file, 2)).hasMessageContaining("the mapping has changed");
        hub.run(file);

        assertThat(broker.drain("csms.updates"))
                .hasSize(2)
                .allSatisfy(update -> assertThat(update.text()).contains("mapping-2"));
        assertThat(hub.journal.get(file.id()).mapping()).isEqualTo("mapping-2");
    }

    @Test
    void keepsAFileWhoseExchangeIsNotLiveUntilItIs() throws Exception {
        LineExchange broken = new LineExchange().digest("broken").defect(new IllegalStateException("a defect"));
        hub.exchanges.put(broken.named(TestHub.DMV));
        Transmission file = hub.store(TestHub.name(42), CLEAN);
        assertThatThrownBy(() -> hub.run(file)).hasMessage("a defect");

        hub.exchanges.put(lines.named(TestHub.DMV));
        hub.runUnfinished();

        assertThat(hub.journal.get(file.id()).fate()).isEqualTo(Fate.ACCEPTED);
    }

    @Test
    void replaysAnAcceptedFileUnderTheSameEventIds() throws Exception {
        Transmission file = hub.receive(42, CLEAN);
        List<TestBroker.Received> before = broker.drain("csms.updates");
        outcomes();
        hub.exchanges.put(new LineExchange().digest("mapping-2").named(TestHub.DMV));

        Transmission again = hub.run(hub.operations.replay(file.id()));

        List<TestBroker.Received> after = broker.drain("csms.updates");
        assertThat(after)
                .extracting(update -> update.text().replace("mapping-2", "mapping-1"))
                .containsExactlyElementsOf(
                        before.stream().map(TestBroker.Received::text).toList());
        JsonNode outcome = outcome();
        assertThat(outcome.get("fate").asText()).isEqualTo("accepted");
        assertThat(outcome.get("previousFate").asText()).isEqualTo("accepted");
        assertThat(again.round()).isEqualTo(1);
        assertThat(hub.delivered).hasSize(1);
        hub.run(hub.operations.replay(file.id()));
        assertThat(broker.drain("csms.updates")).hasSize(2);
    }

    @Test
    void replaysOnlyWhatWasAccepted() throws Exception {
        Transmission rejected = hub.receive(42, "H 42\nD A ok\nT 3\n");

        assertThatThrownBy(() -> hub.operations.replay(rejected.id()))
                .isInstanceOf(OperationRefused.class)
                .hasMessageContaining("it is rejected");
        assertThatThrownBy(() -> hub.operations.replay(999)).hasMessage("There is no transmission 999");
    }

    @Test
    void appliesAParticipantExtractBeforeItsOutcomeAndPublishesNoUpdate() throws Exception {
        hub.exchanges.put(new LineExchange().participants().named(TestHub.DMV));
        hub.index.compared =
                List.of(Reason.of("R0203", 3, "a second record of one key"), Reason.of("W0401", 2, "known"));

        Transmission file = hub.receive(42, CLEAN);

        assertThat(hub.index.calls).containsExactly("check false", "apply false", "swap");
        assertThat(file.applied()).isEqualTo(2);
        assertThat(file.rejected()).isEqualTo(1);
        assertThat(broker.drain("csms.updates")).isEmpty();
        assertThat(outcome().get("reasons")).hasSize(2);
        assertThat(hub.text(hub.delivered.get(0))).contains("0000001 AB00001X1 W0401\n0000002 AB00002X1 R0203\n");
    }

    @Test
    void quarantinesAFullExtractWithTooFewParticipantsUntilItIsReleased() throws Exception {
        hub.exchanges.put(new LineExchange().participants().named(TestHub.DMV));
        hub.index.tooFew = true;
        String parf = "H 7  PARF\nD A ok\nT 1\n";
        Transmission file = hub.receive(7, parf);

        assertThat(file.fate()).isEqualTo(Fate.QUARANTINED);
        assertThat(hub.index.applied).isEmpty();
        hub.run(hub.operations.release(file.id()));

        assertThat(hub.journal.get(file.id()).fate()).isEqualTo(Fate.ACCEPTED);
        assertThat(hub.index.calls).containsExactly("check true", "check true", "apply true", "swap");
    }

    @Test
    void showsItsHistoryWithoutAnyValue() throws Exception {
        Transmission file = hub.receive(42, "H 42\nD A ok\nD B bad\nT 2\n");

        assertThat(hub.history.find(Long.toString(file.id()))).hasSize(1);
        assertThat(hub.history.find(file.sha256().substring(0, 8))).hasSize(1);
        assertThat(hub.history.find(file.fileName())).hasSize(1);
        assertThat(hub.history.find("nothing")).isEmpty();
        assertThat(hub.history.recent(5)).extracting(Transmission::id).containsExactly(file.id());
        assertThat(hub.history.steps(file.id()))
                .extracting(History.Step::step)
                .containsExactly("store", "verify", "accept", "publish", "acknowledge");
        assertThat(hub.history.reasons(file.id(), 10)).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo("R0103");
            assertThat(reason.reportable()).isEmpty();
        });
        assertThat(hub.history.counts()).containsExactly(new History.Count("dmv.locate-answer", Fate.ACCEPTED, 1));
        assertThat(hub.history.oldestUnpublished()).isEmpty();
    }

    @Test
    void saysHowLongAcceptedUpdatesWait() throws Exception {
        hub.decide(hub.store(TestHub.name(42), CLEAN));
        hub.pass(java.time.Duration.ofMinutes(3));

        assertThat(hub.history.oldestUnpublished()).contains(java.time.Duration.ofMinutes(3));
    }
}
