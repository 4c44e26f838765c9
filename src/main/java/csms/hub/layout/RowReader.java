package csms.hub.layout;

import csms.hub.layout.Field.At;
import csms.hub.layout.Field.FirstOf;
import csms.hub.layout.Field.Group;
import csms.hub.layout.Field.Joined;
import csms.hub.layout.Field.Rules;
import csms.hub.layout.Field.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the rows of record tables, with what each row must say for itself. */
final class RowReader {

    private static final List<String> TRUE_OR_FALSE = List.of("true", "false");

    private static final List<String> TYPE_WORDS =
            Arrays.stream(FieldType.values()).map(FieldType::word).toList();

    /** What a long holds whatever the digits. */
    private static final int MOST_DIGITS = 18;

    private final Findings findings;
    private final RowsAbove above;
    private final Map<String, CodeTable> codes;
    private final Map<String, List<Node>> blocks;
    private final Map<String, Node> usedCodes = new LinkedHashMap<>();
    private final RowRulesReader rules;
    private final TargetReader targets;

    RowReader(Findings findings, Map<String, CodeTable> codes, Map<String, List<Node>> blocks) {
        this.findings = findings;
        this.above = new RowsAbove(findings);
        this.rules = new RowRulesReader(findings, above);
        this.targets = new TargetReader(findings);
        this.codes = codes;
        this.blocks = blocks;
    }

    /** The code tables that some row names. */
    Map<String, Node> usedCodes() {
        return usedCodes;
    }

    /** Every target read, with where it stands. */
    Map<Target, Node> targets() {
        return targets.nodes();
    }

    /** The rows of one record, checked to tile it. */
    List<Field> record(List<Node> rows, int length, Node record) {
        List<Field> fields = new ArrayList<>();
        if (readRows(rows, fields, false)) {
            tile(fields, rows, length, record);
        }
        return List.copyOf(fields);
    }

    /** False when a row lies nowhere or is none, so that nothing can be said of the gaps. */
    private boolean readRows(List<Node> rows, List<Field> fields, boolean inGroup) {
        boolean allPlaced = true;
        for (Node node : rows) {
            Section row = Section.of(node, findings, "a row");
            if (row == null) {
                allPlaced = false;
            } else if (row.has("block")) {
                allPlaced &= readBlock(row, fields, inGroup);
                row.close();
            } else {
                Optional<Field> field = readRow(row, fields, inGroup);
                field.ifPresent(read -> {
                    checkNamedOnce(read, fields, row);
                    fields.add(read);
                    row.close();
                });
                allPlaced &= field.isPresent();
            }
        }
        return allPlaced;
    }

    private void checkNamedOnce(Field field, List<Field> before, Section row) {
        if (field.type() != FieldType.FILLER
                && before.stream().anyMatch(other -> other.name().equals(field.name()))) {
            findings.add(row.at("name"), "name-once", "a row above is named " + field.name() + " too; number them");
        }
    }

    private boolean readBlock(Section row, List<Field> fields, boolean inGroup) {
        String name = row.required("block");
        List<Node> rows = blocks.get(name);
        if (rows == null) {
            findings.add(
                    row.node(),
                    "block-missing",
                    "there is no block " + name + Spelling.hint(name, blocks.keySet()) + "; write it under blocks");
            return false;
        }
        return readRows(rows, fields, inGroup);
    }

    private Optional<Field> readRow(Section row, List<Field> before, boolean inGroup) {
        String name = row.required("name");
        String word = row.required("type");
        Optional<FieldType> known = FieldType.ofWord(word);
        if (known.isEmpty()) {
            return untyped(row, name, word, before);
        }
        FieldType type = known.get();
        Optional<Source> source = source(row, before);
        if (source.isEmpty()) {
            return Optional.empty();
        }
        checkLength(row, type, source.get());
        Group group = type == FieldType.GROUP ? group(row, source.get(), before) : null;
        return Optional.of(new Field(
                name,
                source.get(),
                type,
                presence(row, type),
                literals(row, type, source.get()),
                codeTable(row, type),
                rules.read(row, type, source.get(), before),
                group,
                targets.read(row, type, inGroup)));
    }

