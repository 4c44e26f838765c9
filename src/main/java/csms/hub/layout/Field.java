package csms.hub.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a record's table.
 *
 * @param name as the interface document prints it
 * @param source the bytes that are read
 * @param type how they are read
 * @param required whether a blank or absent value refuses the record
 * @param literals the values that identify the record; empty for other types
 * @param codes what the values mean; null when there is no table
 * @param rules what else the value must be
 * @param group the rows of one occurrence; null unless the type is {@link FieldType#GROUP}
 * @param targets where the value goes
 */
public record Field(
        String name,
        Source source,
        FieldType type,
        boolean required,
        List<String> literals,
        @Nullable CodeTable codes,
        Rules rules,
        @Nullable Group group,
        List<Target> targets) {

    /** Where a field's bytes come from. */
    public sealed interface Source {
        /** First position in the record, from 1; of a derived row that of its first field. */
        int start();

        /** Length in bytes; of the first of several fields, that field's own. */
        int length();
    }

    /** The bytes that the interface document draws. */
    public record At(Positions positions) implements Source {
        @Override
        public int start() {
            return positions.from();
        }

        @Override
        public int length() {
            return positions.length();
        }
    }

    /**
     * Several fields read as one, in this order.
     *
     * @param spaced whether each is read without outer blanks and one blank stands between those that are filled
     */
    public record Joined(List<Field> fields, boolean spaced) implements Source {
        @Override
        public int start() {
            return fields.get(0).start();
        }

        @Override
        public int length() {
            return fields.stream().mapToInt(Field::length).sum();
        }
    }

    /** The first of several fields that is not blank. */
    public record FirstOf(List<Field> fields) implements Source {
        @Override
        public int start() {
            return fields.get(0).start();
        }

        @Override
        public int length() {
            return fields.get(0).length();
        }
    }

    /**
     * A repeating group.
     *
     * @param occurs how many occurrences the record has room for
     * @param countedBy the field that says how many are used; null when all are
     * @param fields rows of one occurrence; positions count from 1 within it
     */
    public record Group(int occurs, @Nullable String countedBy, List<Field> fields) {}

    /**
     * What a value must be besides well formed.
     *
     * @param numeric whether the interface document types it N although its conversion reads text
     * @param blanksAllowed whether blanks are absent although its type says that they are an error
     * @param zeroAbsent whether a zero amount is absent
     * @param allow the only values allowed, trimmed, the empty text among them if blank is; empty when all are
     * @param orElse the code of a value that is not allowed; null for R0104, or the file's code in a header or trailer
     * @param sameAs a field of the header that must be equal byte for byte; null if none
     * @param notBefore a field of the same record whose date must not be later, if neither is absent; null if none
     * @param earliestDay days after the day of receipt, usually negative; null when unbounded
     * @param latestDay days after the day of receipt in New York; null when unbounded
     * @param pattern a regular expression of the whole trimmed value; null if none
     * @param whenBad what a bad value does
     * @param shown what a reject report may print of a bad value
     * @param checked whether it is read in every record, although no update takes it
     * @param depends what other rows decide about it
     */
    public record Rules(
            boolean numeric,
            boolean blanksAllowed,
            boolean zeroAbsent,
            List<String> allow,
            @Nullable String orElse,
            @Nullable String sameAs,
            @Nullable String notBefore,
            @Nullable Integer earliestDay,
            @Nullable Integer latestDay,
            @Nullable String pattern,
            WhenBad whenBad,
            FieldType.Shown shown,
            boolean checked,
            Depends depends) {

        /** Of a row that stands for itself. */
        public Rules(
                boolean numeric,
                boolean blanksAllowed,
                boolean zeroAbsent,
                List<String> allow,
                @Nullable String orElse,
                @Nullable String sameAs,
                @Nullable String notBefore,
                @Nullable Integer earliestDay,
                @Nullable Integer latestDay,
                @Nullable String pattern,
                WhenBad whenBad,
                FieldType.Shown shown) {
            this(
                    numeric,
                    blanksAllowed,
                    zeroAbsent,
                    allow,
                    orElse,
                    sameAs,
                    notBefore,
                    earliestDay,
                    latestDay,
                    pattern,
                    whenBad,
                    shown,
                    false,
                    Depends.NOTHING);
        }

        /** Nothing but well formed. */
        public static Rules none(FieldType type) {
            return new Rules(
                    false, false, false, List.of(), null, null, null, null, null, null, WhenBad.REJECT, type.shown());
        }
    }

    /** What a value that is none of its field does. */
    public enum WhenBad {
        /** It rejects the record. */
        REJECT,
        /** It drops the field, with a warning. */
        DROP,
        /** It drops the field, and nothing is said. */
        IGNORE
    }

    /** First position in the record, from 1; of a derived row that of its first field. */
    public int start() {
        return source.start();
    }

    /** Length in bytes; of a derived row where reports point. */
    public int length() {
        return source.length();
    }

    /** The name that the interface document prints for the bytes: of a derived row that of its first field. */
    public String drawnName() {
        if (source instanceof Joined joined) {
            return joined.fields().get(0).drawnName();
        }
        return source instanceof FirstOf first ? first.fields().get(0).drawnName() : name;
    }

    /** Whether the row draws bytes of its own. */
    public boolean drawn() {
        return source instanceof At;
    }
}
