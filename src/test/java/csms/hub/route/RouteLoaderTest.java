package csms.hub.route;

import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.layout.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteLoaderTest {

    private static final String ROUTE = """
            - route:
                id: ID
                description: An example.
                routeConfigurationId: policy
                from:
                  uri: direct:ID
                  steps:
                    - bean: { ref: step, method: work }
                    - setBody: { constant: "ANSWER" }
            """;

    @TempDir
    Path routes;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Step step = new Step();
    private final AtomicInteger changes = new AtomicInteger();
    private RouteLoader loader;

    /** A step that may fail, or wait to be let go. */
    public static final class Step {
        private volatile CountDownLatch latch = new CountDownLatch(0);
        private final AtomicInteger begun = new AtomicInteger();
        private final AtomicInteger failures = new AtomicInteger();

        public void work() throws Exception {
            begun.incrementAndGet();
            latch.await(20, TimeUnit.SECONDS);
            if (failures.getAndDecrement() > 0) {
                throw new IOException("away");
            }
        }
    }

    @BeforeEach
    void start() throws Exception {
        camel.getRegistry().bind("step", step);
        camel.start();
        write("shared/policy.camel.yaml", policy(0));
        write("ssa/one.camel.yaml", route("ssa.one", "first"));
        write("ssa/two.camel.yaml", route("ssa.two", "second"));
        write("shared/three.camel.yaml", route("three", "third"));
        loader = loader(Duration.ofSeconds(10));
    }

    private RouteLoader loader(Duration drain) {
        return new RouteLoader(
                camel, routes, new RouteLinter(Set.of("step"), exchange -> true), changes::incrementAndGet, drain);
    }

    @AfterEach
    void stop() throws Exception {
        step.latch.countDown();
        loader.close();
        camel.close();
    }

    private static String policy(int redeliveries) {
        return """
                - routeConfiguration:
                    id: policy
                    description: An example.
                    errorHandler:
                      defaultErrorHandler:
                        redeliveryPolicy: { maximumRedeliveries: %d, redeliveryDelay: "1", logExhausted: false }
                """.formatted(redeliveries);
    }

    private static String route(String id, String answer) {
        return ROUTE.replace("ID", id).replace("ANSWER", answer);
    }

    private void write(String path, String text) throws IOException {
        Path file = routes.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Object ask(String route) {
        return camel.createProducerTemplate().requestBody("direct:" + route, "");
    }

    private RouteStatus status(String file) {
        return loader.statuses().stream()
                .filter(status -> status.file().equals("routes/" + file))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTypoInOneFileStopsNoOtherRoute() throws Exception {
        write("ssa/one.camel.yaml", route("ssa.one", "first").replace("steps:", "stepps:"));
        loader.start();
        assertThat(ask("ssa.two")).isEqualTo("second");
        assertThat(ask("three")).isEqualTo("third");
        assertThat(camel.getRoute("ssa.one")).isNull();
        assertThat(status("ssa/one.camel.yaml").running()).isFalse();
        assertThat(status("ssa/one.camel.yaml").findings())
                .extracting(Finding::toString)
                .contains(
                        "routes/ssa/one.camel.yaml:7:7 unknown-key: Camel knows no stepps here (did you mean steps?)");
        assertThat(status("ssa/two.camel.yaml"))
                .isEqualTo(new RouteStatus("routes/ssa/two.camel.yaml", "ssa.two", true, List.of()));
    }

    @Test
    void aFileThatIsMendedBringsItsRoute() throws Exception {
        write("ssa/one.camel.yaml", "no: route");
        loader.start();
        assertThat(camel.getRoute("ssa.one")).isNull();
        write("ssa/one.camel.yaml", route("ssa.one", "mended"));
        Await.until("loaded", () -> camel.getRoute("ssa.one") != null);
        assertThat(ask("ssa.one")).isEqualTo("mended");
        assertThat(changes).hasValueGreaterThan(1);
    }

    @Test
    void aChangeSwapsOnlyItsOwnRoute() throws Exception {
        loader.start();
        Object untouched = camel.getRoute("ssa.two");
        write("ssa/one.camel.yaml", route("ssa.one", "changed"));
        loader.reload();
        assertThat(ask("ssa.one")).isEqualTo("changed");
        assertThat(camel.getRoute("ssa.two")).isSameAs(untouched);
    }

    @Test
    void theOldVersionRunsOnWhenTheNewOneHasMistakes() throws Exception {
        loader.start();
        write("ssa/one.camel.yaml", route("ssa.one", "changed").replace("policy", "polizy"));
        loader.reload();
        assertThat(ask("ssa.one")).isEqualTo("first");
        assertThat(status("ssa/one.camel.yaml").running()).isTrue();
        assertThat(status("ssa/one.camel.yaml").findings()).isNotEmpty();

        write("ssa/one.camel.yaml", route("ssa.one", "first"));
        loader.reload();
        assertThat(status("ssa/one.camel.yaml").findings()).isEmpty();
    }

    @Test
    void theOldVersionRunsOnWhenCamelRefusesTheNewOne() throws Exception {
        loader.start();
        write(
                "ssa/one.camel.yaml",
                route("ssa.one", "changed").replace("- setBody", "- to: \"timer:x?perriod=1\"\n        - setBody"));
        loader.reload();
        assertThat(ask("ssa.one")).isEqualTo("first");
        assertThat(status("ssa/one.camel.yaml").findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("camel");
            assertThat(finding.message()).contains("perriod");
        });
    }

    @Test
    void aFileThatCamelRefusesAtTheStartStopsNoOtherRoute() throws Exception {
        write(
                "ssa/one.camel.yaml",
                route("ssa.one", "first").replace("- setBody", "- to: \"timer:x?perriod=1\"\n        - setBody"));
        loader.start();
        assertThat(ask("ssa.two")).isEqualTo("second");
        write("ssa/one.camel.yaml", route("ssa.one", "mended"));
        loader.reload();
        assertThat(ask("ssa.one")).isEqualTo("mended");
    }

    @Test
    void aRouteAtWorkEndsItBeforeItIsSwapped() throws Exception {
        loader.start();
        step.latch = new CountDownLatch(1);
        CompletableFuture<Object> atWork = CompletableFuture.supplyAsync(() -> ask("ssa.one"));
        Await.until("begun", () -> step.begun.get() == 1);
        write("ssa/one.camel.yaml", route("ssa.one", "changed"));
        CompletableFuture<Void> swap = CompletableFuture.runAsync(this::reload);
        step.latch.countDown();
        swap.get(20, TimeUnit.SECONDS);
        assertThat(atWork.get(20, TimeUnit.SECONDS)).isEqualTo("first");
        assertThat(ask("ssa.one")).isEqualTo("changed");
    }

    @Test
    void aRouteThatIsAtWorkForTooLongIsSwappedLater() throws Exception {
        loader = loader(Duration.ofMillis(200));
        loader.reload();
        step.latch = new CountDownLatch(1);
        CompletableFuture<Object> atWork = CompletableFuture.supplyAsync(() -> ask("ssa.one"));
        Await.until("begun", () -> step.begun.get() == 1);
        write("ssa/one.camel.yaml", route("ssa.one", "changed"));
        loader.reload();
        assertThat(status("ssa/one.camel.yaml").findings())
                .extracting(Finding::rule)
                .containsExactly("busy");
        step.latch.countDown();
        assertThat(atWork.get(20, TimeUnit.SECONDS)).isEqualTo("first");
        assertThat(ask("ssa.one")).isEqualTo("first");
        loader.reload();
        assertThat(ask("ssa.one")).isEqualTo("changed");
        assertThat(status("ssa/one.camel.yaml").findings()).isEmpty();
    }

    @Test
    void aDeletedFileTakesItsRouteAlong() throws Exception {
        loader.start();
        Files.delete(routes.resolve("ssa/one.camel.yaml"));
        loader.reload();
        assertThat(camel.getRoute("ssa.one")).isNull();
        assertThat(ask("ssa.two")).isEqualTo("second");
        assertThat(loader.statuses()).extracting(RouteStatus::routeId).containsExactly("policy", "three", "ssa.two");
    }

    @Test
    void aChangedFailurePolicyHoldsForEveryRouteThatNamesIt() throws Exception {
        loader.start();
        step.failures.set(1);
        assertThat(camel.createProducerTemplate()
                        .send("direct:ssa.one", exchange -> {})
                        .getException())
                .isInstanceOf(IOException.class);
        write("shared/policy.camel.yaml", policy(2));
        loader.reload();
        step.failures.set(2);
        Exchange done = camel.createProducerTemplate().send("direct:ssa.one", exchange -> {});
        assertThat(done.getException()).isNull();
        assertThat(ask("three")).isEqualTo("third");
    }

    @Test
    void aMappingThatComesBringsItsRoute() throws Exception {
        Set<String> mapped = java.util.concurrent.ConcurrentHashMap.newKeySet();
        loader = new RouteLoader(
                camel, routes, new RouteLinter(Set.of("step"), mapped::contains), changes::incrementAndGet);
        loader.reload();
        assertThat(camel.getRoute("ssa.one")).isNull();
        mapped.add("ssa.one");
        loader.reload();
        assertThat(ask("ssa.one")).isEqualTo("first");
    }

    @Test
    void findsAFileInANewFolder() throws Exception {
        loader.start();
        write("dmv/four.camel.yaml", route("dmv.four", "fourth"));
        Await.until("loaded", () -> camel.getRoute("dmv.four") != null);
    }

    private void reload() {
        try {
            loader.reload();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
