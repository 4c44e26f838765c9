package csms.hub.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads where rows say that their values go. */
final class TargetReader {

    /** A row of a list in a target: {@code amounts[3].box}. */
    private static final Pattern NUMBERED = Pattern.compile("\\[([1-9][0-9]?)]");

    private final Findings findings;
    private final Map<Target, Node> nodes = new LinkedHashMap<>();

    TargetReader(Findings findings) {
        this.findings = findings;
    }

    /** Every target read, with where it stands. */
    Map<Target, Node> nodes() {
        return nodes;
    }

    /** The targets of a row. */
    List<Target> read(Section row, FieldType type, boolean inGroup) {
        List<Target> targets = new ArrayList<>();
        for (Node item : row.items("to")) {
            if (item instanceof ScalarNode scalar) {
                target(scalar.getValue(), null, null, false, false, inGroup, item)
                        .ifPresent(targets::add);
            } else if (item instanceof MappingNode mapping) {
                Section section = new Section(mapping, findings);
                String bytes = section.text("bytes");
                Positions part = bytes == null ? null : Positions.parse(bytes).orElse(null);
                if (bytes != null && part == null) {
                    findings.add(
                            section.at("bytes"), "positions-form", "bytes are written first-last within the field");
                }
                target(
                                section.required("target"),
                                part,
                                section.text("differsFrom"),
                                section.flag("otherwise", "true"),
                                section.flag("presence", "required"),
                                inGroup,
                                item)
                        .ifPresent(targets::add);
                section.close();
            } else {
                findings.add(item, "bad-value", "to names a target: update.field");
            }
        }
        if (!targets.isEmpty() && !type.publishable() && type != FieldType.GROUP) {
            findings.add(row.at("to"), "target-exists", "a " + type.word() + " has no value to publish");
        }
        return List.copyOf(targets);
    }

    private Optional<Target> target(
            String text,
            @Nullable Positions bytes,
            @Nullable String differsFrom,
            boolean otherwise,
            boolean required,
            boolean inGroup,
            Node node) {
        Matcher numbered = NUMBERED.matcher(text);
        int number = numbered.find() ? Integer.parseInt(numbered.group(1)) : 0;
        if (number > 0 && (inGroup || numbered.find())) {
            findings.add(node, "target-exists", "a row is numbered once in a target, and never in a group");
            return Optional.empty();
        }
        List<String> path = List.of(NUMBERED.matcher(text).replaceAll("[]").split("\\.", -1));
        if (!inGroup && path.size() < 2) {
            findings.add(node, "target-exists", "write to: update.field, the update named under publishes");
            return Optional.empty();
        }
        Target target = inGroup
                ? new Target("", path, 0, bytes, differsFrom, otherwise, required)
                : new Target(
                        path.get(0), path.subList(1, path.size()), number, bytes, differsFrom, otherwise, required);
        if (!inGroup) {
            nodes.put(target, node);
        }
        return Optional.of(target);
    }
}
