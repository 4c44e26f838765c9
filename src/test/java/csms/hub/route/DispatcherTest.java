package csms.hub.route;

import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.transmission.Transmission;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DispatcherTest {

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Map<Long, Transmission> journal = new ConcurrentSkipListMap<>();
    private final List<Long> ran = new CopyOnWriteArrayList<>();
    private final Map<Long, Integer> failing = new ConcurrentHashMap<>();
    private final Map<Long, CountDownLatch> held = new ConcurrentHashMap<>();
    private volatile boolean databaseDown;
    private Dispatcher dispatcher;

    @BeforeEach
    void start() throws Exception {
        camel.start();
        route("ssa.one");
        route("ssa.two");
        route("receive");
        dispatcher = new Dispatcher(camel, this::unfinished, 4, Duration.ofMillis(50));
    }

    @AfterEach
    void stop() throws Exception {
        dispatcher.close();
        camel.close();
    }

    private List<Transmission> unfinished() {
        if (databaseDown) {
            throw new IllegalStateException("no connection");
        }
        return List.copyOf(journal.values());
    }

    private void route(String id) throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:" + id).routeId(id).process(DispatcherTest.this::process);
            }
        });
    }

    private void process(Exchange exchange) throws Exception {
        Transmission transmission = exchange.getIn().getBody(Transmission.class);
        assertThat(exchange.getVariable("exchange")).isEqualTo(transmission.exchange());
        CountDownLatch latch = held.get(transmission.id());
        if (latch != null) {
            latch.await(20, TimeUnit.SECONDS);
        }
        ran.add(transmission.id());
        if (failing.merge(transmission.id(), -1, Integer::sum) >= 0) {
            throw new IOException("database is away");
        }
        journal.remove(transmission.id());
    }

    private Transmission store(long id, String exchange) {
        Transmission transmission = Transmissions.of(id, exchange);
        journal.put(id, transmission);
        return transmission;
    }

    @Test
    void runsWhatAnEarlierRunLeftUnfinishedInOrderOfArrival() throws Exception {
        for (long id = 1; id <= 20; id++) {
            store(id, "ssa.one");
        }
        dispatcher.start();
        Await.until("all ran", journal::isEmpty);
        assertThat(ran).isSorted().hasSize(20);
    }

    @Test
    void runsExchangesBesideEachOther() throws Exception {
        held.put(1L, new CountDownLatch(1));
        dispatcher.run(store(1, "ssa.one"));
        dispatcher.run(store(2, "ssa.one"));
        dispatcher.run(store(3, "ssa.two"));
        Await.until("two ran", () -> ran.contains(3L));
        assertThat(ran).containsExactly(3L);
        held.get(1L).countDown();
        Await.until("all ran", journal::isEmpty);
        assertThat(ran).containsExactly(3L, 1L, 2L);
    }

    @Test
    void triesAgainWhatFailedBeforeWhatCameAfterIt() throws Exception {
        failing.put(1L, 3);
        dispatcher.run(store(1, "ssa.one"));
        dispatcher.run(store(2, "ssa.one"));
        Await.until("all ran", journal::isEmpty);
        assertThat(ran).containsExactly(1L, 1L, 1L, 1L, 2L);
    }

    @Test
    void runsWhatNoExchangeClaimsThroughReceive() throws Exception {
        dispatcher.run(store(1, null));
        Await.until("ran", journal::isEmpty);
    }

    @Test
    void keepsTransmissionsUntilTheirRouteComes() throws Exception {
        dispatcher.run(store(1, "ssa.three"));
        dispatcher.run(store(2, "ssa.one"));
        Await.until("the other ran", () -> ran.contains(2L));
        assertThat(journal).containsOnlyKeys(1L);
        route("ssa.three");
        dispatcher.wake();
        Await.until("ran", journal::isEmpty);
    }

    @Test
    void runsAgainWhatAnOperatorReplays() throws Exception {
        Transmission finished = Transmissions.of(7, "ssa.one");
        dispatcher.run(finished);
        Await.until("ran", () -> ran.size() == 1);
        dispatcher.run(finished);
        Await.until("ran again", () -> ran.size() == 2);
    }

    @Test
    void looksForWhatBecameReadyWhenSomethingFinishes() throws Exception {
        held.put(1L, new CountDownLatch(1));
        dispatcher.run(store(1, "ssa.one"));
        store(2, "ssa.two");
        held.get(1L).countDown();
        Await.until("both ran", journal::isEmpty);
        assertThat(ran).contains(2L);
    }

    @Test
    void goesOnWhenTheJournalCanBeReadAgain() throws Exception {
        databaseDown = true;
        dispatcher.run(store(1, "ssa.one"));
        databaseDown = false;
        Await.until("ran", journal::isEmpty);
    }
}
