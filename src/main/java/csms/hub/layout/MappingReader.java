package csms.hub.layout;

import csms.hub.layout.ControlTotal.Measure;
import csms.hub.layout.FileFormat.LineEnd;
import csms.hub.layout.Mapping.Direction;
import csms.hub.layout.Mapping.Makes;
import csms.hub.layout.Mapping.UnknownPerson;
import csms.hub.update.Safeguard;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads one mapping file into a {@link Mapping}, gathering every finding on the way. */
final class MappingReader {

    private static final Map<String, Encoding> ENCODINGS =
            Map.of("US-ASCII", Encoding.US_ASCII, "IBM037", Encoding.IBM037);
    private static final long HIGHEST_FEDERAL_NUMBER = 999_999;

    private final Findings findings;
    private final Section top;
    private final byte[] bytes;
    private final Map<String, CodeTable> codes = new LinkedHashMap<>();
    private final Map<String, List<Node>> blocks = new LinkedHashMap<>();
    private final Map<String, RecordLayout> records = new LinkedHashMap<>();
    private final Map<String, Node> ruleNodes = new LinkedHashMap<>();
    private final Map<ControlTotal, Node> totalNodes = new LinkedHashMap<>();
    private final RowReader rows;
    private @Nullable Section house;

    /** What was read, with where the parts stand that later rules look at. */
    record Read(
            Mapping mapping,
            Map<Target, Node> targets,
            Map<String, Node> rules,
            Map<String, Node> records,
            Map<ControlTotal, Node> totals) {}

    private MappingReader(Section top, byte[] bytes, Findings findings) {
        this.top = top;
        this.bytes = bytes;
        this.findings = findings;
        readCodes();
        readBlocks();
        this.rows = new RowReader(findings, codes, blocks);
    }

