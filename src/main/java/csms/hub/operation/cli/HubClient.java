package csms.hub.operation.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import csms.hub.operation.api.TransmissionPage;
import csms.hub.operation.api.TransmissionRow;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The running hub, asked over HTTP on this machine. */
final class HubClient {

    private static final JsonMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String address;
    private final Path token;

    HubClient(String address, Path token) {
        this.address = address;
        this.token = token;
    }

    /** The hub that the environment names. */
    static HubClient ofEnvironment() {
        String port = System.getenv().getOrDefault("HUB_HTTP_PORT", "8080");
        Path data = Path.of(System.getenv().getOrDefault("HUB_DATA", "data"));
        return new HubClient("http://127.0.0.1:" + port, data.resolve("keys").resolve("operator-token"));
    }

    String address() {
        return address;
    }

    List<TransmissionRow> recent(int limit) throws IOException {
        return JSON.readValue(get("/api/transmissions?limit=" + limit), new TypeReference<>() {});
    }

    TransmissionPage page(String id) throws IOException {
        return JSON.readValue(get("/api/transmissions/" + encoded(id)), TransmissionPage.class);
    }

    TransmissionPage release(String id) throws IOException {
        return JSON.readValue(post("/api/transmissions/" + encoded(id) + "/release"), TransmissionPage.class);
    }

    TransmissionPage replay(String id) throws IOException {
        return JSON.readValue(post("/api/transmissions/" + encoded(id) + "/replay"), TransmissionPage.class);
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String get(String path) throws IOException {
        return send(request(path).GET().build());
    }

    private String post(String path) throws IOException {
        if (!Files.isReadable(token)) {
            throw new Refused("the operator's token cannot be read from " + token.toAbsolutePath()
                    + ". Give the command where the hub was started, or set HUB_DATA to its data directory.");
        }
        return send(request(path)
                .header("Authorization", "Bearer " + Files.readString(token).strip())
                .POST(BodyPublishers.noBody())
                .build());
    }

    private HttpRequest.Builder request(String path) {
        // A release or replay first proves the whole file again.
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofMinutes(10));
    }

    private String send(HttpRequest request) throws IOException {
        HttpResponse<String> answer;
        try {
            answer = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (ConnectException | HttpTimeoutException e) {
            throw new NoHub("no hub answers at " + address
                    + ". Start one with ./hub run, or set HUB_HTTP_PORT to the port of the one that runs.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (answer.statusCode() / 100 != 2) {
            throw new Refused(detail(answer));
        }
        return answer.body();
    }

    private String detail(HttpResponse<String> answer) {
        try {
            JsonNode problem = JSON.readTree(answer.body());
            String detail = problem.path("detail").asText("");
            if (!detail.isEmpty()) {
                return detail;
            }
        } catch (IOException e) {
            return address + " answers, but not as a hub does (HTTP " + answer.statusCode() + ")";
        }
        return address + " answered with HTTP " + answer.statusCode();
    }
}
