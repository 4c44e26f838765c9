package csms.hub.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A YAML file as JSON, with the line and column of every value in it. */
final class YamlDocument {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, Place> places = new HashMap<>();
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final JsonNode json;

    /** Where something stands, both from 1. */
    record Place(int line, int column) {
        static Place of(Mark mark) {
            return new Place(mark.getLine() + 1, mark.getColumn() + 1);
        }
    }

    /** A file that is no YAML, or uses what route files do without. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Place place;

        Unreadable(Place place, String message) {
            super(message);
            this.place = place;
        }

        Place place() {
            return place;
        }
    }

    YamlDocument(String text) throws Unreadable {
        Node root;
        try {
            root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            throw new Unreadable(mark == null ? new Place(1, 1) : Place.of(mark), e.getProblem());
        }
        if (root == null) {
            throw new Unreadable(new Place(1, 1), "the file is empty");
        }
        json = convert(root, "");
    }

    JsonNode json() {
        return json;
    }

    /** Where the value at a JSON pointer stands: its key, when it has one. */
    Place place(String pointer) {
        String nearest = pointer;
        while (true) {
            Place place = places.get(nearest);
            if (place != null) {
                return place;
            }
            int slash = nearest.lastIndexOf('/');
            if (slash < 0) {
                return new Place(1, 1);
            }
            nearest = nearest.substring(0, slash);
        }
    }

    private JsonNode convert(Node node, String pointer) throws Unreadable {
        places.putIfAbsent(pointer, Place.of(node.getStartMark()));
        if (!(node instanceof ScalarNode) && !seen.add(node)) {
            throw new Unreadable(Place.of(node.getStartMark()), "anchors and aliases are not used in route files");
        }
        if (node instanceof MappingNode mapping) {
            return object(mapping, pointer);
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JSON.arrayNode();
            for (Node item : sequence.getValue()) {
                array.add(convert(item, pointer + "/" + array.size()));
            }
            return array;
        }
        return scalar((ScalarNode) node);
    }

    private ObjectNode object(MappingNode mapping, String pointer) throws Unreadable {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
            Place place = Place.of(entry.getKeyNode().getStartMark());
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw new Unreadable(place, "a key is a word");
            }
            if (object.has(key.getValue())) {
                throw new Unreadable(place, "the key " + key.getValue() + " stands twice");
            }
            String inner = pointer + "/" + key.getValue().replace("~", "~0").replace("/", "~1");
            places.put(inner, place);
            object.set(key.getValue(), convert(entry.getValueNode(), inner));
        }
        return object;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String value = scalar.getValue();
        Tag tag = scalar.getTag();
        try {
            if (tag.equals(Tag.NULL)) {
                return JSON.nullNode();
            }
            if (tag.equals(Tag.BOOL)) {
                return JSON.booleanNode(value.equalsIgnoreCase("true")
                        || value.equalsIgnoreCase("yes")
                        || value.equalsIgnoreCase("on"));
            }
            if (tag.equals(Tag.INT)) {
                return JSON.numberNode(new BigInteger(value));
            }
            if (tag.equals(Tag.FLOAT)) {
                return JSON.numberNode(new BigDecimal(value));
            }
        } catch (NumberFormatException e) {
            return JSON.textNode(value); // 0x10, 1_000, .inf: Camel reads none of them
        }
        return JSON.textNode(value);
    }
}
