package csms.hub.record;

import csms.hub.layout.Field;
import csms.hub.layout.FieldType;
import csms.hub.layout.Positions;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads one field's value from a record: finds its bytes and converts them. A value is a
 * {@code String}, {@code Long} or {@code Boolean} as the update prints it, or the list of an address's lines; null when it is
 * absent; a {@link Misreading} when the bytes are no value of the field.
 */
public final class FieldReader {

    private final Field field;
    private final FieldType type;
    private final int offset;
    private final int length;
    private final FieldReader[] parts;
    private final boolean gathered;
    private final boolean spaced;
    private final Conversion conversion;
    private final Indicators indicators;

    public FieldReader(Field field) {
        this.field = field;
        this.type = field.type();
        this.parts = partsOf(field);
        this.gathered = parts.length > 0 && field.source() instanceof Field.Joined;
        this.spaced = field.source() instanceof Field.Joined joined && joined.spaced();
        this.conversion = new Conversion(field);
        this.offset = field.start() - 1;
        this.length = field.length();
        this.indicators = new Indicators(field.rules().depends());
    }

    public Field field() {
        return field;
    }

    /** Readers of the fields whose codes decide whether this one counts. */
    public List<FieldReader> indicators() {
        return indicators.readers();
    }

    private static FieldReader[] partsOf(Field field) {
        if (field.source() instanceof Field.FirstOf first) {
            return first.fields().stream().map(FieldReader::new).toArray(FieldReader[]::new);
        }
        if (field.source() instanceof Field.Joined joined) {
            if (joined.spaced()) {
                return joined.fields().stream().map(FieldReader::new).toArray(FieldReader[]::new);
            }
            int next = field.start();
            boolean adjacent = true;
            for (Field part : joined.fields()) {
                adjacent &= part.start() == next;
                next += part.length();
            }
            return adjacent
                    ? new FieldReader[0]
                    : joined.fields().stream().map(FieldReader::new).toArray(FieldReader[]::new);
        }
        return new FieldReader[0];
    }

    /** The value, with all that the row says it must be. */
    public @Nullable Object read(RecordView record, Reading reading) {
        if (!indicators.count(record)) {
            return null;
        }
        if (indicators.sayHowMuch()) {
            int date = indicators.stated(record, offset);
            return date == Dates.ABSENT ? null : Dates.iso(date);
        }
        if (gathered) {
            byte[] bytes = gather(record);
            return conversion.value(bytes, 0, bytes.length, reading);
        }
        FieldReader drawn = drawn(record);
        return conversion.value(record.bytes(), record.offset() + drawn.offset, drawn.length, reading);
    }

    /** The text of a part of the field, trimmed; null when blank. */
    public @Nullable String part(RecordView record, Positions part) {
        return indicators.count(record)
                ? Conversion.text(record.bytes(), record.offset() + offset + part.offset(), part.length())
                : null;
    }

    /** The field's bytes as text, trimmed; empty when blank. */
    public String code(RecordView record) {
        if (gathered) {
            byte[] bytes = gather(record);
            return Conversion.code(bytes, 0, bytes.length);
        }
        FieldReader drawn = drawn(record);
        return Conversion.code(record.bytes(), record.offset() + drawn.offset, drawn.length);
    }

    /** The field's bytes as text, as they stand. */
    public String raw(RecordView record) {
        if (gathered) {
            byte[] bytes = gather(record);
            return Digits.text(bytes, 0, bytes.length);
        }
        FieldReader drawn = drawn(record);
        return record.raw(drawn.offset, drawn.length);
    }

    /** What a reject report may print of the field's bytes: as the row allows, at most 40 characters (new-york/README, ALL/RJCT). */
    public String reportable(RecordView record) {
        String value = code(record);
        String shown = switch (field.rules().shown()) {
            case AS_IS -> value;
            case LAST_FOUR ->
                "*".repeat(Math.max(0, value.length() - 4)) + value.substring(Math.max(0, value.length() - 4));
            case NEVER -> "";
        };
        return shown.length() > 40 ? shown.substring(0, 40) : shown;
    }

    /**
     * The row that a bad value is reported of: of the first of several the one that is filled, of a year and its quarter
     * the one that is wrong.
     */
    public Field atFault(RecordView record) {
        FieldReader drawn = drawn(record);
        if (drawn != this) {
            return drawn.atFault(record);
        }
        boolean quarter = type == FieldType.QUARTER || type == FieldType.QUARTER_END;
        if (quarter
                && field.source() instanceof Field.Joined joined
                && joined.fields().size() == 2) {
            return joined.fields().get(new FieldReader(joined.fields().get(0)).number(record) > 0 ? 1 : 0);
        }
        return field;
    }

    /** Whether all of the field's bytes are blanks. */
    public boolean blank(RecordView record) {
        for (FieldReader part : parts) {
            if (!part.blank(record)) {
                return false;
            }
        }
        return parts.length > 0 || Digits.blank(record.bytes(), record.offset() + offset, length);
    }

    /** The digits of an unsigned or zoned field as a number; {@link Digits#NONE} when they are none. */
    public long number(RecordView record) {
        if (gathered) {
            byte[] bytes = gather(record);
            return conversion.number(bytes, 0, bytes.length);
        }
        FieldReader drawn = drawn(record);
        return conversion.number(record.bytes(), record.offset() + drawn.offset, drawn.length);
    }

    /** A whole date as CCYYMMDD, by the field's type; {@link Dates#ABSENT} or {@link Dates#NONE}. */
    public int date(RecordView record, Reading reading) {
        if (!indicators.count(record)) {
            return Dates.ABSENT;
        }
        if (indicators.sayHowMuch()) {
            return indicators.stated(record, offset);
        }
        if (gathered) {
            byte[] bytes = gather(record);
            return conversion.date(bytes, 0, bytes.length, reading);
        }
        FieldReader drawn = drawn(record);
        return conversion.date(record.bytes(), record.offset() + drawn.offset, drawn.length, reading);
    }

    /** The row whose bytes are meant: of the first of several, the first that is filled, or the first when none is. */
    private FieldReader drawn(RecordView record) {
        if (parts.length == 0 || gathered) {
            return this;
        }
        for (FieldReader part : parts) {
            if (!part.blank(record)) {
                return part;
            }
        }
        return parts[0];
    }

    /** The bytes of rows that are read as one but do not adjoin. */
    private byte[] gather(RecordView record) {
        if (spaced) {
            return Arrays.stream(parts)
                    .filter(part -> !part.blank(record))
                    .map(part -> part.code(record))
                    .collect(Collectors.joining(" "))
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
        byte[] bytes = new byte[length];
        int at = 0;
        for (FieldReader part : parts) {
            System.arraycopy(record.bytes(), record.offset() + part.offset, bytes, at, part.length);
            at += part.length;
        }
        return bytes;
    }
}
