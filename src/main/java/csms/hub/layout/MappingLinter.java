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
import java.util.Locale;
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
        checkTotals(read, findings);
        checkReferences(read, findings);
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
            if (type == null && read.rules().containsKey(target.update())) {
                return; // the update is there; that nothing makes it was said where it stands
            }
            if (type == null) {
                findings.add(
                        node,
                        "target-exists",
                        "publishes has no " + target.update() + Spelling.hint(target.update(), types.keySet()));
            } else if (vocabulary.knows(type)) {
                checkPath(type, target.path(), node, findings);
            }
        });
        checkValues(read, types, findings);
        for (RecordLayout layout : read.mapping().records().values()) {
            for (Field field : layout.fields()) {
                checkGroup(field, types, read.records().get(layout.name()), findings);
            }
        }
    }

    /** What a row gives must be what the update's field takes: its kind, and one of its words where it has some. */
    private void checkValues(MappingReader.Read read, Map<String, String> types, Findings findings) {
        for (RecordLayout layout : read.mapping().records().values()) {
            for (Field field : layout.fields()) {
                for (Target target : field.targets()) {
                    String type = types.get(target.update());
                    Node node = read.targets().get(target);
                    if (type == null || node == null) {
                        continue;
                    }
                    if (field.group() == null) {
                        checkValue(field, target, type, target.path(), node, findings);
                        continue;
                    }
                    for (Field element : field.group().fields()) {
                        for (Target to : element.targets()) {
                            List<String> path = new ArrayList<>(target.path());
                            path.addAll(to.path());
                            checkValue(element, to, type, path, node, findings);
                        }
                    }
                }
            }
        }
    }

    private void checkValue(Field field, Target target, String type, List<String> path, Node node, Findings findings) {
        UpdateVocabulary.Field taken = vocabulary.field(type, path).orElse(null);
        if (taken == null || taken.kind() == Kind.SSN) {
            return;
        }
        FieldType given = target.bytes() == null ? field.type() : FieldType.TEXT;
        if (!given.gives(taken.kind())) {
            findings.add(
                    node,
                    "target-takes-type",
                    type + "." + String.join(".", path) + " takes "
                            + taken.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", but " + field.name()
                            + " is " + given.word());
        }
        CodeTable table = field.codes();
        if (table != null && given == FieldType.WORDS && !taken.words().isEmpty()) {
            table.words().stream()
                    .filter(word -> !taken.words().contains(word))
                    .forEach(word -> addWord(type, path, word, taken, node, findings));
            if (CodeTable.AS_GIVEN.equals(table.otherwise())) {
                findings.add(
                        node,
                        "word-known",
                        type + "." + String.join(".", path) + " takes its own words only; " + table.name()
                                + " cannot say else: as-given");
            }
        }
    }

    private static void addWord(
            String type, List<String> path, String word, UpdateVocabulary.Field taken, Node node, Findings findings) {
        findings.add(
                node,
                "word-known",
                type + "." + String.join(".", path) + " has no word " + word + Spelling.hint(word, taken.words())
                        + "; it has " + String.join(", ", taken.words()));
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
            rule.set().forEach((path, word) -> {
                List<String> segments = List.of(path.split("\\.", -1));
                checkPath(rule.type(), segments, node, findings);
                vocabulary
                        .field(rule.type(), segments)
                        .filter(taken ->
                                !taken.words().isEmpty() && !taken.words().contains(word))
                        .ifPresent(taken -> addWord(rule.type(), segments, word, taken, node, findings));
            });
            rule.only()
                    .keySet()
                    .forEach(path -> checkPath(rule.type(), List.of(path.split("\\.", -1)), node, findings));
            rule.filled()
                    .forEach((list, values) -> values.forEach(value -> checkFilled(read, rule, list, value, findings)));
            if (rule.tellsRequest()) {
                checkPath(rule.type(), List.of("requestId"), node, findings);
            }
            checkRequired(mapping, rule, node, findings);
            if (mapping.makes() == Mapping.Makes.UPDATES && !saysWho(mapping, rule.kind())) {
                findings.add(
                        node,
                        "person-found",
                        "match says nothing of " + rule.kind() + ", so nobody could be found for " + rule.name()
                                + "; write " + rule.kind() + ": { by: … } under match");
            }
        }
    }

    /** A row is told for the sake of a value that some numbered row gives. */
    private static void checkFilled(
            MappingReader.Read read, UpdateRule rule, String list, String value, Findings findings) {
        boolean given = read.targets().keySet().stream()
                .anyMatch(target -> target.update().equals(rule.name())
                        && target.row() > 0
                        && target.dotted().equals(list + "." + value));
        if (!given) {
            Node node = java.util.Objects.requireNonNull(read.rules().get(rule.name()));
            findings.add(
                    node,
                    "target-exists",
                    "filled asks for " + value + " in " + list + ", which no row gives; write to: " + rule.name() + "."
                            + list.replace("[]", "[1]") + "." + value);
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
                        rule.type() + " needs " + required + "; write to: " + rule.name() + "." + required
                                + " in a row of " + rule.kind() + ", or set: { " + required + ": … }");
            }
        }
    }

    private static void checkTotals(MappingReader.Read read, Findings findings) {
        Mapping mapping = read.mapping();
        for (ControlTotal total : mapping.controlTotals()) {
            Node node = java.util.Objects.requireNonNull(read.totals().get(total));
            mapping.record(total.declared().kind())
                    .flatMap(layout -> layout.field(total.declared().field()))
                    .filter(field -> !field.type().numeric())
                    .ifPresent(field -> findings.add(
                            node,
                            "total-names-a-number",
                            "the control total " + total.declared() + " is no number; give its row a numeric type"));
            if (total.field() == null) {
                continue;
            }
            List<RecordLayout> adding = total.kinds().stream()
                    .flatMap(kind -> mapping.record(kind).stream())
                    .filter(layout -> layout.field(total.field()).isPresent())
                    .toList();
            if (adding.isEmpty() && !total.kinds().isEmpty() && mapping.house() == null) {
                findings.add(
                        node,
                        "field-known",
                        "none of " + String.join(", ", total.kinds()) + " has a field " + total.field());
            }
            for (RecordLayout layout : adding) {
                layout.field(total.field())
                        .filter(field -> !field.type().numeric())
                        .ifPresent(field -> findings.add(
                                node,
                                "total-names-a-number",
                                layout.name() + "." + field.name()
                                        + " is added up but is no number; give its row a numeric type"));
                checkFields(layout, fieldsOf(total.where()), node, findings);
            }
        }
    }

    private static List<String> fieldsOf(List<Condition> conditions) {
        return conditions.stream()
                .flatMap(condition -> condition.named().stream())
                .toList();
    }

    /** What rows say of other rows. */
    private static void checkReferences(MappingReader.Read read, Findings findings) {
        Mapping mapping = read.mapping();
        for (RecordLayout layout : mapping.records().values()) {
            Node node = read.records().get(layout.name());
            if (node == null) {
                continue;
            }
            for (Field field : layout.fields()) {
                String before = field.rules().notBefore();
                checkFields(layout, before == null ? List.of() : List.of(before), node, findings);
                String same = field.rules().sameAs();
                if (same != null) {
                    mapping.record(mapping.header())
                            .ifPresentOrElse(
                                    header -> checkFields(header, List.of(same), node, findings),
                                    () -> findings.add(node, "field-known", "there is no header to be the same as"));
                }
                for (Target target : field.targets()) {
                    String other = target.differsFrom();
                    checkFields(
                            layout,
                            other == null ? List.of() : List.of(other),
                            read.targets().getOrDefault(target, node),
                            findings);
                }
            }
        }
    }

    private static void checkFields(RecordLayout layout, List<String> names, Node node, Findings findings) {
        for (String name : names) {
            if (layout.field(name).isEmpty()) {
                findings.add(
                        node,
                        "field-known",
                        layout.name() + " has no field " + name
                                + Spelling.hint(
                                        name,
                                        layout.fields().stream()
                                                .map(Field::name)
                                                .toList()));
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