    /** A row whose type is none: it has its place and its name, and nothing more is asked of it. */
    private Optional<Field> untyped(Section row, String name, String word, List<Field> before) {
        if (!word.isEmpty()) {
            findings.add(
                    row.at("type"),
                    "type-known",
                    word + " is no type" + Spelling.hint(word, TYPE_WORDS) + "; write one of "
                            + String.join(", ", TYPE_WORDS));
        }
        String table = row.text("codes");
        if (table != null) {
            usedCodes.put(table, row.at("codes"));
        }
        Optional<Source> source = source(row, before);
        row.others((key, value) -> {});
        return source.map(at -> new Field(
                name, at, FieldType.FILLER, false, List.of(), null, Rules.none(FieldType.FILLER), null, List.of()));
    }

    private void checkLength(Section row, FieldType type, Source source) {
        if (source instanceof Joined joined && joined.spaced() && type != FieldType.TEXT) {
            findings.add(row.at("between"), "type-fits", "only texts are joined with a blank; write type: text");
        }
        int length = source.length();
        switch (type) {
            case DATE, DATE00, DATE_PARTS, MDY, MONTH, MDY2, YEAR_END ->
                checkLength(row, type, length, type.dateLength(), "date-has-form");
            case SSN, FEIN -> checkLength(row, type, length, 9, "type-fits");
            case QUARTER, QUARTER_END -> checkLength(row, type, length, 5, "type-fits");
            case ZONED_YEAR, ZONED_YEAR_END -> checkLength(row, type, length, 4, "type-fits");
            case STATE_FIPS -> checkLength(row, type, length, 2, "type-fits");
            default -> {
                if (type.amount() && length > MOST_DIGITS) {
                    findings.add(
                            row.at("positions"),
                            "type-fits",
                            "type: " + type.word() + " has at most " + MOST_DIGITS + " digits, this row " + length
                                    + "; write type: digits");
                }
            }
        }
    }

    private void checkLength(Section row, FieldType type, int length, int wanted, String rule) {
        if (length != wanted) {
            findings.add(
                    row.at("positions"),
                    rule,
                    "type: " + type.word() + " has " + wanted + " positions, this row " + length
                            + "; write another type or other positions");
        }
    }

    private Optional<Source> source(Section row, List<Field> before) {
        if (row.has("join")) {
            boolean spaced = row.flag("between", "blank");
            return named(row, "join", before).map(fields -> new Joined(fields, spaced));
        }
        if (row.has("firstOf")) {
            return named(row, "firstOf", before).map(FirstOf::new);
        }
        String text = row.required("positions");
        Optional<Positions> positions = Positions.parse(text);
        if (positions.isEmpty() && !text.isEmpty()) {
            findings.add(
                    row.at("positions"),
                    "positions-form",
                    "positions are written first-last, both included, from 1: 96-103");
        }
        return positions.map(At::new);
    }

    private Optional<List<Field>> named(Section row, String key, List<Field> before) {
        List<Field> fields = new ArrayList<>();
        boolean allKnown = true;
        for (String name : row.texts(key)) {
            Optional<Field> field = above.named(name, row.at(key), before);
            field.ifPresent(fields::add);
            allKnown &= field.isPresent();
        }
        return fields.isEmpty() || !allKnown ? Optional.empty() : Optional.of(fields);
    }

    private boolean presence(Section row, FieldType type) {
        String presence = row.text("presence");
        if (type == FieldType.LITERAL || type == FieldType.FILLER || type == FieldType.GROUP) {
            if (presence != null) {
                findings.add(
                        row.at("presence"), "presence-written", "a " + type.word() + " has no presence; leave it out");
            }
            return type == FieldType.LITERAL;
        }
        if (presence == null) {
            findings.add(row.node(), "presence-written", "write presence: required or presence: optional");
            return false;
        }
        if (!presence.equals("required") && !presence.equals("optional")) {
            findings.add(row.at("presence"), "presence-written", "presence is required or optional");
        }
        return presence.equals("required");
    }

