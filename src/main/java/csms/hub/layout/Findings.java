package csms.hub.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** The findings of one file, gathered while it is read. */
final class Findings {

    private final String file;
    private final List<Finding> findings = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    void add(Node node, String rule, String message) {
        add(node.getStartMark(), rule, message);
    }

    void add(Mark mark, String rule, String message) {
        findings.add(new Finding(file, mark.getLine() + 1, mark.getColumn() + 1, rule, message));
    }

    void add(String rule, String message) {
        findings.add(new Finding(file, 1, 1, rule, message));
    }

    boolean isEmpty() {
        return findings.isEmpty();
    }

    /** All of them, in the order of the file. */
    List<Finding> sorted() {
        return findings.stream()
                .sorted(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column))
                .distinct()
                .toList();
    }
}
