package csms.hub.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import csms.hub.channel.HubKeys;
import csms.hub.operation.cli.Terminal;
import csms.hub.operation.demo.DemoPlay;
import csms.hub.operation.demo.Played;
import csms.hub.route.PartnerActivity;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** One whole hub on free ports, after one play. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class RunningHubTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final StringWriter PLAYED = new StringWriter();

    @TempDir
    private static Path data;

    private static ConfigurableApplicationContext hub;
    private static String address;

    @BeforeAll
    static void playOnce() throws Exception {
        hub = HubApplication.start(
                "--hub.data=" + data,
                "--server.port=0",
                "--hub.sftp.port=0",
                "--hub.broker.port=0",
                "--hub.receiving.trailer-wait=1s",
                "--logging.level.csms.hub.transmission.ReceivedFile=off");
        address = "http://127.0.0.1:" + hub.getEnvironment().getProperty("local.server.port");
        new DemoPlay(hub, new Terminal(new PrintWriter(PLAYED, true), false)).play();
    }

    @AfterAll
    static void stop() {
        if (hub != null) {
            hub.close();
        }
    }

    @Test
    void playsFilesOfEveryFate() {
        assertThat(PLAYED.toString())
                .contains("The play is over: 7 accepted, 1 duplicate, 2 quarantined, 3 rejected.")
                .contains("F0007 record 7 trailer.record_count (3-10)")
                .contains("R0103 record 2 titleII.date_of_death (96-103): not a date of the form CCYYMMDD");
    }

    @Test
    void playsAgainInTheSameDataDirectory() throws Exception {
        StringWriter again = new StringWriter();
        new DemoPlay(hub, new Terminal(new PrintWriter(again, true), false)).play();
        assertThat(again.toString()).contains("The play is over: 7 accepted, 1 duplicate, 2 quarantined, 3 rejected.");
    }

    @Test
    void listsTransmissionsAndTellsOfEachByIdShaAndName() throws Exception {
        JsonNode list = json("/api/transmissions?limit=100");
        assertThat(list).hasSizeGreaterThanOrEqualTo(13);
        JsonNode first = json("/api/transmissions/2");
        assertThat(first.at("/transmission/exchange").asText()).isEqualTo("ssa.sves-response");
        assertThat(first.at("/transmission/fate").asText()).isEqualTo("accepted");
        assertThat(first.at("/updatesByType/benefit-reported").asInt()).isEqualTo(3);
        assertThat(first.at("/steps/0/step").asText()).isEqualTo("store");
        assertThat(first.at("/totals/0/declared").asInt()).isEqualTo(7);
        assertThat(first.at("/totals/0/found").asInt()).isEqualTo(7);
        String sha = first.at("/transmission/sha256").asText();
        assertThat(json("/api/transmissions/" + sha.substring(0, 10))
                        .at("/transmission/sha256")
                        .asText())
                .isEqualTo(sha);
        String name = first.at("/transmission/fileName").asText();
        assertThat(json("/api/transmissions/" + name).at("/others")).isNotEmpty();
        assertThat(get("/api/transmissions/987654").statusCode()).isEqualTo(404);
    }

    @Test
    void changesNothingWithoutTheOperatorsToken() throws Exception {
        assertThat(post("/api/transmissions/2/replay", null).statusCode()).isEqualTo(401);
        assertThat(post("/api/transmissions/2/replay", "guessed").statusCode()).isEqualTo(403);
        assertThat(post("/api/transmissions/2/release", null).statusCode()).isEqualTo(401);
    }

    @Test
    void replaysAnAcceptedFileAndRefusesToReleaseOneThatIsNotHeld() throws Exception {
        String token = hub.getBean(HubKeys.class).operatorToken();
        assertThat(post("/api/transmissions/2/replay", token).statusCode()).isEqualTo(200);
        await(() ->
                json("/api/transmissions/2").at("/transmission/state").asText().equals("finished"));
        assertThat(json("/api/transmissions/2").at("/steps").findValuesAsText("step"))
                .contains("replay");
        HttpResponse<String> refused = post("/api/transmissions/2/release", token);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(JSON.readTree(refused.body()).path("detail").asText()).contains("is not held");
    }

    @Test
    void namesTheExchangesWithTheirMappingsAndRoutes() throws Exception {
        JsonNode exchanges = json("/api/exchanges");
        assertThat(exchanges.findValuesAsText("name")).contains("csms.participant-extract", "ssa.sves-response");
        assertThat(exchanges).allSatisfy(exchange -> {
            assertThat(exchange.path("mapping").asText()).hasSize(64);
            assertThat(exchange.path("route").asBoolean()).isTrue();
            assertThat(exchange.path("findings")).isEmpty();
        });
    }

    @Test
    void showsNothingPersonalAnywhere() throws Exception {
        List<String> shown = new ArrayList<>();
        shown.add(PLAYED.toString());
        for (String page : List.of("/", "/api/transmissions?limit=100", "/actuator/prometheus", "/actuator/health")) {
            shown.add(get(page).body());
        }
        for (int id = 1; id <= 13; id++) {
            shown.add(get("/api/transmissions/" + id).body());
            shown.add(get("/transmissions/" + id).body());
        }
        assertThat(shown).allSatisfy(text -> assertThat(text).doesNotContain(Played.personalValues()));
    }

    @Test
    void isReadyWithDatabaseBrokerAndDisk() throws Exception {
        HttpResponse<String> readiness = get("/actuator/health/readiness");
        assertThat(readiness.statusCode()).isEqualTo(200);
        JsonNode components = JSON.readTree(readiness.body()).path("components");
        assertThat(components.fieldNames()).toIterable().contains("database", "broker", "disk");
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    void keepsAPartnersOutageOutOfItsOwnHealth() throws Exception {
        PartnerActivity activity = hub.getBean(PartnerActivity.class);
        for (int i = 0; i < 3; i++) {
            activity.failed("dmv", "the mailbox could not be read: connection refused");
        }
        JsonNode partners =
                JSON.readTree(get("/actuator/health/partners").body()).path("components");
        assertThat(partners.at("/dmv/status").asText()).isEqualTo("DOWN");
        assertThat(partners.at("/dmv/details/errorsInARow").asInt()).isEqualTo(3);
        assertThat(partners.at("/ssa/status").asText()).isEqualTo("UP");
        assertThat(partners.has("broker")).isFalse();
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        JsonNode whole = JSON.readTree(get("/actuator/health").body());
        assertThat(whole.path("status").asText()).isEqualTo("UP");
        assertThat(whole.path("components").has("dmv")).isFalse();
        activity.polled("dmv");
    }

    @Test
    void countsWhatItDid() throws Exception {
        await(() -> get("/actuator/prometheus").body().contains("hub_updates_total{"));
        String figures = get("/actuator/prometheus").body();
        assertThat(figures)
                .containsPattern("hub_transmissions_total\\{exchange=\"ssa.sves-response\",fate=\"rejected\"\\} [1-9]")
                .containsPattern("hub_transmissions_total\\{exchange=\"none\",fate=\"quarantined\"\\} [1-9]")
                .containsPattern("hub_records_total\\{exchange=\"ssa.sves-response\",result=\"applied\"\\} [1-9]")
                .containsPattern("hub_rejects_total\\{exchange=\"ssa.sves-response\"\\} [1-9]")
                .containsPattern(
                        "hub_updates_total\\{exchange=\"ssa.sves-response\",type=\"benefit-reported\"\\} [1-9]")
                .containsPattern("hub_queue_depth\\{queue=\"csms.updates\"\\} [1-9]")
                .contains("hub_unpublished_age_seconds", "hub_held", "hub_disk_free_bytes");
    }

    @Test
    void showsTheConsoleWithoutScriptsOrAnythingFromElsewhere() throws Exception {
        HttpResponse<String> console = get("/");
        assertThat(console.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).startsWith("default-src 'none'").doesNotContain("unsafe"));
        assertThat(console.body())
                .contains("ready", "csms.updates.restricted", "QUARTERLY-SURPRISE.TXT", "./hub release")
                .doesNotContain("<script", "style=", "http://", "https://");
        assertThat(get("/transmissions/6").body()).contains("F0007", "trailer.record_count says 8, the file has 7");
        assertThat(get("/transmissions/999999").statusCode()).isEqualTo(404);
        assertThat(get("/hub.css").statusCode()).isEqualTo(200);
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    private static JsonNode json(String path) throws IOException, InterruptedException {
        return JSON.readTree(get(path).body());
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).POST(BodyPublishers.noBody());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
