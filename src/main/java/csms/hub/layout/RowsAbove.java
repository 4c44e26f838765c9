package csms.hub.layout;

import csms.hub.layout.Field.At;
import csms.hub.layout.Field.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Finds the rows above one that it names, and reads what they decide about it. */
final class RowsAbove {

    private final Findings findings;

    RowsAbove(Findings findings) {
        this.findings = findings;
    }

    /** The row of a name; empty, with a finding, when there is none. */
    Optional<Field> named(String name, Node node, List<Field> before) {
        Optional<Field> field =
                before.stream().filter(row -> row.name().equals(name)).findFirst();
        if (field.isEmpty()) {
            List<String> names = before.stream()
                    .filter(row -> row.type() != FieldType.FILLER)
                    .map(Field::name)
                    .toList();
            findings.add(node, "field-known", "no row above is named " + name + Spelling.hint(name, names));
        }
        return field;
    }

    /** What a row says of those above it. */
    Depends depends(Section row, FieldType type, Source source, List<Field> before) {
        List<Depends.Only> only = new ArrayList<>();
        Section counts = row.section("only");
        if (counts != null && !type.publishable()) {
            findings.add(row.at("only"), "only-known", "a " + type.word() + " always counts; leave only out");
        }
        if (counts != null) {
            counts.each((name, node) -> named(name, counts.keyNode(name), before)
                    .ifPresent(field -> only.add(new Depends.Only(field, codes(counts, field)))));
        }
        String by = row.text("precisionBy");
        if (by != null && (type != FieldType.DATE || !(source instanceof At))) {
            findings.add(row.at("precisionBy"), "date-has-form", "precisionBy belongs to a date with positions");
        }
        return new Depends(
                List.copyOf(only),
                by == null ? null : named(by, row.at("precisionBy"), before).orElse(null));
    }

    /** The codes under which the row counts: each must be one that the other row can have. */
    private List<String> codes(Section counts, Field field) {
        List<String> listed = counts.texts(field.name());
        CodeTable table = field.codes();
        for (String code : listed) {
            boolean unknown = !code.isEmpty() && table != null && table.word(code) == null;
            if (unknown
                    || !(field.rules().allow().isEmpty()
                            || field.rules().allow().contains(code))) {
                findings.add(counts.at(field.name()), "only-known", field.name() + " has no code " + code);
            }
        }
        return List.copyOf(listed);
    }
}
