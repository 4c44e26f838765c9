package csms.hub.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML mapping whose keys are asked for by name; what was never asked for is unknown, and says so. Scalars are text:
 * {@code 01}, {@code NO} and {@code 2026-03-01} stay what the interface document prints.
 */
final class Section {

    private final MappingNode node;
    private final Findings findings;
    private final Map<String, Node> entries = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    Section(MappingNode node, Findings findings) {
        this.node = node;
        this.findings = findings;
        for (NodeTuple tuple : node.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                if (entries.put(key.getValue(), tuple.getValueNode()) != null) {
                    findings.add(key, "duplicate-key", key.getValue() + " stands twice; keep one");
                }
                keys.put(key.getValue(), key);
            } else {
                findings.add(tuple.getKeyNode(), "syntax", "a key is plain text");
            }
        }
    }

    Node node() {
        return node;
    }

    /** The node of a key, or the section's own when the key is missing: where a finding about it belongs. */
    Node at(String key) {
        return entries.getOrDefault(key, node);
    }

    boolean has(String key) {
        asked.add(key);
        return entries.containsKey(key);
    }

    @Nullable
    String text(String key) {
        asked.add(key);
        Node value = entries.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        findings.add(value, "bad-value", key + " is one word or number, not a list or table");
        return null;
    }

    String text(String key, String otherwise) {
        String text = text(key);
        return text == null ? otherwise : text;
    }

    /** A text that must be there; empty, with a finding, when it is not. */
    String required(String key) {
        String text = text(key);
        if (text == null && !entries.containsKey(key)) {
            findings.add(node, "missing-key", "write " + key + ": …");
        }
        return text == null ? "" : text;
    }

    /** A whole number; {@code otherwise}, with a finding if it is none, when absent. */
    int number(String key, int otherwise) {
        String text = text(key);
        if (text == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            findings.add(at(key), "bad-value", key + " is a whole number");
            return otherwise;
        }
    }

    /** True when the key stands there with this word; another word is a finding. */
    boolean flag(String key, String word) {
        String text = text(key);
        if (text != null && !text.equals(word)) {
            findings.add(at(key), "bad-value", "write " + key + ": " + word + ", or leave it out");
        }
        return word.equals(text);
    }

    /** One word or a list of words; empty when absent. */
    List<String> texts(String key) {
        asked.add(key);
        Node value = entries.get(key);
        List<String> texts = new ArrayList<>();
        if (value instanceof ScalarNode scalar) {
            texts.add(scalar.getValue());
        } else if (value instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                if (item instanceof ScalarNode scalar) {
                    texts.add(scalar.getValue());
                } else {
                    findings.add(item, "bad-value", key + " lists plain words");
                }
            }
        } else if (value != null) {
            findings.add(value, "bad-value", key + " is a word or a list of words");
        }
        return texts;
    }

    /** The nodes of a list; a single node counts as a list of one; empty when absent. */
    List<Node> items(String key) {
        asked.add(key);
        Node value = entries.get(key);
        if (value == null) {
            return List.of();
        }
        return value instanceof SequenceNode list ? list.getValue() : List.of(value);
    }

    @Nullable
    Section section(String key) {
        asked.add(key);
        Node value = entries.get(key);
        if (value == null) {
            return null;
        }
        return of(value, findings, key);
    }

    /** A section of a node that should be one; null, with a finding, when it is not. */
    static @Nullable Section of(Node node, Findings findings, String what) {
        if (node instanceof MappingNode mapping) {
            return new Section(mapping, findings);
        }
        findings.add(node, "bad-value", what + " is a table of keys: { key: value, … }");
        return null;
    }

    /** Every key and its value, in order: for sections whose keys are names and not vocabulary. */
    void each(BiConsumer<String, Node> consumer) {
        asked.addAll(entries.keySet());
        entries.forEach(consumer);
    }

    /** Every key that was not asked for yet, with its value. */
    void others(BiConsumer<String, Node> consumer) {
        Map<String, Node> rest = new LinkedHashMap<>(entries);
        rest.keySet().removeAll(asked);
        asked.addAll(rest.keySet());
        rest.forEach(consumer);
    }

    Node keyNode(String key) {
        return keys.getOrDefault(key, node);
    }

    /** Reports the keys that nobody asked for. */
    void close() {
        for (Map.Entry<String, Node> key : keys.entrySet()) {
            if (!asked.contains(key.getKey())) {
                findings.add(
                        key.getValue(),
                        "unknown-key",
                        key.getKey() + " means nothing here" + Spelling.hint(key.getKey(), asked) + "; known are "
                                + String.join(", ", asked));
            }
        }
    }
}
