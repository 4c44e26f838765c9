package csms.hub.layout;

import csms.hub.update.Kind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the bytes of a field are read and written: the conversion words of interfaces/updates, and what only layouts need. */
public enum FieldType {
    TEXT(Shown.AS_IS),
    NUMBER(Shown.AS_IS),
    DIGITS(Shown.AS_IS),
    SSN(Shown.LAST_FOUR),
    FEIN(Shown.AS_IS),
    DATE(Shown.AS_IS),
    DATE00(Shown.AS_IS),
    DATE_PARTS(Shown.AS_IS),
    MONTH(Shown.AS_IS),
    MDY(Shown.AS_IS),
    MDY2(Shown.AS_IS),
    YEAR_END(Shown.AS_IS),
    ZONED_YEAR(Shown.AS_IS),
    ZONED_YEAR_END(Shown.AS_IS),
    QUARTER(Shown.AS_IS),
    QUARTER_END(Shown.AS_IS),
    STATE_FIPS(Shown.AS_IS),
    CENTS(Shown.AS_IS),
    ZONED_CENTS(Shown.AS_IS),
    DOLLARS(Shown.AS_IS),
    ZONED_DOLLARS(Shown.AS_IS),
    ZIP(Shown.NEVER),
    FLAG(Shown.AS_IS),
    WORDS(Shown.AS_IS),
    PHONE(Shown.NEVER),
    LINES(Shown.NEVER),
    LAST_FOUR(Shown.LAST_FOUR),
    LITERAL(Shown.AS_IS),
    FILLER(Shown.NEVER),
    GROUP(Shown.NEVER);

    /** What of a bad value a partner may see again in its own reject report; a row's {@code shown} narrows it. */
    public enum Shown {
        AS_IS,
        LAST_FOUR,
        NEVER
    }

    private final String word;
    private final Shown shown;

    FieldType(Shown shown) {
        this.word = camelCase(name());
        this.shown = shown;
    }

    /** The word that mapping files use: {@code zonedCents}, {@code date00}. */
    public String word() {
        return word;
    }

    public Shown shown() {
        return shown;
    }

    /** Whether the bytes must be digits, apart from an overpunched last one; N of the interface documents. */
    public boolean numeric() {
        return switch (this) {
            case NUMBER,
                    DIGITS,
                    SSN,
                    FEIN,
                    CENTS,
                    ZONED_CENTS,
                    DOLLARS,
                    ZONED_DOLLARS,
                    ZONED_YEAR,
                    ZONED_YEAR_END,
                    QUARTER,
                    QUARTER_END,
                    MONTH,
                    MDY,
                    MDY2,
                    ZIP -> true;
            default -> false;
        };
    }

    /** Whether the value is an amount of money or a count, of which blanks are never an absent value in a federal file. */
    public boolean amount() {
        return switch (this) {
            case NUMBER, CENTS, ZONED_CENTS, DOLLARS, ZONED_DOLLARS -> true;
            default -> false;
        };
    }

    public boolean date() {
        return dateLength() > 0;
    }

    /** How many bytes a date of this type has; 0 for what is no date. */
    public int dateLength() {
        return switch (this) {
            case DATE, DATE00, DATE_PARTS, MDY -> 8;
            case MONTH, MDY2 -> 6;
            case YEAR_END -> 4;
            default -> 0;
        };
    }

    /** Whether a value read so may stand in a field of an update of a kind. */
    public boolean gives(Kind kind) {
        return switch (kind) {
            case NUMBER -> this == NUMBER;
            case FLAG -> this == FLAG;
            case MONEY -> amount() && this != NUMBER;
            case DATE ->
                this == QUARTER_END || this == ZONED_YEAR_END || (date() && this != MONTH && this != DATE_PARTS);
            case MONTH -> this == MONTH;
            case DATE_OR_MONTH -> date() && this != DATE_PARTS;
            case PARTIAL_DATE -> date();
            case SSN -> this == SSN;
            case FEIN -> this == FEIN;
            case OBJECT, ROWS -> this == GROUP;
            case LINES -> this != FLAG && this != NUMBER && this != GROUP;
            case TEXT, DIGITS, PHONE, YEAR, PERIOD -> this != FLAG && this != NUMBER && this != GROUP && this != LINES;
        };
    }

    /** Whether a code table says what its values mean. */
    public boolean coded() {
        return this == WORDS || this == FLAG;
    }

    /** Whether the bytes can become a value of an update. */
    public boolean publishable() {
        return this != LITERAL && this != FILLER && this != GROUP;
    }

    public static Optional<FieldType> ofWord(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }

    private static String camelCase(String constant) {
        StringBuilder word = new StringBuilder();
        for (String part : constant.toLowerCase(Locale.ROOT).split("_", -1)) {
            word.append(word.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return word.toString();
    }
}
