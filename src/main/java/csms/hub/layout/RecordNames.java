package csms.hub.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** What the rest of a mapping may name: its record kinds and their fields. What is named wrongly becomes a finding. */
final class RecordNames {

    private final Map<String, RecordLayout> records;
    private final Findings findings;

    RecordNames(Map<String, RecordLayout> records, Findings findings) {
        this.records = records;
        this.findings = findings;
    }

    Map<String, RecordLayout> records() {
        return records;
    }

    /** The kinds that are neither of these. */
    List<String> detailKinds(@Nullable String header, @Nullable String trailer) {
        return records.keySet().stream()
                .filter(kind -> !kind.equals(header) && !kind.equals(trailer))
                .toList();
    }

    @Nullable
    RecordLayout kind(Section section, String key, String kind) {
        RecordLayout layout = records.get(kind);
        if (layout == null) {
            findings.add(
                    section.at(key),
                    "record-known",
                    "there is no record " + kind + Spelling.hint(kind, records.keySet()));
        }
        return layout;
    }

    List<Condition> conditions(@Nullable Section when, RecordLayout layout) {
        List<Condition> conditions = new ArrayList<>();
        if (when == null) {
            return conditions;
        }
        if (when.has("anyPresent")) {
            conditions.add(new Condition.AnyPresent(fields(when, "anyPresent", layout)));
        }
        if (when.has("nonePresent")) {
            conditions.add(new Condition.NonePresent(fields(when, "nonePresent", layout)));
        }
        when.others((field, node) -> {
            fieldOf(layout, field, when.keyNode(field));
            condition(field, node).ifPresent(conditions::add);
        });
        return conditions;
    }

    private List<String> fields(Section when, String key, RecordLayout layout) {
        List<String> fields = when.texts(key);
        fields.forEach(field -> fieldOf(layout, field, when.at(key)));
        return fields;
    }

    private Optional<Condition> condition(String field, Node node) {
        if (node instanceof ScalarNode scalar) {
            return Optional.of(
                    switch (scalar.getValue()) {
                        case "present" -> new Condition.Present(field);
                        case "absent" -> new Condition.Absent(field);
                        default -> new Condition.In(field, List.of(scalar.getValue()));
                    });
        }
        if (node instanceof SequenceNode) {
            return Optional.of(new Condition.In(field, words(node)));
        }
        Section section = Section.of(node, findings, "a condition");
        if (section == null) {
            return Optional.empty();
        }
        List<String> excluded = section.texts("not");
        section.close();
        return Optional.of(new Condition.NotIn(field, excluded));
    }

    List<String> words(Node node) {
        List<String> words = new ArrayList<>();
        if (node instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                if (item instanceof ScalarNode scalar) {
                    words.add(scalar.getValue());
                } else {
                    findings.add(item, "bad-value", "plain words are listed here");
                }
            }
        }
        return words;
    }

    void fieldOf(RecordLayout layout, @Nullable String field, Node node) {
        if (field != null && layout.field(field).isEmpty()) {
            findings.add(
                    node,
                    "field-known",
                    layout.name() + " has no field " + field
                            + Spelling.hint(
                                    field,
                                    layout.fields().stream().map(Field::name).toList()));
        }
    }

    @Nullable
    FieldRef ref(Section section, String key, @Nullable String text) {
        if (text == null) {
            return null;
        }
        int point = text.indexOf('.');
        String kind = point < 0 ? "" : text.substring(0, point);
        String field = text.substring(point + 1);
        RecordLayout layout = records.get(kind);
        if (layout == null || layout.field(field).isEmpty()) {
            findings.add(section.at(key), "field-known", key + " names a field: record.field; there is no " + text);
            return null;
        }
        return new FieldRef(kind, field);
    }

    String code(Section section, String key) {
        String code = section.required(key);
        if (!code.isEmpty() && !ReasonCodes.known(code)) {
            findings.add(section.at(key), "reject-code-known", code + " is no code of new-york/README");
        }
        return code;
    }
}
