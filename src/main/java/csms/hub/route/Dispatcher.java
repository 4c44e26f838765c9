package csms.hub.route;

import csms.hub.transmission.Transmission;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.ServiceStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what is stored and unfinished through the route of its exchange. The journal is the queue: an exchange's
 * transmissions run one at a time in order of arrival, exchanges run beside each other. One that fails is tried again
 * after a growing pause, and those behind it wait; one whose route is not loaded waits for the route.
 */
public final class Dispatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    /** The route of a transmission that no exchange claims. */
    private static final String UNCLAIMED = "receive";

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final CamelContext camel;
    private final ProducerTemplate template;
    private final Supplier<List<Transmission>> unfinished;
    private final Duration firstPause;
    private final ScheduledExecutorService looking;
    private final ExecutorService workers;
    private final AtomicBoolean lookAgain = new AtomicBoolean();

    /** Guards the two maps and what is in them. */
    private final Object lock = new Object();

    private final Map<String, Lane> lanes = new HashMap<>();
    private final Map<Long, Transmission> told = new TreeMap<>();

    /**
     * @param unfinished what the journal has that could go on now, in order of arrival
     * @param workers how many exchanges may run beside each other
     */
    public Dispatcher(CamelContext camel, Supplier<List<Transmission>> unfinished, int workers) {
        this(camel, unfinished, workers, Duration.ofSeconds(1));
    }

    Dispatcher(CamelContext camel, Supplier<List<Transmission>> unfinished, int workers, Duration firstPause) {
        this.camel = camel;
        this.template = camel.createProducerTemplate();
        this.unfinished = unfinished;
        this.firstPause = firstPause;
        this.looking = Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "dispatcher"));
        AtomicInteger number = new AtomicInteger();
        this.workers =
                Executors.newFixedThreadPool(workers, work -> daemon(work, "exchange-" + number.incrementAndGet()));
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** One exchange: what it does now, or how long it pauses. */
    private static final class Lane {
        private boolean busy;
        private boolean warned;
        private int failures;
        private long notBefore = System.nanoTime();
        private @Nullable Long finished;
    }

    /** Begins with everything that an earlier run of the hub left unfinished. */
    public void start() {
        looking.scheduleWithFixedDelay(this::wake, 0, 30, TimeUnit.SECONDS);
    }

    /** Something was stored, released or replayed: it runs now, whatever failed before. */
    public void run(Transmission transmission) {
        synchronized (lock) {
            told.put(transmission.id(), transmission);
            Lane lane = lanes.get(laneOf(transmission));
            if (lane != null) {
                lane.notBefore = System.nanoTime();
            }
        }
        wake();
    }

    /** Looks into the journal; also when a route has come. */
    public void wake() {
        if (lookAgain.compareAndSet(false, true)) {
            later(Duration.ZERO, this::look);
        }
    }

    private void wakeIn(Duration pause) {
        later(pause, this::wake);
    }

    private void later(Duration pause, Runnable work) {
        try {
            looking.schedule(work, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The hub stops; the journal is looked at again at the next start");
        }
    }

    private void look() {
        lookAgain.set(false);
        try {
            Set<String> passed = busyLanes(); // one that ends while the journal is read is looked at the next time
            for (Transmission next : waiting()) {
                if (passed.add(laneOf(next))) {
                    offer(next);
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("The journal cannot be read, tried again: {}", e.toString());
            wakeIn(Duration.ofSeconds(5));
        }
    }

    private Set<String> busyLanes() {
        synchronized (lock) {
            Set<String> busy = new HashSet<>();
            lanes.forEach((name, lane) -> {
                if (lane.busy) {
                    busy.add(name);
                }
            });
            return busy;
        }
    }

    private Collection<Transmission> waiting() {
        List<Transmission> journaled = unfinished.get();
        synchronized (lock) {
            Map<Long, Transmission> waiting = new TreeMap<>(told);
            journaled.forEach(transmission -> waiting.put(transmission.id(), transmission));
            return waiting.values();
        }
    }

    /** Starts the first of its lane, unless the lane pauses or its route is not there. */
    private void offer(Transmission next) {
        synchronized (lock) {
            Lane lane = lanes.computeIfAbsent(laneOf(next), name -> new Lane());
            boolean asked = told.containsKey(next.id());
            long left = lane.notBefore - System.nanoTime();
            if (left > 0) {
                wakeIn(Duration.ofNanos(left).plusMillis(1));
            } else if (!running(laneOf(next))) {
                if (!lane.warned) {
                    LOG.warn("The route {} is not running; its transmissions wait in the journal", laneOf(next));
                    lane.warned = true;
                }
            } else if (!asked && lane.finished != null && lane.finished == next.id()) {
                LOG.warn("{} ran and is still unfinished", next.title());
                lane.finished = null;
                pause(lane);
            } else {
                told.remove(next.id());
                lane.busy = true;
                lane.warned = false;
                workers.execute(() -> work(lane, next));
            }
        }
    }

    private void work(Lane lane, Transmission transmission) {
        Exception failure = null;
        try {
            send(transmission);
        } catch (Exception e) {
            failure = e;
        }
        synchronized (lock) {
            lane.busy = false;
            if (failure == null) {
                lane.failures = 0;
                lane.finished = transmission.id();
            } else {
                lane.finished = null;
                told.putIfAbsent(transmission.id(), transmission);
                Duration pause = pause(lane);
                LOG.warn(
                        "{} is unfinished after attempt {}, tried again in {} s: {}",
                        transmission.title(),
                        lane.failures,
                        pause.toSeconds(),
                        failure.getClass().getSimpleName());
            }
        }
        wake();
    }

    private Duration pause(Lane lane) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(lane.failures, 16));
        if (pause.compareTo(LONGEST_PAUSE) > 0) {
            pause = LONGEST_PAUSE;
        }
        lane.failures++;
        lane.notBefore = System.nanoTime() + pause.toNanos();
        wakeIn(pause.plusMillis(1));
        return pause;
    }

    private void send(Transmission transmission) throws Exception {
        Exchange done = template.send("direct:" + laneOf(transmission), exchange -> {
            exchange.getIn().setBody(transmission);
            exchange.setVariable("exchange", transmission.exchange());
        });
        if (done.getException() != null) {
            throw done.getException();
        }
    }

    private static String laneOf(Transmission transmission) {
        String exchange = transmission.exchange();
        return exchange == null ? UNCLAIMED : exchange;
    }

    private boolean running(String route) {
        ServiceStatus status = camel.getRouteController().getRouteStatus(route);
        return status != null && status.isStarted();
    }

    /** Lets what runs come to its end, for half a minute; what is left goes on at the next start. */
    @Override
    public void close() throws InterruptedException {
        looking.shutdownNow();
        workers.shutdown();
        if (!workers.awaitTermination(30, TimeUnit.SECONDS)) {
            LOG.warn("Stopped while exchanges were running; they go on at the next start");
        }
        template.stop();
    }
}
