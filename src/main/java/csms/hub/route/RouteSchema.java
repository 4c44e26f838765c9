package csms.hub.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.ValidationMessage;
import csms.hub.layout.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Camel's own schema of its YAML, with what is wrong said in a way that tells what to write. */
final class RouteSchema {

    /** The other forms that a value may have; that it has none of them says nothing when one of them is nearly right. */
    private static final Pattern ONE_OF_SEVERAL = Pattern.compile(".*/(oneOf|anyOf)/\\d+/(type|required)");

    private static final Set<String> OF_SEVERAL = Set.of("oneOf", "anyOf", "not");

    private final JsonNode source;
    private final JsonSchema schema;

    RouteSchema() {
        try (InputStream in = RouteSchema.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
            source = new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Building all of its validators at once takes seconds; route files use few of them.
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .preloadJsonSchema(false)
                .build();
        JsonMetaSchema draft4 = JsonMetaSchema.builder(JsonMetaSchema.getV4())
                .keyword(new NonValidationKeyword("deprecated"))
                .build();
        schema = JsonSchemaFactory.builder()
                .defaultMetaSchemaIri(draft4.getIri())
                .metaSchema(draft4)
                .build()
                .getSchema(source, config);
    }

    /** One thing wrong, at a JSON pointer. */
    record Problem(String pointer, String rule, String message) {}

    /** @param definitions what a route file holds: a list of route, routeConfiguration, from or beans */
    List<Problem> problems(JsonNode definitions) {
        List<ValidationMessage> all = schema.validate(definitions).stream()
                .filter(message -> !isPlaceholder(definitions, message))
                .toList();
        List<Problem> problems = new ArrayList<>();
        for (ValidationMessage message : all) {
            boolean vague = OF_SEVERAL.contains(message.getType())
                    || ONE_OF_SEVERAL
                            .matcher(message.getSchemaLocation().toString())
                            .matches();
            if (!vague) {
                problems.add(problem(message));
            }
        }
        if (problems.isEmpty() && !all.isEmpty()) {
            problems.add(noneOfSeveral(all));
        }
        return problems;
    }

    /** Camel resolves placeholders before it reads numbers and switches. */
    private static boolean isPlaceholder(JsonNode definitions, ValidationMessage message) {
        return message.getType().equals("type")
                && definitions
                        .at(message.getInstanceLocation().toString())
                        .asText()
                        .contains("{{");
    }

    private Problem problem(ValidationMessage message) {
        String pointer = message.getInstanceLocation().toString();
        return switch (message.getType()) {
            case "additionalProperties" -> {
                String key = message.getProperty();
                yield new Problem(
                        pointer + "/" + key,
                        "unknown-key",
                        "Camel knows no " + key + " here" + Spelling.hint(key, keys(message)));
            }
            case "required" -> new Problem(pointer, "schema", message.getProperty() + " is missing");
            case "maxProperties" ->
                new Problem(pointer, "schema", "one step has one key; what describes it stands one level deeper");
            default -> new Problem(pointer, "schema", plain(message));
        };
    }

    private Problem noneOfSeveral(List<ValidationMessage> all) {
        ValidationMessage deepest = all.get(0);
        for (ValidationMessage message : all) {
            if (message.getInstanceLocation().getNameCount()
                    > deepest.getInstanceLocation().getNameCount()) {
                deepest = message;
            }
        }
        Set<String> forms = new TreeSet<>();
        for (ValidationMessage message : all) {
            if (message.getInstanceLocation().equals(deepest.getInstanceLocation())
                    && message.getType().equals("type")) {
                forms.add(plain(message));
            }
        }
        String pointer = deepest.getInstanceLocation().toString();
        return new Problem(
                pointer,
                "schema",
                forms.isEmpty()
                        ? "an expression is missing, for example simple, constant, variable or method"
                        : String.join("; or ", forms));
    }

    /** The message without the path it begins with. */
    private static String plain(ValidationMessage message) {
        String text = message.getMessage();
        int colon = text.indexOf(": ");
        return colon < 0 ? text : text.substring(colon + 2);
    }

    private Set<String> keys(ValidationMessage unknown) {
        String location = unknown.getSchemaLocation().getFragment().toString();
        String properties = location.substring(0, location.lastIndexOf('/')) + "/properties";
        Set<String> keys = new TreeSet<>();
        source.at(properties).fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
