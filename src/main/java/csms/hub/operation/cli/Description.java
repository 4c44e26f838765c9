package csms.hub.operation.cli;

import csms.hub.layout.Field;
import csms.hub.layout.FieldType;
import csms.hub.layout.Mapping;
import csms.hub.layout.RecordLayout;
import csms.hub.operation.cli.Terminal.Color;
import csms.hub.record.FieldReader;
import csms.hub.record.KindSelector;
import csms.hub.record.Misreading;
import csms.hub.record.Reading;
import csms.hub.record.RecordView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A partner's file as labelled fields: positions, name, type, what stands there, and what it reads as or why not. */
final class Description {

    private final KnownLayout layout;
    private final Mapping mapping;
    private final Reading reading;
    private final @Nullable Mask mask;
    private final Terminal terminal;
    private final KindSelector selector;
    private final Map<String, Long> kinds = new TreeMap<>();
    private long unreadable;

    /** @param unmask whether values that say something of a person are shown */
    Description(KnownLayout layout, Reading reading, boolean unmask, Terminal terminal) {
        this.layout = layout;
        this.mapping = layout.mapping();
        this.reading = reading;
        this.mask = unmask ? null : new Mask(mapping);
        this.terminal = terminal;
        this.selector = new KindSelector(mapping.records().values());
    }

    /** Prints the records of a range, numbered from 1, the header included. */
    void print(Path file, long first, long last) throws IOException {
        terminal.println(terminal.color(String.valueOf(file.getFileName()), Color.BOLD) + "  " + mapping.exchange()
                + ", records of " + mapping.file().recordLength() + " bytes, "
                + layout.encoding().name().replace('_', '-'));
        try (RecordStream records = new RecordStream(file, mapping.file(), layout.encoding())) {
            long number = 0;
            byte[] record = records.next();
            while (record != null && number < last && !terminal.closed()) {
                number++;
                if (number >= first) {
                    record(number, record);
                }
                record = records.next();
            }
        }
        summary();
    }

    private void summary() {
        terminal.println();
        StringBuilder words = new StringBuilder();
        kinds.forEach((kind, count) -> words.append(words.isEmpty() ? "" : ", ")
                .append(count)
                .append(' ')
                .append(kind));
        terminal.println(
                words.isEmpty()
                        ? "no records there"
                        : words + "; " + (unreadable == 0 ? "everything can be read" : unreadable + " cannot be read"));
    }

    private void record(long number, byte[] record) {
        RecordLayout kind = selector.select(record, 0, record.length);
        String name = kind == null ? "of no kind" : kind.name();
        kinds.merge(name, 1L, Long::sum);
        terminal.println();
        terminal.println(terminal.color("record " + number + "  " + name, Color.BOLD));
        if (record.length != mapping.file().recordLength()) {
            wrong("  F0003 it has " + record.length + " bytes, not "
                    + mapping.file().recordLength());
        } else if (kind == null) {
            wrong("  R0104 its literals are those of no record of this exchange");
        } else {
            RecordView view = new RecordView().at(record, 0);
            for (Field field : kind.fields()) {
                field(kind, field, view, 0);
            }
        }
    }

    private void wrong(String words) {
        unreadable++;
        terminal.println(terminal.color(words, Color.RED));
    }

    private void field(RecordLayout kind, Field field, RecordView view, int shift) {
        FieldReader reader = new FieldReader(field);
        if (field.group() != null) {
            group(kind, field, view);
        } else if (!field.drawn() || (field.type() == FieldType.FILLER && reader.blank(view))) {
            return; // rows that are read from others, and gaps
        } else {
            line(kind, field, reader, view, shift);
        }
    }

    private void group(RecordLayout kind, Field field, RecordView view) {
        Field.Group group = java.util.Objects.requireNonNull(field.group());
        int stride = field.length() / group.occurs();
        long used = kind.field(String.valueOf(group.countedBy()))
                .map(count -> new FieldReader(count).number(view))
                .filter(count -> count >= 0)
                .orElse((long) group.occurs());
        for (int i = 0; i < group.occurs() && i < used; i++) {
            terminal.println(terminal.color("  " + field.name() + " " + (i + 1) + " of " + used, Color.FAINT));
            int shift = field.start() - 1 + i * stride;
            RecordView occurrence = new RecordView().at(view.bytes(), view.offset() + shift);
            for (Field element : group.fields()) {
                field(kind, element, occurrence, shift);
            }
        }
    }

    private void line(RecordLayout kind, Field field, FieldReader reader, RecordView view, int shift) {
        String raw = reader.raw(view);
        boolean hidden = mask != null && mask.hides(kind, field);
        String shown = hidden ? Mask.masked(raw) : raw;
        int from = field.start() + shift;
        String left = String.format(
                "  %-9s %-26s %-11s ",
                from + "-" + (from + field.length() - 1),
                field.name(),
                field.type().word());
        terminal.println((left + pad(raw.isBlank() ? "" : shown.stripTrailing()) + " "
                        + means(field, reader.read(view, reading), raw, hidden))
                .stripTrailing());
    }

    private String means(Field field, @Nullable Object value, String raw, boolean hidden) {
        if (value instanceof Misreading misreading) {
            unreadable++;
            return terminal.color(misreading.code() + " " + misreading.words(), Color.RED);
        }
        if (value == null) {
            return terminal.color(raw.isBlank() ? "blank" : "absent", Color.FAINT);
        }
        if (hidden) {
            return terminal.color("hidden", Color.FAINT);
        }
        boolean says = field.type() == FieldType.LITERAL || value.toString().equals(raw.strip());
        return says ? "" : value.toString();
    }

    private static String pad(String text) {
        return text + " ".repeat(Math.max(0, 22 - text.length()));
    }
}
