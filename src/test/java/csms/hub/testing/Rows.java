package csms.hub.testing;

import csms.hub.layout.Mapping;
import csms.hub.layout.MappingLinter;
import csms.hub.layout.RecordLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rows of a record's table, written as mapping files write them and read as the hub reads those. */
public final class Rows {

    private static final Pattern TABLE = Pattern.compile("codes: (\\w+)");

    private Rows() {}

    /**
     * A record of these rows, for example {@code positions: 1-8, name: born, type: date, presence: optional}.
     *
     * @param length of the record
     * @param tables code tables, written as {@code action: { A: add }}; those that no row names are left out
     */
    public static RecordLayout record(int length, List<String> rows, List<String> tables) {
        List<String> lines = new ArrayList<>(List.of(
                "exchange: tests.rows",
                "direction: inbound",
                "agreement: { document: tests }",
                "safeguard: none",
                "file: { format: fixed-length, recordLength: " + length + ", order: [ it... ] }",
                "records:",
                "  it:",
                "    otherwise: true",
                "    rows:"));
        rows.forEach(row -> lines.add("      - { " + row + " }"));
        List<String> named = rows.stream()
                .map(TABLE::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .toList();
        List<String> used = tables.stream()
                .filter(table -> named.contains(table.substring(0, table.indexOf(':'))))
                .toList();
        if (!used.isEmpty()) {
            lines.add("codes:");
            used.forEach(table -> lines.add("  " + table));
        }
        return mapping(String.join("\n", lines)).record("it").orElseThrow();
    }

    /** A record of one field, named {@code it}.
     *
     * @param row its type and what follows: {@code type: date, presence: optional} */
    public static RecordLayout field(int length, String row, String... tables) {
        return record(length, List.of("positions: 1-" + length + ", name: it, " + row), Arrays.asList(tables));
    }

    /** The mapping that a text is.
     *
     * @throws IllegalArgumentException when it has findings */
    public static Mapping mapping(String yaml) {
        try {
            Path folder = Files.createTempDirectory("mappings");
            try {
                return mapping(folder, yaml);
            } finally {
                deleteAll(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mapping mapping(Path folder, String yaml) throws IOException {
        Matcher exchange = Pattern.compile("exchange: (\\w+)\\.([\\w-]+)").matcher(yaml);
        if (!exchange.find()) {
            throw new IllegalArgumentException("a mapping names its exchange");
        }
        Path file = folder.resolve(exchange.group(1)).resolve(exchange.group(2) + ".yaml");
        Files.createDirectory(file.getParent());
        Files.writeString(file, yaml);
        MappingLinter.Linted linted = LINTER.lint(folder, file);
        Mapping mapping = linted.mapping();
        if (mapping == null) {
            throw new IllegalArgumentException(linted.findings() + "\n" + yaml);
        }
        return mapping;
    }

    private static void deleteAll(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            for (Path path : walk.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }

    private static final MappingLinter LINTER = linter();

    private static MappingLinter linter() {
        try {
            return ShippedMappings.linter();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
