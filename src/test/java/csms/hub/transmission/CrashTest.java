package csms.hub.transmission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Session;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The hub dies between any two steps: after the restart no update is missing and none is there twice. */
class CrashTest {

    private static final String BODY =
            "H 42\nD C1 ok\nD C2 secret\nD C3 ok\nD C4 other\nD C5 other\nD C6 other\nD C7 secret\nD C8 ok\nT 8\n";

    @TempDir
    Path data;

    private TestBroker broker;
    private DataSource database;
    private TestHub hub;

    @BeforeEach
    void start() throws Exception {
        broker = new TestBroker();
        database = TestDatabase.fresh();
        hub = new TestHub(data, database, broker.connections, new LineExchange().named(TestHub.DMV));
    }

    @AfterEach
    void stop() throws Exception {
        broker.close();
    }

    private void assertEverythingOnce() throws Exception {
        assertThat(broker.drain("csms.updates"))
                .extracting(TestBroker.Received::subject)
                .containsExactly("C1", "C3", "C8");
        assertThat(broker.drain("csms.updates.restricted"))
                .extracting(TestBroker.Received::subject)
                .containsExactly("C2", "C7");
        assertThat(broker.drain("csms.outcomes")).hasSize(1);
        Transmission file = hub.history.recent(1).get(0);
        assertThat(file.state()).isEqualTo(State.FINISHED);
        assertThat(file.applied()).isEqualTo(5);
        assertThat(file.notOurs()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void diesAfterAnyStep(int done) throws Exception {
        Transmission file = hub.store(TestHub.name(42), BODY);
        List<Step> way = new ArrayList<>(List.of(hub.steps::onceOnly, hub.steps::verify));
        for (int batch = 1; batch <= 4; batch++) {
            int number = batch;
            way.add(t -> hub.steps.translate(t, number));
        }
        way.addAll(List.of(hub.steps::accept, hub.steps::publish));
        for (Step step : way.subList(0, done)) {
            step.of(file);
        }
        hub.restart();

        hub.runUnfinished();

        assertEverythingOnce();
    }

    @Test
    void doesNothingWhenTheWholeWayIsWalkedAgain() throws Exception {
        Transmission file = hub.receive(42, BODY);
        hub.run(file);
        hub.run(file);

        assertEverythingOnce();
        assertThat(hub.history.steps(file.id())).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "1, true", "2, false", "2, true", "3, false", "3, true"})
    void diesAroundACommitOfTheBroker(int commit, boolean committed) throws Exception {
        Transmission file = hub.store(TestHub.name(42), BODY);
        hub.broker(dyingAt(commit, committed));
        assertThatThrownBy(() -> hub.run(file)).isInstanceOf(Died.class);
        hub.broker(broker.connections);

        hub.runUnfinished();

        assertEverythingOnce();
    }

    @Test
    void diesBetweenTheLastCommitAndItsEntryInTheJournal() throws Exception {
        Transmission file = hub.store(TestHub.name(42), BODY);
        hub.decide(file);
        hub.steps.publish(file);
        // As if the process had died before the entries of the last batch and of the whole file.
        hub.journal
                .sql()
                .sql("update batch set published_at = null where number = 4")
                .update();
        hub.journal
                .sql()
                .sql("update transmission set state = 'DECIDED', outcomes = 0")
                .update();
        hub.restart();

        hub.runUnfinished();

        assertEverythingOnce();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tellsTheOutcomeOfARejectedFileOnce(boolean committed) throws Exception {
        Transmission file = hub.store(TestHub.name(42), "H 42\nD A ok\nT 7\n");
        hub.broker(dyingAt(1, committed));
        assertThatThrownBy(() -> hub.run(file)).isInstanceOf(Died.class);
        hub.broker(broker.connections);

        hub.runUnfinished();

        assertThat(broker.drain("csms.outcomes")).hasSize(1);
        assertThat(broker.drain("csms.updates")).isEmpty();
    }

    @Test
    void publishesAReplayOnceThoughItDies() throws Exception {
        Transmission file = hub.receive(42, BODY);
        broker.drain("csms.updates");
        broker.drain("csms.updates.restricted");
        broker.drain("csms.outcomes");
        hub.broker(dyingAt(2, true));
        Transmission again = hub.operations.replay(file.id());
        assertThatThrownBy(() -> hub.run(again)).isInstanceOf(Died.class);
        hub.broker(broker.connections);

        hub.runUnfinished();

        assertEverythingOnce();
    }

    @Test
    void takesUpFilesInTheOrderOfTheirArrival() throws Exception {
        Transmission first = hub.store(TestHub.name(42), BODY);
        Transmission second = hub.store(TestHub.name(43), "H 43\nD C9 ok\nT 1\n");
        hub.restart();

        assertThat(hub.operations.unfinished()).extracting(Transmission::id).containsExactly(first.id(), second.id());
    }

    private interface Step {
        void of(Transmission file) throws Exception;
    }

    private static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The real broker behind connections that break off for good just before, or just after, the commit of that number. */
    private ConnectionFactory dyingAt(int commit, boolean committed) {
        AtomicInteger commits = new AtomicInteger();
        return wrap(ConnectionFactory.class, broker.connections, commits, commit, committed);
    }

    private <T> T wrap(Class<T> type, T real, AtomicInteger commits, int commit, boolean committed) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            boolean dies = method.getName().equals("commit") && commits.incrementAndGet() == commit;
            if (dies && !committed) {
                throw new Died();
            }
            Object result;
            try {
                result = method.invoke(real, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            if (dies) {
                throw new Died();
            }
            if (result instanceof Connection connection) {
                return wrap(Connection.class, connection, commits, commit, committed);
            }
            return result instanceof Session session
                    ? wrap(Session.class, session, commits, commit, committed)
                    : result;
        }));
    }
}