    private List<String> literals(Section row, FieldType type, Source source) {
        List<String> values = row.texts("value");
        if (type != FieldType.LITERAL) {
            if (!values.isEmpty()) {
                findings.add(
                        row.at("value"),
                        "literal-fits",
                        "only a literal has a value; write type: literal, or allow: [ … ]");
            }
            return List.of();
        }
        if (values.isEmpty()) {
            findings.add(row.node(), "literal-fits", "a literal has a value: …");
        }
        for (String value : values) {
            if (value.length() > source.length()) {
                findings.add(
                        row.at("value"),
                        "literal-fits",
                        "'" + value + "' has " + value.length() + " characters, the field " + source.length());
            }
        }
        return values;
    }

    private @Nullable CodeTable codeTable(Section row, FieldType type) {
        String name = row.text("codes");
        if (name == null) {
            if (type == FieldType.WORDS) {
                findings.add(row.node(), "code-table-exists", "words need a table: codes: …");
            }
            return null;
        }
        if (!type.coded()) {
            findings.add(row.at("codes"), "code-table-exists", "only words and flag have codes");
        }
        usedCodes.put(name, row.at("codes"));
        CodeTable table = codes.get(name);
        if (table == null) {
            findings.add(
                    row.at("codes"),
                    "code-table-exists",
                    "there is no table " + name + Spelling.hint(name, codes.keySet()) + "; write it under codes");
        }
        if (table != null && type == FieldType.FLAG && !table.words().stream().allMatch(TRUE_OR_FALSE::contains)) {
            findings.add(row.at("codes"), "word-known", "the words of a flag are true and false; write type: words");
        }
        return table;
    }

    private Group group(Section row, Source source, List<Field> before) {
        int occurs = row.number("occurs", 0);
        if (occurs < 1 || source.length() % Math.max(1, occurs) != 0) {
            findings.add(
                    row.at("occurs"),
                    "positions-tile",
                    "a group of " + source.length() + " bytes has no " + occurs
                            + " equal occurrences; write occurs: …");
            occurs = 1;
        }
        List<Field> fields = new ArrayList<>();
        if (readRows(row.items("fields"), fields, true)) {
            tile(fields, row.items("fields"), source.length() / occurs, row.node());
        }
        String countedBy = row.text("countedBy");
        if (countedBy != null) {
            above.named(countedBy, row.at("countedBy"), before)
                    .filter(count -> count.type() != FieldType.NUMBER)
                    .ifPresent(count -> findings.add(
                            row.at("countedBy"), "type-fits", count.name() + " counts; write type: number in its row"));
        }
        return new Group(occurs, countedBy, List.copyOf(fields));
    }

    /** The drawn rows must follow one another from 1 to the record's length. */
    private void tile(List<Field> fields, List<Node> rows, int length, Node record) {
        int next = 1;
        String previous = "the start";
        for (Field field : fields) {
            if (!(field.source() instanceof At at)) {
                continue;
            }
            Positions positions = at.positions();
            Node node = rows.size() == fields.size() ? rows.get(fields.indexOf(field)) : record;
            if (positions.from() > next) {
                findings.add(
                        node,
                        "positions-tile",
                        String.format(
                                Locale.ROOT,
                                "%s follows %s; %s is not named (add a filler %d-%d)",
                                positions,
                                previous,
                                next == positions.from() - 1
                                        ? "position " + next
                                        : "positions " + next + "-" + (positions.from() - 1),
                                next,
                                positions.from() - 1));
            } else if (positions.from() < next) {
                findings.add(
                        node, "positions-tile", positions + " overlaps " + previous + "; it begins before " + next);
            }
            next = Math.max(next, positions.to() + 1);
            previous = positions.toString();
        }
        if (next != length + 1) {
            findings.add(
                    record,
                    "positions-tile",
                    next <= length
                            ? "the rows end at " + (next - 1) + ", the record at " + length + " (add a filler " + next
                                    + "-" + length + ")"
                            : "the rows end at " + (next - 1) + ", beyond the record's " + length + " bytes");
        }
    }
}
