package csms.hub.operation.health;

import csms.hub.channel.Broker;
import csms.hub.channel.Queues;
import csms.hub.operation.health.Partners.Standing;
import csms.hub.partner.HubSettings;
import csms.hub.translation.LiveMappings;
import csms.hub.transmission.DiskSpace;
import csms.hub.transmission.Fate;
import csms.hub.transmission.Figures;
import csms.hub.transmission.History;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The hub's figures as Prometheus reads them. What counts files, records and updates is read from the journal, so it
 * goes on counting where it was after a restart.
 */
@Component
class HubMeters implements MeterBinder {

    /** The exchange of files whose name no exchange claims. */
    private static final String NONE = "none";

    private static final int A_FEW_SECONDS = 2;

    private final Broker broker;
    private final DiskSpace disk;
    private final Partners partners;
    private final HubSettings settings;
    private final LiveMappings mappings;

    private final Supplier<List<Figures.Files>> files;
    private final Supplier<List<Figures.Updates>> updates;
    private final Supplier<Double> held;
    private final Supplier<Double> waiting;

    /** What is registered already: Micrometer warns of a second time. */
    private final Set<List<Object>> there = ConcurrentHashMap.newKeySet();

    private final Set<MeterRegistry> registries = ConcurrentHashMap.newKeySet();

    HubMeters(
            Figures figures,
            History history,
            Broker broker,
            DiskSpace disk,
            Partners partners,
            HubSettings settings,
            LiveMappings mappings) {
        this.broker = broker;
        this.disk = disk;
        this.partners = partners;
        this.settings = settings;
        this.mappings = mappings;
        this.files = new Remembered<>(Duration.ofSeconds(A_FEW_SECONDS), figures::files);
        this.updates = new Remembered<>(Duration.ofSeconds(5 * A_FEW_SECONDS), figures::updates);
        this.held = new Remembered<>(
                Duration.ofSeconds(A_FEW_SECONDS), () -> (double) history.held().size());
        this.waiting = new Remembered<>(
                Duration.ofSeconds(A_FEW_SECONDS),
                () -> history.oldestUnpublished().map(Duration::toMillis).orElse(0L) / 1000.0);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        registries.add(registry);
        for (String queue : Queues.all(settings.queuePartners())) {
            Gauge.builder(
                            "hub.queue.depth",
                            broker,
                            from -> from.queueDepth(queue).orElse(0))
                    .description("Messages that wait in a queue")
                    .tag("queue", queue)
                    .register(registry);
        }
        Gauge.builder("hub.unpublished.age", waiting, Supplier::get)
                .description("How long the oldest accepted transmission waits for its updates to be on the queues")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("hub.held", held, Supplier::get)
                .description("Transmissions that wait for missing files or for an operator")
                .register(registry);
        Gauge.builder("hub.disk.free", disk, HubMeters::free)
                .description("Room on the disk of the data directory")
                .baseUnit("bytes")
                .register(registry);
        exchange(registry, NONE);
    }

    /** Partners, exchanges and types of updates come while the hub runs. */
    @Scheduled(fixedDelay = 5_000)
    void register() {
        for (MeterRegistry registry : registries) {
            partners.all().forEach(partner -> partner(registry, partner.id()));
            mappings.inUse().forEach((exchange, mapping) -> {
                exchange(registry, exchange);
                mapping.publishes().stream()
                        .filter(rule -> !rule.type().endsWith("participant"))
                        .forEach(rule -> updates(registry, exchange, rule.type().replaceFirst("^csms\\.", "")));
            });
        }
    }

    private void partner(MeterRegistry registry, String id) {
        if (!there.add(List.of(registry, "partner", id))) {
            return;
        }
        Gauge.builder("hub.partner.up", partners, from -> from.partner(id).standing() == Standing.UP ? 1 : 0)
                .description("1 when the partner is up, 0 when it is down, degraded or overdue")
                .tag("partner", id)
                .register(registry);
    }

    private void exchange(MeterRegistry registry, String exchange) {
        if (!there.add(List.of(registry, "exchange", exchange))) {
            return;
        }
        for (Fate fate : Fate.values()) {
            FunctionCounter.builder(
                            "hub.transmissions",
                            files,
                            from -> sum(from, exchange, figure -> figure.fate() == fate ? figure.transmissions() : 0))
                    .description("Files and messages by exchange and fate")
                    .tags("exchange", exchange, "fate", fate.word())
                    .register(registry);
        }
        records(registry, exchange, "applied", Figures.Files::applied);
        records(registry, exchange, "rejected", Figures.Files::rejected);
        records(registry, exchange, "not-ours", Figures.Files::notOurs);
        FunctionCounter.builder("hub.rejects", files, from -> sum(from, exchange, Figures.Files::rejected))
                .description("Records that were rejected")
                .tag("exchange", exchange)
                .register(registry);
    }

    private void records(
            MeterRegistry registry, String exchange, String result, ToDoubleFunction<Figures.Files> figure) {
        FunctionCounter.builder("hub.records", files, from -> sum(from, exchange, figure))
                .description("Detail records by what became of them")
                .tags("exchange", exchange, "result", result)
                .register(registry);
    }

    private void updates(MeterRegistry registry, String exchange, String type) {
        if (!there.add(List.of(registry, "updates", exchange, type))) {
            return;
        }
        FunctionCounter.builder(
                        "hub.updates",
                        updates,
                        from -> from.get().stream()
                                .filter(figure -> figure.exchange().equals(exchange)
                                        && figure.type().equals(type))
                                .mapToDouble(Figures.Updates::updates)
                                .sum())
                .description("Updates published to CSMS by type")
                .tags("exchange", exchange, "type", type)
                .register(registry);
    }

    private static double sum(
            Supplier<List<Figures.Files>> files, String exchange, ToDoubleFunction<Figures.Files> figure) {
        return files.get().stream()
                .filter(each -> exchange.equals(each.exchange() == null ? NONE : each.exchange()))
                .mapToDouble(figure)
                .sum();
    }

    private static double free(DiskSpace disk) {
        try {
            return disk.free();
        } catch (IOException e) {
            return Double.NaN;
        }
    }
}
