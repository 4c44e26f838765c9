package csms.hub.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which updates there are and which fields each has: what a mapping may name under {@code publishes} and behind {@code to}.
 * Read from the JSON Schemas in {@code mappings/csms}; besides the updates it knows {@code participant}, the entry of the
 * person index.
 *
 * <p>A path is given segment by segment; {@code []} behind a name marks a list: {@code [history[], month]}, {@code [codes[]]}.
 * {@code [address, lines]} is a field wherever there is an address.
 */
public final class UpdateVocabulary {

    /**
     * One field.
     *
     * @param words the only words it may hold; empty when it may hold any
     * @param description what it says, in a sentence
     */
    public record Field(Kind kind, List<String> words, String description) {}

    private static final String SUFFIX = ".schema.json";
    private static final String DEFINITIONS = "/$defs/";
    private static final int SUGGESTIONS = 3;

    private static final Map<String, Kind> DEFINED = Map.ofEntries(
            Map.entry("digits", Kind.DIGITS),
            Map.entry("ssn", Kind.SSN),
            Map.entry("fein", Kind.FEIN),
            Map.entry("phone", Kind.PHONE),
            Map.entry("money", Kind.MONEY),
            Map.entry("date", Kind.DATE),
            Map.entry("month", Kind.MONTH),
            Map.entry("dateOrMonth", Kind.DATE_OR_MONTH),
            Map.entry("partialDate", Kind.PARTIAL_DATE),
            Map.entry("year", Kind.YEAR),
            Map.entry("period", Kind.PERIOD));

    private record Data(String description, Map<String, Field> fields, Set<String> required) {}

    private final Map<String, Data> types = new TreeMap<>();
    private final JsonNode definitions;

    private UpdateVocabulary(JsonNode definitions) {
        this.definitions = definitions;
    }

