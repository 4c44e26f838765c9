package csms.hub.layout;

import csms.hub.update.Kind;
import csms.hub.update.UpdateVocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads mapping files and says everything that is wrong with them, at once, where an editor can click on it. A mapping
 * without findings can be worked with.
 */
public final class MappingLinter {

    private static final Set<String> FILLED_BY_THE_HUB = Set.of("person", "requestId");

    private final UpdateVocabulary vocabulary;
    private final Predicate<String> hasRoute;
    private final @Nullable Path fixtures;

    /**
     * What linting one file gave.
     *
     * @param mapping null when there are findings
     */
    public record Linted(Path file, @Nullable Mapping mapping, List<Finding> findings) {}

    /**
     * @param hasRoute whether a route carries an exchange
     * @param fixtures the folder of examples; null where there is none, as beside a hub in use
     */
    public MappingLinter(UpdateVocabulary vocabulary, Predicate<String> hasRoute, @Nullable Path fixtures) {
        this.vocabulary = vocabulary;
        this.hasRoute = hasRoute;
        this.fixtures = fixtures;
    }

    /** Every mapping file below a folder, by name. The canonical schemas under {@code csms/} are no mappings.
     *
     * @throws IOException when the folder cannot be read */
    public List<Linted> lintFolder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        List<Linted> linted = new ArrayList<>();
        for (Path file : files) {
            linted.add(lint(folder, file));
        }
        return linted;
    }

    /** One mapping file.
     *
     * @param folder that its path, and so its exchange's name, begins at
     * @throws IOException when the file cannot be read */
    public Linted lint(Path folder, Path file) throws IOException {
        Findings findings = new Findings(file.toString());
        Optional<MappingReader.Read> read = MappingReader.read(Files.readAllBytes(file), findings);
        read.ifPresent(found -> {
            check(found, findings);
            checkNeighbors(found.mapping().exchange(), folder.relativize(file), findings);
        });
        List<Finding> sorted = findings.sorted();
        return new Linted(
                file, sorted.isEmpty() ? read.map(MappingReader.Read::mapping).orElse(null) : null, sorted);
    }

    private void check(MappingReader.Read read, Findings findings) {
        Mapping mapping = read.mapping();
        checkLiterals(mapping, read.records(), findings);
        checkTargets(read, findings);
        checkRules(read, findings);
        checkTotals(mapping, findings);
        checkSensitive(read, findings);
    }

    /** Two kinds that the same bytes could be are no kinds. */
    private static void checkLiterals(Mapping mapping, Map<String, Node> nodes, Findings findings) {
        List<RecordLayout> layouts = new ArrayList<>(mapping.records().values());
        for (int i = 0; i < layouts.size(); i++) {
            RecordLayout layout = layouts.get(i);
            Node node = nodes.get(layout.name());
            if (node == null) {
                continue;
            }
            if (layout.literals().isEmpty() && !layout.otherwise() && layouts.size() > 1) {
                findings.add(
                        node,
                        "literals-identify",
                        layout.name()
                                + " has no literal that tells it from the others; write type: literal, or otherwise: true");
            }
            for (RecordLayout earlier : layouts.subList(0, i)) {
                if (!layout.otherwise() && !earlier.otherwise() && couldBeBoth(layout, earlier)) {
                    findings.add(
                            node,
                            "literals-identify",
                            "the same bytes could be " + layout.name() + " and " + earlier.name()
                                    + "; give them literals that differ");
                }
            }
        }
    }

    private static boolean couldBeBoth(RecordLayout one, RecordLayout other) {
        for (Field a : one.literals()) {
            for (Field b : other.literals()) {
                if (a.start() == b.start()
                        && a.length() == b.length()
                        && a.literals().stream().noneMatch(b.literals()::contains)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void checkTargets(MappingReader.Read read, Findings findings) {
        Map<String, String> types = new LinkedHashMap<>();
        read.mapping().publishes().forEach(rule -> types.put(rule.name(), rule.type()));
        read.targets().forEach((target, node) -> {
            String type = types.get(target.update());
            if (type == null) {
                findings.add(
                        node,
                        "target-exists",
                        "publishes has no " + target.update() + Spelling.hint(target.update(), types.keySet()));
            } else if (vocabulary.knows(type)) {
                checkPath(type, target.path(), node, findings);
            }
        });
        for (RecordLayout layout : read.mapping().records().values()) {
            for (Field field : layout.fields()) {
                checkGroup(field, types, read.records().get(layout.name()), findings);
            }
        }
    }

    private void checkGroup(Field field, Map<String, String> types, @Nullable Node node, Findings findings) {
        if (field.group() == null || node == null) {
            return;
        }
        for (Target target : field.targets()) {
            String type = types.get(target.update());
            if (type == null || !vocabulary.knows(type)) {
                continue;
            }
            for (Field element : field.group().fields()) {
                for (Target to : element.targets()) {
                    List<String> path = new ArrayList<>(target.path());
                    path.addAll(to.path());
                    checkPath(type, path, node, findings);
                }
            }
        }
    }

    private void checkPath(String type, List<String> path, Node node, Findings findings) {
        if (!vocabulary.hasField(type, path)) {
            List<String> near = vocabulary.suggestions(type, path);
            findings.add(
                    node,
                    "target-exists",
                    type + " has no field " + String.join(".", path)
                            + (near.isEmpty() ? "" : " (did you mean " + near.get(0) + "?)"));
        }
    }

    private void checkRules(MappingReader.Read read, Findings findings) {
        Mapping mapping = read.mapping();
        for (UpdateRule rule : mapping.publishes()) {
            Node node = java.util.Objects.requireNonNull(read.rules().get(rule.name()));
            if (!vocabulary.knows(rule.type())) {
                List<String> near = vocabulary.suggestions(rule.type());
                findings.add(
                        node,
                        "update-known",
                        "there is no update " + rule.type()
                                + (near.isEmpty() ? "" : " (did you mean " + near.get(0) + "?)"));
                continue;
            }
            rule.set().keySet().forEach(path -> checkPath(rule.type(), List.of(path.split("\\.", -1)), node, findings));
            checkRequired(mapping, rule, node, findings);
            if (mapping.makes() == Mapping.Makes.UPDATES && !saysWho(mapping, rule.kind())) {
                findings.add(
                        node,
                        "person-found",
                        "match says nothing of " + rule.kind() + ", so nobody could be found for " + rule.name());
            }
        }
    }

    /** Whether records of a kind, or those that they belong to, say who they are about. */
    private static boolean saysWho(Mapping mapping, String kind) {
        Set<String> lineage = lineage(mapping, kind);
        return lineage.stream().anyMatch(mapping.persons()::containsKey);
    }

    private static Set<String> lineage(Mapping mapping, String kind) {
        Set<String> lineage = new LinkedHashSet<>();
        Optional<RecordLayout> next = mapping.record(kind);
        while (next.isPresent() && lineage.add(next.get().name())) {
            next = mapping.record(next.get().parent());
        }
        return lineage;
    }

    private void checkRequired(Mapping mapping, UpdateRule rule, Node node, Findings findings) {
        Set<String> filled = new LinkedHashSet<>(rule.set().keySet());
        lineage(mapping, rule.kind()).stream()
                .flatMap(kind -> mapping.record(kind).stream())
                .flatMap(layout -> layout.fields().stream())
                .flatMap(field -> field.targets().stream())
                .filter(target -> target.update().equals(rule.name()))
                .forEach(target -> {
                    filled.add(target.dotted());
                    filled.add(target.path().get(0));
                });
        for (String required : vocabulary.required(rule.type())) {
            if (!filled.contains(required) && !FILLED_BY_THE_HUB.contains(required)) {
                findings.add(
                        node,
                        "required-target-filled",
                        rule.type() + " needs " + required + "; no row of " + rule.kind() + " and no set gives it");
            }
        }
    }

    private static void checkTotals(Mapping mapping, Findings findings) {
        for (ControlTotal total : mapping.controlTotals()) {
            mapping.record(total.declared().kind())
                    .flatMap(layout -> layout.field(total.declared().field()))
                    .filter(field -> !field.type().numeric())
                    .ifPresent(field -> findings.add(
                            "total-names-a-number",
                            "the control total " + total.declared() + " is no number; give its row a numeric type"));
            for (String kind : total.kinds()) {
                RecordLayout layout = mapping.records().get(kind);
                Optional<Field> added =
                        layout == null || total.field() == null ? Optional.empty() : layout.field(total.field());
                added.filter(field -> !field.type().numeric())
                        .ifPresent(field -> findings.add(
                                "total-names-a-number",
                                kind + "." + field.name()
                                        + " is added up but is no number; give its row a numeric type"));
            }
        }
    }

    /** Sensitive values are known by their type, so a field that becomes one must have it. */
    private void checkSensitive(MappingReader.Read read, Findings findings) {
        Map<String, String> types = new LinkedHashMap<>();
        read.mapping().publishes().forEach(rule -> types.put(rule.name(), rule.type()));
        for (RecordLayout layout : read.mapping().records().values()) {
            for (Field field : layout.fields()) {
                for (Target target : field.targets()) {
                    String type = types.get(target.update());
                    Node node = read.targets().get(target);
                    if (type != null
                            && node != null
                            && vocabulary.hasField(type, target.path())
                            && vocabulary.kindOf(type, target.path()) == Kind.SSN
                            && field.type() != FieldType.SSN) {
                        findings.add(
                                node,
                                "sensitive-has-type",
                                field.name() + " becomes an SSN; write type: ssn, so that it is never shown");
                    }
                }
            }
        }
    }

    private void checkNeighbors(String exchange, Path relative, Findings findings) {
        String expected = exchange.replace('.', '/') + ".yaml";
        if (!relative.toString().replace('\\', '/').equals(expected)) {
            findings.add("name-equals-path", exchange + " belongs in " + expected);
        }
        if (!hasRoute.test(exchange)) {
            findings.add(
                    "has-a-route",
                    "no route carries " + exchange + "; write routes/" + exchange.replace('.', '/') + ".camel.yaml");
        }
        if (fixtures != null) {
            checkFixtures(exchange, fixtures.resolve(exchange.replace('.', '/')), findings);
        }
    }

    private static void checkFixtures(String exchange, Path folder, Findings findings) {
        Set<String> names = new LinkedHashSet<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> list = Files.list(folder)) {
                list.filter(Files::isDirectory)
                        .forEach(path -> names.add(path.getFileName().toString()));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        for (String prefix : List.of("accepts-", "rejects-")) {
            if (names.stream().noneMatch(name -> name.startsWith(prefix))) {
                findings.add(
                        "has-fixtures",
                        exchange + " has no example that the hub " + prefix.replace("-", "") + "; add one under "
                                + "test-fixtures/" + exchange.replace('.', '/') + "/" + prefix + "…");
            }
        }
    }
}
