package csms.hub.layout;

import csms.hub.layout.Mapping.Direction;
import csms.hub.layout.Mapping.Makes;
import csms.hub.layout.Mapping.UnknownPerson;
import csms.hub.update.Safeguard;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads one mapping file into a {@link Mapping}, gathering every finding on the way. */
final class MappingReader {

    private final Findings findings;
    private final Section top;
    private final byte[] bytes;
    private final CodeTableReader codeTables;
    private final Map<String, CodeTable> codes;
    private final Map<String, RecordLayout> records = new LinkedHashMap<>();
    private final RecordNames names;
    private final RowReader rows;

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
        this.codeTables = new CodeTableReader(findings);
        this.codes = codeTables.read(top.section("codes"));
        this.names = new RecordNames(records, findings);
        this.rows = new RowReader(findings, codes, blocks());
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
        Section house = top.section("house");
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
        HouseCodes houseCodes = houseCodes(house);
        Map<String, Node> recordNodes = readRecords(recordLength, houseCodes);
        FileFormat format = new FormatReader(names, findings).read(file, recordLength, houseCodes != null);
        String header = FormatReader.end(format.order(), true);
        String trailer = FormatReader.end(format.order(), false);
        RuleReader rules = new RuleReader(top, names, codeTables, safeguard, findings);
        List<UpdateRule> publishes = rules.publishes();
        Map<String, PersonRule> persons = new LinkedHashMap<>();
        UnknownPerson unknown = rules.match(persons);
        Map<String, RequestRule> requests = rules.requests();
        List<RecordCheck> checks = rules.checks();
        ControlTotalReader totalReader = new ControlTotalReader(top, house, names, findings);
        List<ControlTotal> totals = totalReader.read(header, trailer);
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
        return Optional.of(new Read(mapping, rows.targets(), rules.nodes(), recordNodes, totalReader.nodes()));
    }

    private Map<String, List<Node>> blocks() {
        Map<String, List<Node>> blocks = new LinkedHashMap<>();
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
        return blocks;
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

    private @Nullable HouseCodes houseCodes(@Nullable Section house) {
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
        section.required(key);
        return word(section, key, values, otherwise, findings);
    }

    /** The constant that a key names; {@code otherwise}, with a finding if it names none, when the key is absent. */
    static <E extends Enum<E>> E word(Section section, String key, E[] values, E otherwise, Findings findings) {
        String word = section.text(key, "");
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
