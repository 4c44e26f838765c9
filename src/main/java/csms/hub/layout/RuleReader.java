package csms.hub.layout;

import csms.hub.layout.Mapping.UnknownPerson;
import csms.hub.update.Safeguard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads what a mapping makes of records: updates, people, requests, checks. */
final class RuleReader {

    private final Section top;
    private final RecordNames names;
    private final CodeTableReader codes;
    private final Findings findings;
    private final Safeguard inherited;
    private final Map<String, Node> nodes = new LinkedHashMap<>();

    /** @param inherited the mapping's own safeguard */
    RuleReader(Section top, RecordNames names, CodeTableReader codes, Safeguard inherited, Findings findings) {
        this.top = top;
        this.names = names;
        this.codes = codes;
        this.inherited = inherited;
        this.findings = findings;
    }

    /** Where each update stands, by its name. */
    Map<String, Node> nodes() {
        return nodes;
    }

    /** The updates that records make, in order. */
    List<UpdateRule> publishes() {
        List<UpdateRule> rules = new ArrayList<>();
        Section section = top.section("publishes");
        if (section != null) {
            section.each((name, node) -> {
                Section rule = Section.of(node, findings, "an update");
                if (rule != null) {
                    nodes.put(name, section.keyNode(name));
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
            set.putAll(codes.words(constants));
        }
        String type = rule.required("update");
        boolean always = rule.flag("always", "true");
        boolean alone = rule.flag("alone", "true");
        boolean review = rule.flag("review", "true");
        boolean answers = rule.flag("answers", "request");
        boolean tells = rule.flag("request", "told");
        Safeguard safeguard = MappingReader.word(rule, "safeguard", Safeguard.values(), inherited, findings);
        Map<String, List<String>> filled = new LinkedHashMap<>();
        Section rows = rule.section("filled");
        if (rows != null) {
            rows.each((list, node) -> filled.put(list + "[]", rows.texts(list)));
        }
        List<UpdateRule> rules = new ArrayList<>();
        for (String kind : rule.texts("for")) {
            RecordLayout layout = names.kind(rule, "for", kind);
            if (layout != null) {
                rules.add(new UpdateRule(
                        name,
                        type,
                        kind,
                        always,
                        alone,
                        safeguard,
                        answers,
                        tells,
                        review,
                        names.conditions(rule.section("when"), layout),
                        Map.copyOf(set),
                        only(rule, layout),
                        filled));
            }
        }
        if (!rule.has("for")) {
            findings.add(rule.node(), "missing-key", "write for: the record that makes it");
        }
        return rules;
    }

    private Map<String, List<Condition>> only(Section rule, RecordLayout layout) {
        Map<String, List<Condition>> only = new LinkedHashMap<>();
        Section parts = rule.section("only");
        if (parts != null) {
            parts.each((part, node) -> only.put(part, names.conditions(parts.section(part), layout)));
        }
        return only;
    }

    /** How people are found.
     *
     * @param persons takes the rule of each kind
     * @return what a record about nobody is */
    UnknownPerson match(Map<String, PersonRule> persons) {
        Section section = top.section("match");
        if (section == null) {
            return UnknownPerson.REJECTED;
        }
        String nobody = section.text("nobody", "R0201");
        if (!nobody.equals("R0201") && !nobody.equals("notOurs")) {
            findings.add(section.at("nobody"), "bad-value", "nobody is R0201 on an answer, or notOurs");
        }
        section.others((kind, node) -> {
            RecordLayout layout = names.kind(section, kind, kind);
            Section rule = Section.of(node, findings, "a person");
            if (layout != null && rule != null) {
                persons.put(kind, person(kind, layout, rule));
                rule.close();
            }
        });
        return nobody.equals("notOurs") ? UnknownPerson.NOT_OURS : UnknownPerson.REJECTED;
    }

    private PersonRule person(String kind, RecordLayout layout, Section rule) {
        List<List<String>> alternatives = new ArrayList<>();
        List<Node> items = rule.items("name");
        if (items.stream().allMatch(ScalarNode.class::isInstance)) {
            if (!items.isEmpty()) {
                alternatives.add(rule.texts("name"));
            }
        } else {
            items.forEach(item -> alternatives.add(names.words(item)));
        }
        alternatives.forEach(list -> list.forEach(field -> names.fieldOf(layout, field, rule.at("name"))));
        List<String> submitted = rule.texts("submitted");
        submitted.forEach(field -> names.fieldOf(layout, field, rule.at("submitted")));
        List<String> violence = rule.texts("familyViolence");
        violence.forEach(field -> names.fieldOf(layout, field, rule.at("familyViolence")));
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
                rule.text("narrow"),
                rule.text("by"),
                rule.text("tells"),
                List.copyOf(alternatives),
                submitted,
                compared.contains("name"),
                names.conditions(rule.section("disagree"), layout),
                rule.text("birth"),
                compared.contains("birth"),
                rule.flag("search", "nameAndBirth"),
                violence,
                names.conditions(rule.section("review"), layout));
        names.fieldOf(layout, read.echoParticipant(), rule.at("echo"));
        names.fieldOf(layout, read.echoCase(), rule.at("echoCase"));
        names.fieldOf(layout, read.narrowCase(), rule.at("narrow"));
        names.fieldOf(layout, read.ssn(), rule.at("by"));
        names.fieldOf(layout, read.toldSsn(), rule.at("tells"));
        if (read.toldSsn() != null
                && layout.field(read.toldSsn())
                        .filter(field -> field.type() != FieldType.SSN)
                        .isPresent()) {
            findings.add(
                    rule.at("tells"), "sensitive-has-type", read.toldSsn() + " is told as an SSN; write type: ssn");
        }
        if (!read.disagree().isEmpty() && !read.compareNames()) {
            findings.add(rule.at("disagree"), "bad-value", "names that are compared by nobody cannot disagree");
        }
        names.fieldOf(layout, read.birthDate(), rule.at("birth"));
        return read;
    }

    /** How requests are found. */
    Map<String, RequestRule> requests() {
        Map<String, RequestRule> requests = new LinkedHashMap<>();
        Section section = top.section("requests");
        if (section != null) {
            section.each((kind, node) -> {
                RecordLayout layout = names.kind(section, kind, kind);
                Section rule = Section.of(node, findings, "a request");
                if (layout != null && rule != null) {
                    String echo = rule.required("echo");
                    names.fieldOf(layout, echo, rule.at("echo"));
                    requests.put(kind, new RequestRule(kind, echo, names.conditions(rule.section("when"), layout)));
                    rule.close();
                }
            });
        }
        return requests;
    }

    /** The rules about several fields of a record. */
    List<RecordCheck> checks() {
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
            RecordLayout layout = names.kind(section, "for", section.required("for"));
            String orElse = names.code(section, "else");
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
                fields.forEach(field -> names.fieldOf(layout, field, section.at("fields")));
                checks.add(new RecordCheck(rule.get(), layout.name(), fields, orElse));
            }
            section.close();
        }
        return checks;
    }
}
