package csms.hub.record;

import csms.hub.layout.CodeTable;
import csms.hub.layout.Field;
import csms.hub.layout.FieldType;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From a field's bytes to its value, strictly: the conversions of interfaces/updates, written once. What a value is says
 * {@link FieldReader}.
 */
final class Conversion {

    /** Ends a line of an address written as one text (federal/README, Address of the locate block). */
    private static final Pattern LINE_END = Pattern.compile("\\\\");

    private final Field field;
    private final FieldType type;
    private final @Nullable Pattern pattern;

    Conversion(Field field) {
        this.field = field;
        this.type = field.type();
        String form = field.rules().pattern();
        this.pattern = form == null ? null : Pattern.compile(form);
    }

    /** The digits of an unsigned or zoned field as a number; {@link Digits#NONE} when they are none. */
    long number(byte[] bytes, int from, int size) {
        return signed() ? Digits.zoned(bytes, from, size) : Digits.unsigned(bytes, from, size);
    }

    /** The value, with all that the row says it must be. */
    @Nullable
    Object value(byte[] bytes, int from, int size, Reading reading) {
        Field.Rules rules = field.rules();
        boolean blank = Digits.blank(bytes, from, size);
        if (reading.house() && (rules.numeric() || type.numeric() || type.date())) {
            if (blank && !rules.blanksAllowed()) {
                return Misreading.BLANK_NUMBER;
            }
            if (!blank && !type.date() && type != FieldType.SSN && !signed() && !Digits.all(bytes, from, size)) {
                return Misreading.NOT_DIGITS;
            }
        }
        if (!reading.house() && rules.numeric() && type.coded() && !(blank && rules.blanksAllowed())) {
            // a federal number is checked when an update takes it, also where a code table says what it means
            if (!Digits.all(bytes, from, size)) {
                return Misreading.NOT_DIGITS;
            }
        }
        if (!rules.allow().isEmpty()) {
            if (!rules.allow().contains(code(bytes, from, size))) {
                return blank && field.required() ? Misreading.BLANK : Misreading.NOT_IN_LIST;
            }
        }
        Object value = convert(bytes, from, size, blank, reading);
        if (value == null && field.required()) {
            return Misreading.BLANK;
        }
        if (value instanceof String text
                && pattern != null
                && !pattern.matcher(text).matches()) {
            return Misreading.MALFORMED;
        }
        return value;
    }

    private boolean signed() {
        return switch (type) {
            case ZONED_CENTS, ZONED_DOLLARS, ZONED_YEAR, ZONED_YEAR_END -> true;
            default -> false;
        };
    }

    private @Nullable Object convert(byte[] bytes, int from, int size, boolean blank, Reading reading) {
        return switch (type) {
            case TEXT, LITERAL, FILLER, GROUP -> blank ? null : text(bytes, from, size);
            case NUMBER -> number(bytes, from, size, blank);
            case DIGITS, FEIN -> digits(bytes, from, size, blank);
            case SSN -> ssn(bytes, from, size, blank, reading);
            case DATE, DATE00, DATE_PARTS, MONTH, MDY, MDY2, YEAR_END -> dateText(bytes, from, size, reading);
            case QUARTER, QUARTER_END -> quarter(bytes, from, size, blank);
            case ZONED_YEAR, ZONED_YEAR_END -> year(bytes, from, size, blank);
            case STATE_FIPS -> state(bytes, from, size, blank);
            case CENTS -> amount(Digits.unsigned(bytes, from, size), 2, blank, Misreading.NOT_DIGITS);
            case ZONED_CENTS -> amount(Digits.zoned(bytes, from, size), 2, blank, Misreading.NOT_ZONED);
            case DOLLARS -> amount(Digits.unsigned(bytes, from, size), 0, blank, Misreading.NOT_DIGITS);
            case ZONED_DOLLARS -> amount(Digits.zoned(bytes, from, size), 0, blank, Misreading.NOT_ZONED);
            case ZIP -> zip(bytes, from, size, blank);
            case FLAG -> flag(bytes, from, size);
            case WORDS -> word(bytes, from, size);
            case PHONE -> zeros(bytes, from, size) ? null : text(bytes, from, size);
            case LAST_FOUR -> lastFour(bytes, from, size);
            case LINES -> lines(bytes, from, size);
        };
    }