    /** Reads; empty when the file is no mapping at all. What is wrong is among the findings either way. */
    static Optional<Read> read(byte[] bytes, Findings findings) {
        try {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions()))
                    .compose(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
            if (!(root instanceof MappingNode mapping)) {
                findings.add("syntax", "a mapping file begins with exchange: <partner>.<exchange>");
                return Optional.empty();
            }
            return new MappingReader(new Section(mapping, findings), bytes, findings).read();
        } catch (MarkedYAMLException e) {
            String problem = e.getProblem() == null ? "not YAML" : e.getProblem();
            if (e.getProblemMark() == null) {
                findings.add("syntax", problem);
            } else {
                findings.add(e.getProblemMark(), "syntax", problem);
            }
            return Optional.empty();
        }
    }

    private Optional<Read> read() {
        String exchange = top.required("exchange");
        if (!exchange.matches("[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*")) {
            findings.add(top.at("exchange"), "exchange-name", "an exchange is named partner.exchange, in lower case");
            return Optional.empty();
        }
        Direction direction = word(top, "direction", Direction.values(), Direction.INBOUND);
        Makes makes = top.has("makes") ? word(top, "makes", Makes.values(), Makes.UPDATES) : Makes.UPDATES;
        Safeguard safeguard = word(top, "safeguard", Safeguard.values(), Safeguard.NONE);
        Agreement agreement = agreement();
        house = top.section("house");
        Section file = top.section("file");
        if (file == null) {
            findings.add(top.node(), "missing-key", "write file: { format: fixed-length, recordLength: …, … }");
            return Optional.empty();
        }
        int recordLength = file.number("recordLength", 0);
        if (recordLength < 1) {
            findings.add(file.at("recordLength"), "missing-key", "write recordLength: the bytes of a record");
            return Optional.empty();
        }
        HouseCodes houseCodes = houseCodes();
        Map<String, Node> recordNodes = readRecords(recordLength, houseCodes);
        RecordOrder order = order(file);
        FileFormat format = format(file, recordLength, order, houseCodes != null);
        String header = end(order, true);
        String trailer = end(order, false);
        List<UpdateRule> publishes = publishes();
        Map<String, PersonRule> persons = new LinkedHashMap<>();
        UnknownPerson unknown = match(persons);
        Map<String, RequestRule> requests = requests();
        List<RecordCheck> checks = checks();
        List<ControlTotal> totals = controlTotals(header, trailer);
        double limit = rejectLimit();
        top.close();
        if (house != null) {
            house.close();
        }
        unusedCodes();
        Mapping mapping = new Mapping(
                exchange,
                direction,
                makes,
                agreement,
                safeguard,
                format,
                records,
                header,
                trailer,
                houseCodes,
                codes,
                publishes,
                persons,
                requests,
                unknown,
                checks,
                totals,
                limit,
                sha256(bytes));
        return Optional.of(new Read(mapping, rows.targets(), ruleNodes, recordNodes, totalNodes));
    }

    private void readCodes() {
        Section section = top.section("codes");
        if (section == null) {
            return;
        }
        section.each((name, node) -> {
            Section table = Section.of(node, findings, "a code table");
            if (table != null) {
                codes.put(name, codeTable(name, table));
            }
        });
    }

    private CodeTable codeTable(String name, Section table) {
        if (!table.has("codes")) {
            return new CodeTable(name, words(table), Map.of(), null, null);
        }
        Section whole = table.section("codes");
        Section first = table.section("firstLetter");
        Map<Character, String> letters = new LinkedHashMap<>();
        if (first != null) {
            words(first).forEach((letter, word) -> letters.put(letter.charAt(0), word));
        }
        CodeTable read = new CodeTable(
                name, whole == null ? Map.of() : words(whole), letters, table.text("blank"), table.text("else"));
        table.close();
        return read;
    }

    private Map<String, String> words(Section table) {
        Map<String, String> words = new LinkedHashMap<>();
        table.each((code, node) -> {
            if (node instanceof ScalarNode word) {
                words.put(code, word.getValue());
            } else {
                findings.add(node, "bad-value", "a code stands for one word");
            }
        });
        return words;
    }

    private void readBlocks() {
        Section section = top.section("blocks");
        if (section != null) {
            section.each((name, node) -> {
                if (node instanceof SequenceNode list) {
                    blocks.put(name, list.getValue());
                } else {
                    findings.add(node, "bad-value", "a block is a list of rows");
                }
            });
        }
    }

    private Agreement agreement() {
        Section section = top.section("agreement");
        if (section == null) {
            if (!top.has("agreement")) {
                findings.add(top.node(), "missing-key", "write agreement: { document: …, section: …, version: … }");
            }
            return new Agreement("", "", "", "");
        }
        Agreement agreement = new Agreement(
                section.required("document"),
                section.text("section", ""),
                section.text("version", ""),
                section.text("note", ""));
        section.close();
        return agreement;
    }

    private @Nullable HouseCodes houseCodes() {
        if (house == null) {
            return null;
        }
        return new HouseCodes(
                house.required("partner"), house.texts("type"), house.required("from"), house.required("to"));
    }

    private Map<String, Node> readRecords(int recordLength, @Nullable HouseCodes houseCodes) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        if (houseCodes != null) {
            records.put(HouseStyle.HEADER, HouseStyle.header(houseCodes, recordLength));
        }
        Section section = top.section("records");
        if (section == null) {
            findings.add(top.node(), "missing-key", "write records: the tables of the interface document");
        } else {
            section.each((kind, node) -> {
                nodes.put(kind, section.keyNode(kind));
                readRecord(kind, node, section.keyNode(kind), recordLength);
            });
        }
        if (houseCodes != null) {
            records.put(HouseStyle.TRAILER, HouseStyle.trailer(recordLength));
        }
        return nodes;
    }

    private void readRecord(String kind, Node node, Node key, int recordLength) {
        List<Node> list = List.of();
        String parent = null;
        boolean otherwise = false;
        if (node instanceof SequenceNode sequence) {
            list = sequence.getValue();
        } else {
            Section section = Section.of(node, findings, "a record");
            if (section != null) {
                parent = section.text("parent");
                if (parent != null && !records.containsKey(parent)) {
                    findings.add(
                            section.at("parent"),
                            "record-known",
                            "no record above is named " + parent + Spelling.hint(parent, records.keySet()));
                    parent = null;
                }
                otherwise = section.flag("otherwise", "true");
                list = section.items("rows");
                section.close();
            }
        }
        records.put(
                kind, new RecordLayout(kind, recordLength, rows.record(list, recordLength, key), parent, otherwise));
    }

    private RecordOrder order(Section file) {
        List<String> parts = file.texts("order");
        String text = parts.isEmpty() && house != null
                ? "header, (" + String.join(" | ", detailKinds()) + ")..., trailer"
                : String.join(", ", parts);
        if (text.isEmpty()) {
            findings.add(file.node(), "missing-key", "write order: [ header, (kind | kind)..., trailer ]");
            return new RecordOrder.Sequence(List.of());
        }
        try {
            RecordOrder order = RecordOrder.parse(text);
            for (String kind : order.kinds()) {
                if (!records.containsKey(kind)) {
                    findings.add(
                            file.at("order"),
                            "record-known",
                            "there is no record " + kind + Spelling.hint(kind, records.keySet()));
                }
            }
            boolean allKnown = records.keySet().containsAll(order.kinds());
            for (String kind : records.keySet()) {
                if (allKnown && !order.kinds().contains(kind)) {
                    findings.add(
                            file.at("order"),
                            "order-names-all",
                            kind + " is never in order; name it where it may stand");
                }
            }
            return order;
        } catch (IllegalArgumentException e) {
            findings.add(file.at("order"), "order-form", String.valueOf(e.getMessage()));
            return new RecordOrder.Sequence(List.of());
        }
    }

    private List<String> detailKinds() {
        return records.keySet().stream()
                .filter(kind -> !kind.equals(HouseStyle.HEADER) && !kind.equals(HouseStyle.TRAILER))
                .toList();
    }

    /** The kind that every file begins or ends with, when the order says that there is one. */
    private static @Nullable String end(RecordOrder order, boolean first) {
        if (order instanceof RecordOrder.Sequence sequence && !sequence.parts().isEmpty()) {
            RecordOrder part = sequence.parts().get(first ? 0 : sequence.parts().size() - 1);
            return part instanceof RecordOrder.Kind kind ? kind.name() : null;
        }
        return null;
    }

    private FileFormat format(Section file, int recordLength, RecordOrder order, boolean inHouseStyle) {
        String format = file.required("format");
        if (!format.isEmpty() && !format.equals("fixed-length")) {
            findings.add(file.at("format"), "bad-value", "the format is fixed-length");
        }
        Map<Encoding, LineEnd> lineEnds = new EnumMap<>(Encoding.class);
        List<String> encodings = file.texts("encoding");
        Section ends = file.section("lineEnd");
        for (String name : encodings.isEmpty() ? List.of("US-ASCII") : encodings) {
            Encoding encoding = ENCODINGS.get(name);
            if (encoding == null) {
                findings.add(file.at("encoding"), "encoding-known", name + " is neither US-ASCII nor IBM037");
                continue;
            }
            String end = ends == null ? null : ends.text(name);
            lineEnds.put(encoding, lineEnd(end, encoding, file));
        }
        if (ends != null) {
            ends.close();
        }
        String sequence = inHouseStyle ? "header.Batch number" : file.text("sequence");
        String created = inHouseStyle ? "header.Creation date" : file.text("created");
        String environment = inHouseStyle ? "header.Environment" : file.text("environment");
        String consecutive = file.text("consecutive");
        if (consecutive != null
                && records.values().stream()
                        .noneMatch(layout -> layout.field(consecutive).isPresent())) {
            findings.add(file.at("consecutive"), "field-known", "no record has a field " + consecutive);
        }
        FileFormat read = new FileFormat(
                recordLength,
                lineEnds,
                file.flag("trailing1A", "allowed"),
                order,
                ref(file, "sequence", sequence),
                inHouseStyle ? HouseStyle.HIGHEST_NUMBER : HIGHEST_FEDERAL_NUMBER,
                ref(file, "created", created),
                ref(file, "environment", environment),
                consecutive);
        file.close();
        return read;
    }

    private LineEnd lineEnd(@Nullable String word, Encoding encoding, Section file) {
        if (word == null) {
            return encoding == Encoding.IBM037 ? LineEnd.NONE : LineEnd.LF;
        }
        return switch (word) {
            case "LF" -> LineEnd.LF;
            case "CRLF" -> LineEnd.CRLF;
            case "none" -> LineEnd.NONE;
            default -> {
                findings.add(file.at("lineEnd"), "bad-value", "a record ends with LF, CRLF or none");
                yield LineEnd.LF;
            }
        };
    }

    private @Nullable FieldRef ref(Section section, String key, @Nullable String text) {
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

    private List<UpdateRule> publishes() {
        List<UpdateRule> rules = new ArrayList<>();
        Section section = top.section("publishes");
        if (section != null) {
            section.each((name, node) -> {
                Section rule = Section.of(node, findings, "an update");
                if (rule != null) {
                    ruleNodes.put(name, section.keyNode(name));
                    rules.addAll(rulesOf(name, rule));
                    rule.close();
                }
            });
        }
        return rules;
    }

    /** An update may be made from several kinds of record under one name. */
    private List<UpdateRule> rulesOf(String name, Section rule) {
        Map<String, String> set = new LinkedHashMap<>();
        Section constants = rule.section("set");
        if (constants != null) {
            set.putAll(words(constants));
        }
        String type = rule.required("update");
        boolean always = rule.flag("always", "true");
        boolean alone = rule.flag("alone", "true");
        boolean review = rule.flag("review", "true");
        boolean answers = rule.flag("answers", "request");
        List<UpdateRule> rules = new ArrayList<>();
        for (String kind : rule.texts("for")) {
            RecordLayout layout = kind(rule, "for", kind);
            if (layout != null) {
                rules.add(new UpdateRule(
                        name,
                        type,
                        kind,
                        always,
                        alone,
                        answers,
                        review,
                        conditions(rule.section("when"), layout),
                        Map.copyOf(set)));
            }
        }
        if (!rule.has("for")) {
            findings.add(rule.node(), "missing-key", "write for: the record that makes it");
        }
        return rules;
    }

    private @Nullable RecordLayout kind(Section section, String key, String kind) {
        RecordLayout layout = records.get(kind);
        if (layout == null) {
            findings.add(
                    section.at(key),
                    "record-known",
                    "there is no record " + kind + Spelling.hint(kind, records.keySet()));
        }
        return layout;
    }

    private List<Condition> conditions(@Nullable Section when, RecordLayout layout) {
        List<Condition> conditions = new ArrayList<>();
        if (when == null) {
            return conditions;
        }
        if (when.has("anyPresent")) {
            List<String> fields = when.texts("anyPresent");
            fields.forEach(field -> fieldOf(layout, field, when.at("anyPresent")));
            conditions.add(new Condition.AnyPresent(fields));
        }
        when.others((field, node) -> {
            fieldOf(layout, field, when.keyNode(field));
            condition(field, node).ifPresent(conditions::add);
        });
        return conditions;
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

    private List<String> words(Node node) {
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

    private void fieldOf(RecordLayout layout, @Nullable String field, Node node) {
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

    private UnknownPerson match(Map<String, PersonRule> persons) {
        Section section = top.section("match");
        if (section == null) {
            return UnknownPerson.REJECTED;
        }
        String nobody = section.text("nobody", "R0201");
        if (!nobody.equals("R0201") && !nobody.equals("notOurs")) {
            findings.add(section.at("nobody"), "bad-value", "nobody is R0201 on an answer, or notOurs");
        }
        section.others((kind, node) -> {
            RecordLayout layout = kind(section, kind, kind);
            Section rule = Section.of(node, findings, "a person");
            if (layout != null && rule != null) {
                persons.put(kind, person(kind, layout, rule));
                rule.close();
            }
        });
        return nobody.equals("notOurs") ? UnknownPerson.NOT_OURS : UnknownPerson.REJECTED;
    }

    private PersonRule person(String kind, RecordLayout layout, Section rule) {
        List<List<String>> names = new ArrayList<>();
        List<Node> items = rule.items("name");
        if (items.stream().allMatch(ScalarNode.class::isInstance)) {
            if (!items.isEmpty()) {
                names.add(rule.texts("name"));
            }
        } else {
            items.forEach(item -> names.add(words(item)));
        }
        names.forEach(list -> list.forEach(field -> fieldOf(layout, field, rule.at("name"))));
        List<String> violence = rule.texts("familyViolence");
        violence.forEach(field -> fieldOf(layout, field, rule.at("familyViolence")));
        List<String> compared = rule.has("compare") ? rule.texts("compare") : List.of("name", "birth");
        for (String word : compared) {
            if (!List.of("name", "birth", "nothing").contains(word)) {
                findings.add(rule.at("compare"), "bad-value", "compare is name, birth, both, or nothing");
            }
        }
        PersonRule read = new PersonRule(
                kind,
                rule.text("echo"),
                rule.text("echoCase"),
                rule.text("by"),
                List.copyOf(names),
                compared.contains("name"),
                rule.text("birth"),
                compared.contains("birth"),
                rule.flag("search", "nameAndBirth"),
                violence);
        fieldOf(layout, read.echoParticipant(), rule.at("echo"));
        fieldOf(layout, read.echoCase(), rule.at("echoCase"));
        fieldOf(layout, read.ssn(), rule.at("by"));
        fieldOf(layout, read.birthDate(), rule.at("birth"));
        return read;
    }

    private Map<String, RequestRule> requests() {
        Map<String, RequestRule> requests = new LinkedHashMap<>();
        Section section = top.section("requests");
        if (section != null) {
            section.each((kind, node) -> {
                RecordLayout layout = kind(section, kind, kind);
                Section rule = Section.of(node, findings, "a request");
                if (layout != null && rule != null) {
                    String echo = rule.required("echo");
                    fieldOf(layout, echo, rule.at("echo"));
                    requests.put(kind, new RequestRule(kind, echo, conditions(rule.section("when"), layout)));
                    rule.close();
                }
            });
        }
        return requests;
    }

    private List<RecordCheck> checks() {
        List<RecordCheck> checks = new ArrayList<>();
        for (Node node : top.items("checks")) {
            Section section = Section.of(node, findings, "a check");
            if (section == null) {
                continue;
            }
            String word = section.required("rule");
            Optional<RecordCheck.Rule> rule = Arrays.stream(RecordCheck.Rule.values())
                    .filter(known -> known.word().equals(word))
                    .findFirst();
            List<String> fields = section.texts("fields");
            RecordLayout layout = kind(section, "for", section.required("for"));
            String orElse = code(section, "else");
            if (rule.isEmpty()) {
                List<String> known = Arrays.stream(RecordCheck.Rule.values())
                        .map(RecordCheck.Rule::word)
                        .toList();
                findings.add(
                        section.at("rule"),
                        "check-known",
                        "there is no rule " + word + Spelling.hint(word, known) + "; write one of "
                                + String.join(", ", known));
            } else if (layout != null) {
                if (fields.size() != rule.get().fields()) {
                    findings.add(
                            section.at("fields"),
                            "check-known",
                            word + " looks at " + rule.get().fields() + " fields");
                }
                fields.forEach(field -> fieldOf(layout, field, section.at("fields")));
                checks.add(new RecordCheck(rule.get(), layout.name(), fields, orElse));
            }
            section.close();
        }
        return checks;
    }

    private String code(Section section, String key) {
        String code = section.required(key);
        if (!code.isEmpty() && !ReasonCodes.known(code)) {
            findings.add(section.at(key), "reject-code-known", code + " is no code of new-york/README");
        }
        return code;
    }

    private List<ControlTotal> controlTotals(@Nullable String header, @Nullable String trailer) {
        List<ControlTotal> totals = new ArrayList<>();
        if (house != null) {
            Section houseSection = house;
            Condition.In reversal = null;
            Section reversalSection = houseSection.section("reversal");
            if (reversalSection != null) {
                List<Condition.In> read = new ArrayList<>();
                reversalSection.each((field, node) -> read.add(new Condition.In(field, words(node))));
                reversal = read.isEmpty() ? null : read.get(0);
            }
            totals.addAll(HouseStyle.totals(
                    detailKinds(), houseSection.text("amount"), reversal, houseSection.text("ssn", "SSN")));
            totals.forEach(total -> totalNodes.put(total, top.keyNode("house")));
        }
        for (Node node : top.items("controlTotals")) {
            Section section = Section.of(node, findings, "a control total");
            if (section != null) {
                controlTotal(section, header, trailer).ifPresent(total -> {
                    totals.add(total);
                    totalNodes.put(total, section.node());
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
                case "all" -> counted.addAll(records.keySet());
                case "details" ->
                    records.keySet().stream()
                            .filter(name -> !name.equals(header) && !name.equals(trailer))
                            .forEach(counted::add);
                default -> {
                    if (kind(section, measure == Measure.COUNT ? "count" : "of", kind) != null) {
                        counted.add(kind);
                    }
                }
            }
        }
        List<Condition> where = List.of();
        Section conditions = section.section("where");
        for (String kind : counted) {
            // what is asked of several kinds is asked of each
            where = conditions(conditions, java.util.Objects.requireNonNull(records.get(kind)));
        }
        String within = section.text("within");
        if (within != null && kind(section, "within", within) == null) {
            within = null;
        }
        FieldRef declared = ref(section, "equals", section.required("equals"));
        String orElse = code(section, "else");
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

    private double rejectLimit() {
        String text = top.text("rejectLimit", "2%");
        try {
            if (text.endsWith("%")) {
                return Double.parseDouble(text.substring(0, text.length() - 1));
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        findings.add(top.at("rejectLimit"), "bad-value", "the limit is written in percent of the details: 2%");
        return 2;
    }

    private void unusedCodes() {
        Section section = top.section("codes");
        codes.keySet().stream()
                .filter(name -> !rows.usedCodes().containsKey(name))
                .forEach(name -> findings.add(
                        section == null ? top.node() : section.keyNode(name),
                        "code-table-used",
                        "no row uses the table " + name + "; name it in a row or delete it"));
    }

    private <E extends Enum<E>> E word(Section section, String key, E[] values, E otherwise) {
        String word = section.required(key);
        for (E value : values) {
            if (value.name().equalsIgnoreCase(word)) {
                return value;
            }
        }
        if (!word.isEmpty()) {
            List<String> known = Arrays.stream(values)
                    .map(value -> value.name().toLowerCase(java.util.Locale.ROOT))
                    .toList();
            findings.add(section.at(key), "bad-value", key + " is one of " + String.join(", ", known));
        }
        return otherwise;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
