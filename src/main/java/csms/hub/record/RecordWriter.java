package csms.hub.record;

import csms.hub.layout.CodeTable;
import csms.hub.layout.Field;
import csms.hub.layout.Field.At;
import csms.hub.layout.FieldType;
import csms.hub.layout.RecordLayout;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a record by its layout: the inverse of {@link FieldReader}. What a reader gives, the writer takes, and the bytes
 * are the same (interfaces/updates, A request: Writing). A value that does not fit is refused, never cut or rounded away.
 */
public final class RecordWriter {

    private final RecordLayout layout;
    private final boolean house;

    /** @param house whether an absent date or number is zeros (house style) or blanks (federal) */
    public RecordWriter(RecordLayout layout, boolean house) {
        this.layout = layout;
        this.house = house;
    }

    /**
     * A record with these values, by field name; what has none is written as absent, literals as their first value.
     *
     * @throws IllegalArgumentException when a name is not of a drawn field, or a value does not fit its field; the message
     *     names the field, never the value
     */
    public byte[] write(Map<String, Object> values) {
        byte[] record = new byte[layout.length()];
        Arrays.fill(record, (byte) ' ');
        for (Field field : layout.fields()) {
            if (field.source() instanceof At at && field.type() != FieldType.GROUP) {
                write(field, values.get(field.name()), record, at.positions().offset());
            }
        }
        for (String name : values.keySet()) {
            if (layout.field(name).filter(Field::drawn).isEmpty()) {
                throw new IllegalArgumentException(layout.name() + " has no field " + name);
            }
        }
        return record;
    }

    /**
     * Writes one field into a record; null is absent.
     *
     * @param offset of the field's first byte
     * @throws IllegalArgumentException when the value does not fit
     */
    public void write(Field field, @Nullable Object value, byte[] record, int offset) {
        if (field.type() == FieldType.FILLER) {
            return;
        }
        if (field.type() == FieldType.LITERAL) {
            text(field, value == null ? field.literals().get(0) : value.toString(), record, offset);
        } else if (value == null) {
            absent(field, record, offset);
        } else {
            present(field, value, record, offset);
        }
    }

    private void absent(Field field, byte[] record, int offset) {
        if (field.rules().blanksAllowed()) {
            return;
        }
        boolean zeros = field.type().amount()
                || (house
                        && (field.rules().numeric()
                                || field.type().numeric()
                                || field.type().date()));
        boolean overpunched = field.type() == FieldType.ZONED_CENTS || field.type() == FieldType.ZONED_DOLLARS;
        if (overpunched) {
            Digits.writeZoned(0, record, offset, field.length());
        } else if (zeros) {
            Arrays.fill(record, offset, offset + field.length(), (byte) '0');
        }
    }

    private static void present(Field field, Object value, byte[] record, int offset) {
        String text = value instanceof List<?> lines
                ? lines.stream().map(String::valueOf).collect(Collectors.joining("\\"))
                : value.toString();
        int length = field.length();
        try {
            switch (field.type()) {
                case NUMBER -> Digits.writeUnsigned(Long.parseLong(text), record, offset, length);
                case CENTS -> Digits.writeUnsigned(scaled(text, 2), record, offset, length);
                case DOLLARS -> Digits.writeUnsigned(scaled(text, 0), record, offset, length);
                case ZONED_CENTS -> Digits.writeZoned(scaled(text, 2), record, offset, length);
                case ZONED_DOLLARS -> Digits.writeZoned(scaled(text, 0), record, offset, length);
                case DATE, DATE00, DATE_PARTS, MONTH, MDY, MDY2, YEAR_END -> date(field, text, record, offset);
                case QUARTER, QUARTER_END -> text(field, quarter(text), record, offset);
                case ZONED_YEAR, ZONED_YEAR_END ->
                    Digits.writeZoned(Long.parseLong(text.substring(0, 4)), record, offset, length);
                case STATE_FIPS -> text(field, States.fips(text), record, offset);
                case ZIP -> zip(field, text, record, offset);
                case FLAG, WORDS -> text(field, code(field, text), record, offset);
                default -> text(field, text, record, offset);
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    field.name() + " (" + field.start() + "-" + (field.start() + length - 1)
                            + ") takes no such value as a " + field.type().word() + ": "
                            + (e instanceof NumberFormatException ? "no number" : e.getMessage()),
                    e);
        }
    }

    private static long scaled(String amount, int decimals) {
        return new BigDecimal(amount)
                .setScale(decimals, RoundingMode.UNNECESSARY)
                .movePointRight(decimals)
                .longValueExact();
    }

    /** From {@code YYYY-MM-DD}, {@code YYYY-MM} or {@code YYYY}. */
    private static void date(Field field, String iso, byte[] record, int offset) {
        String digits = iso.replace("-", "");
        String shaped = switch (field.type()) {
            case MONTH -> digits.substring(0, Math.min(6, digits.length()));
            case YEAR_END -> digits.substring(0, Math.min(4, digits.length()));
            case MDY -> digits.substring(4) + digits.substring(0, 4);
            case MDY2 -> digits.substring(4) + digits.substring(2, 4);
            default -> digits + "0".repeat(Math.max(0, 8 - digits.length()));
        };
        if (shaped.length() != field.length() || !shaped.chars().allMatch(Character::isDigit)) {
            throw new IllegalArgumentException("no date of its form");
        }
        text(field, shaped, record, offset);
    }

    /** CCYY and the quarter, from {@code YYYY-Qn} or the quarter's last day. */
    private static String quarter(String text) {
        int quarter = text.charAt(5) == 'Q' ? text.charAt(6) - '0' : 1 + Dates.QUARTER_ENDS.indexOf(text.substring(4));
        return text.substring(0, 4) + quarter;
    }

    /** Nine digits; the last four zeros when they are not known. */
    private static void zip(Field field, String zip, byte[] record, int offset) {
        String digits = zip.replace("-", "");
        boolean padded = digits.length() == 5 && field.length() == 9;
        text(field, padded ? digits + "0000" : digits, record, offset);
    }

    private static String code(Field field, String word) {
        CodeTable table = field.codes();
        if (table == null) {
            return switch (word) {
                case "true" -> "Y";
                case "false" -> "N";
                default -> word;
            };
        }
        for (Map.Entry<String, String> entry : table.codes().entrySet()) {
            if (entry.getValue().equals(word)) {
                return entry.getKey();
            }
        }
        if (CodeTable.AS_GIVEN.equals(table.otherwise())) {
            return word;
        }
        if (word.equals(table.blank())) {
            return "";
        }
        throw new IllegalArgumentException("no code of " + table.name() + " stands for it");
    }

    private static void text(Field field, String text, byte[] record, int offset) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length > field.length()) {
            throw new IllegalArgumentException("longer than " + field.length() + " characters");
        }
        for (int i = 0; i < bytes.length; i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                throw new IllegalArgumentException("a character outside US-ASCII");
            }
            record[offset + i] = bytes[i];
        }
        Arrays.fill(record, offset + bytes.length, offset + field.length(), (byte) ' ');
    }
}