    private @Nullable Object number(byte[] bytes, int from, int size, boolean blank) {
        if (blank && field.rules().blanksAllowed()) {
            return null;
        }
        long number = Digits.unsigned(bytes, from, size);
        if (number == Digits.NONE) {
            return Misreading.NOT_DIGITS;
        }
        return number == 0 && field.rules().zeroAbsent() ? null : (Object) number;
    }

    private static @Nullable Object digits(byte[] bytes, int from, int size, boolean blank) {
        if (blank) {
            return null;
        }
        if (!Digits.all(bytes, from, size)) {
            return Misreading.NOT_DIGITS;
        }
        return zeros(bytes, from, size) ? null : Digits.text(bytes, from, size);
    }

    private static @Nullable Object ssn(byte[] bytes, int from, int size, boolean blank, Reading reading) {
        if (blank) {
            return null;
        }
        long ssn = Digits.unsigned(bytes, from, size);
        if (ssn == 0) {
            return null;
        }
        Misreading misreading = Ssn.misreading(ssn, size, reading.production());
        return misreading == null ? Digits.text(bytes, from, size) : misreading;
    }

    private @Nullable Object dateText(byte[] bytes, int from, int size, Reading reading) {
        int date = date(bytes, from, size, reading);
        if (date == Dates.ABSENT) {
            return null;
        }
        if (date == Dates.NONE) {
            return switch (type) {
                case MONTH -> Misreading.NOT_CCYYMM;
                case MDY -> Misreading.NOT_MMDDCCYY;
                case MDY2 -> Misreading.NOT_MMDDYY;
                case YEAR_END -> Misreading.NOT_CCYY;
                default -> Misreading.NOT_CCYYMMDD;
            };
        }
        return inRange(date, reading.received()) ? Dates.iso(date) : Misreading.OUT_OF_RANGE;
    }

    private boolean inRange(int date, LocalDate received) {
        Integer earliest = field.rules().earliestDay();
        Integer latest = field.rules().latestDay();
        return (earliest == null || date >= Dates.of(received.plusDays(earliest)))
                && (latest == null || date <= Dates.of(received.plusDays(latest)));
    }

    /** A whole date as CCYYMMDD; {@link Dates#ABSENT} or {@link Dates#NONE}. */
    int date(byte[] bytes, int from, int size, Reading reading) {
        if (Digits.blank(bytes, from, size) || zeros(bytes, from, size)) {
            return Dates.ABSENT;
        }
        if (size != type.dateLength()) {
            return Dates.NONE;
        }
        int date = switch (type) {
            case MONTH -> Dates.ccyymm(bytes, from);
            case MDY -> Dates.mmddccyy(bytes, from);
            case MDY2 -> Dates.mmddyy(bytes, from);
            case DATE00 -> Dates.dayOrFirst(bytes, from);
            case DATE_PARTS -> Dates.partial(bytes, from);
            case YEAR_END -> Dates.yearEnd(bytes, from);
            default -> Dates.ccyymmdd(bytes, from);
        };
        return !reading.house() && Dates.isFederalNull(date) ? Dates.ABSENT : date;
    }

    /** CCYY and a quarter: {@code 2026-Q3}, or the quarter's last day. */
    private @Nullable Object quarter(byte[] bytes, int from, int size, boolean blank) {
        if (blank && field.rules().blanksAllowed()) {
            return null;
        }
        long year = size == 5 ? Digits.unsigned(bytes, from, 4) : Digits.NONE;
        int quarter = size == 5 ? bytes[from + 4] - '0' : 0;
        if (year < 1 || quarter < 1 || quarter > 4) {
            return Misreading.NOT_A_QUARTER;
        }
        String text = Digits.text(bytes, from, 4);
        return text + (type == FieldType.QUARTER ? "-Q" + quarter : Dates.QUARTER_ENDS.get(quarter - 1));
    }

