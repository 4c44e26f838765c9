package csms.hub.translation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import csms.hub.control.BatchExtent;
import csms.hub.layout.Encoding;
import csms.hub.layout.Mapping;
import csms.hub.participant.Matcher;
import csms.hub.participant.PersonIndex;
import csms.hub.record.Reason;
import csms.hub.request.OpenRequests;
import csms.hub.testing.DrawnRecord;
import csms.hub.testing.FileText;
import csms.hub.translation.InboundExchange.Receipt;
import csms.hub.update.Update;
import csms.hub.update.UpdateSchemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What translating some records gave, to be asked about. Every update was found to be as its schema says. */
record Translated(Translation translation, List<JsonNode> events) {

    static final Receipt RECEIPT = new Receipt("0123456789abcdef".repeat(4), Instant.parse("2026-03-03T12:00:00Z"));

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UpdateSchemas SCHEMAS = schemas();

    private static UpdateSchemas schemas() {
        try {
            return UpdateSchemas.load(Path.of("mappings/csms"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An exchange that works in the environment test. */
    static InboundExchange exchange(Mapping mapping, PersonIndex index, OpenRequests requests) {
        return MappedExchange.of(mapping, new Matcher(() -> index), requests, false);
    }

    /** Details of one batch, the first of which is record 2. */
    static Translated of(InboundExchange exchange, DrawnRecord... details) {
        byte[] bytes = FileText.of(details).lines();
        BatchExtent extent =
                new BatchExtent(1, bytes.length / details.length, bytes.length, 2, details.length, List.of());
        return of(exchange, bytes, extent, List.of(), Encoding.US_ASCII);
    }

    static Translated of(
            InboundExchange exchange, byte[] bytes, BatchExtent extent, List<byte[]> parents, Encoding encoding) {
        Translation translation = exchange.translating().translate(bytes, extent, parents, encoding, RECEIPT);
        List<JsonNode> events = translation.updates().stream()
                .map(update -> json(new String(update.json(), StandardCharsets.UTF_8)))
                .toList();
        if (exchange.makes() == InboundExchange.Makes.UPDATES) {
            for (Update update : translation.updates()) {
                assertThat(SCHEMAS.violations(
                                update.type().substring("csms.".length()),
                                new String(update.json(), StandardCharsets.UTF_8)))
                        .isEmpty();
            }
        }
        return new Translated(translation, events);
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The types of the updates, in order, without their prefix. */
    List<String> types() {
        return events.stream()
                .map(event -> event.path("type").asText().substring("csms.".length()))
                .toList();
    }

    /** The names under publishes that the updates were made by. */
    List<String> names() {
        return events.stream()
                .map(event -> event.path("id").asText().split("-")[2])
                .toList();
    }

    /** The event of the update made by that name. */
    JsonNode event(String name) {
        return events.get(names().indexOf(name));
    }

    /** What an update says besides its person. */
    JsonNode data(String name) {
        ObjectNode data = event(name).path("data").deepCopy();
        data.remove("person");
        return data;
    }

    JsonNode person(String name) {
        return event(name).path("data").path("person");
    }

    /** The reasons as {@code R0103@2 date_of_death}; those of no field end behind the record. */
    List<String> reasons() {
        return translation.reasons().stream().map(Translated::shown).toList();
    }

    private static String shown(Reason reason) {
        return reason.severity().letter() + "/" + reason.code() + "@" + reason.record()
                + (reason.field().isEmpty() ? "" : " " + reason.field());
    }
}
