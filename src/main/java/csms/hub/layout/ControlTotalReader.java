package csms.hub.layout;

import csms.hub.layout.ControlTotal.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads what files declare of themselves. */
final class ControlTotalReader {

    private final Section top;
    private final @Nullable Section house;
    private final RecordNames names;
    private final Findings findings;
    private final Map<ControlTotal, Node> nodes = new LinkedHashMap<>();

    ControlTotalReader(Section top, @Nullable Section house, RecordNames names, Findings findings) {
        this.top = top;
        this.house = house;
        this.names = names;
        this.findings = findings;
    }

    /** Where each total stands. */
    Map<ControlTotal, Node> nodes() {
        return nodes;
    }

    /** All control totals, those of the house style first. */
    List<ControlTotal> read(@Nullable String header, @Nullable String trailer) {
        List<ControlTotal> totals = new ArrayList<>();
        if (house != null) {
            Section houseSection = house;
            Condition.In reversal = null;
            Section reversalSection = houseSection.section("reversal");
            if (reversalSection != null) {
                List<Condition.In> read = new ArrayList<>();
                reversalSection.each((field, node) -> read.add(new Condition.In(field, names.words(node))));
                reversal = read.isEmpty() ? null : read.get(0);
            }
            totals.addAll(HouseStyle.totals(
                    names.detailKinds(header, trailer),
                    houseSection.text("amount"),
                    reversal,
                    houseSection.text("ssn", "SSN")));
            totals.forEach(total -> nodes.put(total, top.keyNode("house")));
        }
        for (Node node : top.items("controlTotals")) {
            Section section = Section.of(node, findings, "a control total");
            if (section != null) {
                controlTotal(section, header, trailer).ifPresent(total -> {
                    totals.add(total);
                    nodes.put(total, section.node());
                });
                section.close();
            }
        }
        return totals;
    }

    private Optional<ControlTotal> controlTotal(Section section, @Nullable String header, @Nullable String trailer) {
        Measure measure = section.has("count") ? Measure.COUNT : section.has("sum") ? Measure.SUM : Measure.HASH;
        String field = null;
        List<String> kinds = new ArrayList<>();
        if (measure == Measure.COUNT) {
            kinds.addAll(section.texts("count"));
        } else {
            field = section.required(measure == Measure.SUM ? "sum" : "hash");
            kinds.addAll(section.texts("of"));
        }
        Set<String> counted = new LinkedHashSet<>();
        for (String kind : kinds) {
            switch (kind) {
                case "all" -> counted.addAll(names.records().keySet());
                case "details" ->
                    names.records().keySet().stream()
                            .filter(name -> !name.equals(header) && !name.equals(trailer))
                            .forEach(counted::add);
                default -> {
                    if (names.kind(section, measure == Measure.COUNT ? "count" : "of", kind) != null) {
                        counted.add(kind);
                    }
                }
            }
        }
        List<Condition> where = List.of();
        Section conditions = section.section("where");
        for (String kind : counted) {
            // what is asked of several kinds is asked of each
            where = names.conditions(
                    conditions, Objects.requireNonNull(names.records().get(kind)));
        }
        String within = section.text("within");
        if (within != null && names.kind(section, "within", within) == null) {
            within = null;
        }
        FieldRef declared = names.ref(section, "equals", section.required("equals"));
        String orElse = names.code(section, "else");
        if (declared == null) {
            return Optional.empty();
        }
        return Optional.of(new ControlTotal(
                measure,
                kinds.contains("all") ? List.of() : List.copyOf(counted),
                field,
                where,
                section.number("modulo", 0),
                within,
                declared,
                orElse));
    }
}
