package csms.hub.update;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The JSON Schemas of {@code mappings/csms}, compiled: they tell whether an event is one that CSMS was promised. They are read
 * from the folder alone, never from a network. Safe for several threads.
 */
public final class UpdateSchemas {

    private static final String ENVELOPE = "urn:csms:event:1";
    private static final String UPDATE = "urn:csms:update:";
    private static final String OUTCOME = "urn:csms:outcome:";

    private final ObjectMapper mapper = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private final Map<String, JsonSchema> schemas = new HashMap<>();

    private UpdateSchemas() {}

    /** The schemas of a folder, {@code mappings/csms}, each found by its {@code $id}. */
    public static UpdateSchemas load(Path folder) throws IOException {
        UpdateSchemas loaded = new UpdateSchemas();
        Map<String, String> texts = new HashMap<>();
        for (Path file : files(folder)) {
            String text = Files.readString(file);
            texts.put(loaded.mapper.readTree(text).path("$id").asText(), text);
        }
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
                VersionFlag.V202012, builder -> builder.schemaLoaders(loaders -> loaders.schemas(texts)));
        for (String id : texts.keySet()) {
            JsonSchema schema = factory.getSchema(SchemaLocation.of(id));
            schema.initializeValidators();
            loaded.schemas.put(id, schema);
        }
        return loaded;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".schema.json"))
                    .sorted()
                    .toList();
        }
    }

    /**
     * What is wrong with an update's event, envelope and data; empty when nothing is. Values are not repeated.
     *
     * @param type that it should be of, without the prefix
     * @param event one CloudEvent in structured mode
     */
    public List<String> violations(String type, String event) {
        JsonNode json;
        try {
            json = mapper.readTree(event);
        } catch (JsonProcessingException e) {
            return List.of("no JSON, at " + where(e));
        }
        List<String> violations = new ArrayList<>(violationsOf(ENVELOPE, "", json));
        if (!json.path("type").asText().equals("csms." + type)) {
            violations.add("type: not csms." + type);
        }
        if (!json.path("dataschema").asText().equals(UPDATE + type + ":1")) {
            violations.add("dataschema: not " + UPDATE + type + ":1");
        }
        violations.addAll(violationsOf(UPDATE + type + ":1", "data", json.path("data")));
        return List.copyOf(violations);
    }

    /**
     * What is wrong with an outcome's data; empty when nothing is.
     *
     * @param type {@code transmission-finished} or {@code request-changed}
     */
    public List<String> outcomeViolations(String type, String data) {
        try {
            return violationsOf(OUTCOME + type + ":1", "data", mapper.readTree(data));
        } catch (JsonProcessingException e) {
            return List.of("no JSON, at " + where(e));
        }
    }

    private List<String> violationsOf(String id, String stem, JsonNode json) {
        JsonSchema schema = schemas.get(id);
        if (schema == null) {
            return List.of("no schema " + id);
        }
        return schema.validate(json).stream()
                .map(message -> place(stem, message.getInstanceLocation().toString()) + ": " + message.getError())
                .toList();
    }

    /** A JSON path from the root of what was validated, as a path in the event: {@code $.person.ssn} of the data. */
    private static String place(String stem, String path) {
        String below = path.substring(1);
        return stem.isEmpty() && below.startsWith(".") ? below.substring(1) : stem + below;
    }

    private static String where(JsonProcessingException e) {
        return "line " + e.getLocation().getLineNr() + ", column "
                + e.getLocation().getColumnNr();
    }
}
