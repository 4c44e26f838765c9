package csms.hub.layout;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the code tables of a mapping. */
final class CodeTableReader {

    private final Findings findings;

    CodeTableReader(Findings findings) {
        this.findings = findings;
    }

    /** All tables, by name.
     *
     * @param section null when the mapping has none */
    Map<String, CodeTable> read(@Nullable Section section) {
        Map<String, CodeTable> tables = new LinkedHashMap<>();
        if (section != null) {
            section.each((name, node) -> {
                Section table = Section.of(node, findings, "a code table");
                if (table != null) {
                    tables.put(name, codeTable(name, table));
                }
            });
        }
        return tables;
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

    /** Every key and the word it stands for. */
    Map<String, String> words(Section table) {
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
}