    private @Nullable Object year(byte[] bytes, int from, int size, boolean blank) {
        if (blank) {
            return null;
        }
        long year = Digits.zoned(bytes, from, size);
        if (year < 0 || size != 4) {
            return Misreading.NOT_ZONED;
        }
        if (year == 0) {
            return null;
        }
        byte[] text = new byte[4];
        Digits.writeUnsigned(year, text, 0, 4);
        return Digits.text(text, 0, 4) + (type == FieldType.ZONED_YEAR ? "" : "-12-31");
    }

    private static @Nullable Object state(byte[] bytes, int from, int size, boolean blank) {
        if (blank) {
            return null;
        }
        String abbreviation = States.abbreviation(Digits.text(bytes, from, size));
        return abbreviation == null ? Misreading.NOT_IN_LIST : abbreviation;
    }

    private @Nullable Object amount(long number, int decimals, boolean blank, Misreading otherwise) {
        if (blank && field.rules().blanksAllowed()) {
            return null;
        }
        if (number == Digits.NONE) {
            return otherwise;
        }
        if (number == 0 && field.rules().zeroAbsent()) {
            return null;
        }
        return Money.text(number, decimals);
    }

    private static @Nullable Object zip(byte[] bytes, int from, int size, boolean blank) {
        if (blank
                || zeros(bytes, from, size)
                || (size == 9 && zeros(bytes, from, 5) && Digits.blank(bytes, from + 5, 4))) {
            return null;
        }
        if (size != 9 || !Digits.all(bytes, from, 5)) {
            return text(bytes, from, size);
        }
        if (Digits.blank(bytes, from + 5, 4) || zeros(bytes, from + 5, 4)) {
            return Digits.text(bytes, from, 5);
        }
        return Digits.all(bytes, from + 5, 4)
                ? Digits.text(bytes, from, 5) + "-" + Digits.text(bytes, from + 5, 4)
                : text(bytes, from, size);
    }

    private @Nullable Object flag(byte[] bytes, int from, int size) {
        if (field.codes() != null) {
            Object word = word(bytes, from, size);
            return word instanceof String text ? (Object) Boolean.valueOf(text) : word;
        }
        return switch (code(bytes, from, size)) {
            case "" -> null;
            case "Y" -> Boolean.TRUE;
            case "N" -> Boolean.FALSE;
            default -> Misreading.NOT_IN_LIST;
        };
    }

    private @Nullable Object word(byte[] bytes, int from, int size) {
        CodeTable table = field.codes();
        String code = code(bytes, from, size);
        String word = table == null ? code : table.word(code);
        if (word == null) {
            return code.isEmpty() ? null : Misreading.NOT_IN_LIST;
        }
        return word.isEmpty() ? null : word;
    }

    private static @Nullable List<String> lines(byte[] bytes, int from, int size) {
        List<String> lines = LINE_END.splitAsStream(Digits.text(bytes, from, size))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.isEmpty() ? null : lines;
    }

    private static @Nullable String lastFour(byte[] bytes, int from, int size) {
        String text = Digits.text(bytes, from, size).replace(" ", "");
        return text.isEmpty() ? null : text.substring(Math.max(0, text.length() - 4));
    }

    private static boolean zeros(byte[] bytes, int from, int size) {
        for (int i = from; i < from + size; i++) {
            if (bytes[i] != '0') {
                return false;
            }
        }
        return true;
    }

    /** The bytes as text, trimmed; empty when blank. */
    static String code(byte[] bytes, int from, int size) {
        String text = text(bytes, from, size);
        return text == null ? "" : text;
    }

    /** The bytes as text, trimmed; null when blank. */
    static @Nullable String text(byte[] bytes, int from, int size) {
        int first = from;
        int last = from + size - 1;
        while (first <= last && bytes[first] == ' ') {
            first++;
        }
        while (last >= first && bytes[last] == ' ') {
            last--;
        }
        return first > last ? null : Digits.text(bytes, first, last - first + 1);
    }
}