    /** The vocabulary of a folder of schemas, {@code mappings/csms}. */
    public static UpdateVocabulary load(Path folder) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode common = mapper.readTree(Files.readAllBytes(folder.resolve("common" + SUFFIX)));
        UpdateVocabulary vocabulary = new UpdateVocabulary(common.path("$defs"));
        for (Path file : schemas(folder)) {
            String name = file.getFileName().toString();
            vocabulary.add(
                    name.substring(0, name.length() - SUFFIX.length()), mapper.readTree(Files.readAllBytes(file)));
        }
        return vocabulary;
    }

    private static List<Path> schemas(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(folder.resolve("participant" + SUFFIX));
        try (Stream<Path> updates = Files.list(folder.resolve("updates"))) {
            updates.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .forEach(files::add);
        }
        return files;
    }

    private void add(String type, JsonNode schema) {
        Map<String, Field> fields = new LinkedHashMap<>();
        Set<String> required = new LinkedHashSet<>();
        addFields("", schema, true, fields, required);
        types.put(
                type,
                new Data(
                        schema.path("description").asText(),
                        Collections.unmodifiableMap(fields),
                        Collections.unmodifiableSet(required)));
    }

    private void addFields(
            String stem, JsonNode object, boolean always, Map<String, Field> fields, Set<String> required) {
        Set<String> names = new LinkedHashSet<>();
        object.path("required").forEach(name -> names.add(name.asText()));
        for (Map.Entry<String, JsonNode> property : object.path("properties").properties()) {
            JsonNode given = property.getValue();
            boolean list = given.path("type").asText().equals("array");
            JsonNode item = list ? given.path("items") : given;
            JsonNode schema = resolved(item);
            String path = stem + property.getKey() + (list ? "[]" : "");
            boolean filled = always && names.contains(property.getKey());
            boolean nested = schema.has("properties");
            Kind kind = nested ? (list ? Kind.ROWS : Kind.OBJECT) : kind(item, schema);
            fields.put(
                    path,
                    new Field(kind, words(schema), given.path("description").asText()));
            if (filled) {
                required.add(path);
            }
            if (nested) {
                addFields(path + ".", schema, filled && !list, fields, required);
                if (schema.path("properties").has("line1")) {
                    fields.put(
                            path + "." + Shape.LINES,
                            new Field(Kind.LINES, List.of(), "The lines of the address, closed up."));
                }
            }
        }
    }

    private JsonNode resolved(JsonNode schema) {
        String definition = definition(schema);
        return definition.isEmpty() ? schema : definitions.path(definition);
    }

    /** The name behind {@code $defs} that a schema refers to; empty when it refers to none. */
    private static String definition(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        int at = reference.indexOf(DEFINITIONS);
        return at < 0 ? "" : reference.substring(at + DEFINITIONS.length());
    }

    private static Kind kind(JsonNode given, JsonNode schema) {
        Kind defined = DEFINED.get(definition(given));
        if (defined != null) {
            return defined;
        }
        if (schema.path("type").asText().equals("integer")) {
            return Kind.NUMBER;
        }
        boolean flag = schema.path("type").asText().equals("boolean")
                || schema.path("const").isBoolean();
        return flag ? Kind.FLAG : Kind.TEXT;
    }

    private static List<String> words(JsonNode schema) {
        List<String> words = new ArrayList<>();
        schema.path("enum").forEach(word -> words.add(word.asText()));
        return List.copyOf(words);
    }

    /** Whether there is an update of that type, named without its prefix: {@code benefit-reported}; or {@code participant}. */
    public boolean knows(String type) {
        return types.containsKey(type);
    }

    /** All types, in alphabetical order, {@code participant} among them. */
    public Set<String> types() {
        return Collections.unmodifiableSet(types.keySet());
    }

    /** What a type says, in a sentence.
     *
     * @throws IllegalArgumentException when there is no such type */
    public String description(String type) {
        return data(type).description();
    }

    /** Whether an update of that type has that field; no when there is no such type. */
    public boolean hasField(String type, List<String> path) {
        return field(type, path).isPresent();
    }

    public Optional<Field> field(String type, List<String> path) {
        Data data = types.get(type);
        return data == null
                ? Optional.empty()
                : Optional.ofNullable(data.fields().get(String.join(".", path)));
    }

    /** What stands in a field.
     *
     * @throws IllegalArgumentException when there is no such field */
    public Kind kindOf(String type, List<String> path) {
        return field(type, path)
                .map(Field::kind)
                .orElseThrow(() -> new IllegalArgumentException("no " + String.join(".", path) + " in " + type));
    }

    /** Every field of a type by its path joined with points, objects before what is in them, in the schema's order.
     *
     * @throws IllegalArgumentException when there is no such type */
    public Map<String, Field> fields(String type) {
        return data(type).fields();
    }

    /**
     * The paths, joined with points, that every update of a type has; a field of an object is among them when the object is.
     *
     * @throws IllegalArgumentException when there is no such type
     */
    public Set<String> required(String type) {
        return data(type).required();
    }

    /** The fields of a type that a path may have meant, joined with points, the nearest first. */
    public List<String> suggestions(String type, List<String> path) {
        Data data = types.get(type);
        return data == null
                ? List.of()
                : nearest(String.join(".", path), data.fields().keySet());
    }

    /** The types that a name may have meant, the nearest first. */
    public List<String> suggestions(String type) {
        return nearest(type, types.keySet());
    }

    private Data data(String type) {
        Data data = types.get(type);
        if (data == null) {
            throw new IllegalArgumentException("no update of type " + type);
        }
        return data;
    }

    private static List<String> nearest(String meant, Collection<String> names) {
        int far = Math.max(2, meant.length() / 3);
        Map<String, Integer> distances = new LinkedHashMap<>();
        for (String name : names) {
            int distance = distance(meant, name);
            if (lastOf(name).equals(lastOf(meant))) {
                // the right name, looked for in the wrong place
                distance = Math.min(distance, 1);
            }
            if (distance <= far) {
                distances.put(name, distance);
            }
        }
        return distances.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getValue))
                .limit(SUGGESTIONS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String lastOf(String path) {
        return path.substring(path.lastIndexOf('.') + 1).replace("[]", "");
    }

    /** How many characters must be put in, taken out or changed to make one text of the other. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
