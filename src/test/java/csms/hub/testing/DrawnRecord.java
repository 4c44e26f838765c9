package csms.hub.testing;

import csms.hub.layout.Field;
import csms.hub.layout.FieldType;
import csms.hub.layout.Mapping;
import csms.hub.layout.RecordLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One record being drawn field by field, by the names of its table: blanks to begin with, its literals set, its amounts and
 * counts zeros, and in a house file every N and D zeros too.
 */
public final class DrawnRecord {

    private final RecordLayout layout;
    private final byte[] bytes;

    private DrawnRecord(RecordLayout layout, byte[] bytes) {
        this.layout = layout;
        this.bytes = bytes;
    }

    /** An empty record of a kind of a mapping. */
    public static DrawnRecord of(Mapping mapping, String kind) {
        RecordLayout layout = mapping.record(kind).orElseThrow();
        DrawnRecord record = new DrawnRecord(layout, new byte[layout.length()]);
        Arrays.fill(record.bytes, (byte) ' ');
        for (Field field : layout.fields()) {
            if (field.type() == FieldType.LITERAL) {
                record.with(field.name(), field.literals().get(0));
            } else if (field.drawn() && isZeros(field, mapping.house() != null)) {
                Arrays.fill(record.bytes, field.start() - 1, field.start() - 1 + field.length(), (byte) '0');
            }
        }
        return record;
    }

    private static boolean isZeros(Field field, boolean house) {
        return field.type().amount()
                || (house
                        && (field.rules().numeric()
                                || field.type().numeric()
                                || field.type().date()));
    }

    /**
     * Writes a text at the left of a field, blanks behind it.
     *
     * @throws IllegalArgumentException when it is longer than the field
     */
    public DrawnRecord with(String field, String value) {
        Field found = field(field);
        write(found.start() - 1, found.length(), field, value);
        return this;
    }

    /** Writes digits at the right of a field, zeros before them. */
    public DrawnRecord with(String field, long number) {
        Field found = field(field);
        return with(field, String.format("%0" + found.length() + "d", number));
    }

    /** Writes a field of one occurrence of a repeating group.
     *
     * @param occurrence from 1 */
    public DrawnRecord withRow(String group, int occurrence, String field, String value) {
        Field table = field(group);
        Field.Group rows = table.group();
        if (rows == null) {
            throw new IllegalArgumentException(group + " does not repeat");
        }
        Field element = rows.fields().stream()
                .filter(candidate -> candidate.name().equals(field))
                .findFirst()
                .orElseThrow();
        int row = table.start() - 1 + (occurrence - 1) * (table.length() / rows.occurs());
        write(row + element.start() - 1, element.length(), field, value);
        return this;
    }

    /** Overwrites bytes whatever they mean.
     *
     * @param position first one, from 1 */
    public DrawnRecord overwritten(int position, String text) {
        write(position - 1, text.length(), "position " + position, text);
        return this;
    }

    /** Another record that begins as this one stands. */
    public DrawnRecord copy() {
        return new DrawnRecord(layout, bytes.clone());
    }

    /** The record's bytes in US-ASCII, without a line end. */
    public byte[] bytes() {
        return bytes.clone();
    }

    private void write(int offset, int length, String what, String value) {
        byte[] text = value.getBytes(StandardCharsets.ISO_8859_1);
        if (text.length > length) {
            throw new IllegalArgumentException(what + " has " + length + " bytes, the value " + text.length);
        }
        Arrays.fill(bytes, offset, offset + length, (byte) ' ');
        System.arraycopy(text, 0, bytes, offset, text.length);
    }

    private Field field(String name) {
        return layout.field(name)
                .filter(Field::drawn)
                .orElseThrow(() -> new IllegalArgumentException(layout.name() + " draws no " + name));
    }
}
