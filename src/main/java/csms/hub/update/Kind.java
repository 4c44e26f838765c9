package csms.hub.update;

/** What stands in a field of an update, as its schema says. */
public enum Kind {
    TEXT,
    /** A number that names something, as text with its leading zeros. */
    DIGITS,
    SSN,
    FEIN,
    PHONE,
    /** A JSON number. */
    NUMBER,
    /** True or false. */
    FLAG,
    /** Text with two decimals. */
    MONEY,
    /** {@code YYYY-MM-DD}. */
    DATE,
    /** {@code YYYY-MM}. */
    MONTH,
    /** {@code YYYY-MM-DD} or {@code YYYY-MM}. */
    DATE_OR_MONTH,
    /** {@code YYYY-MM-DD}, {@code YYYY-MM} or {@code YYYY}. */
    PARTIAL_DATE,
    /** {@code YYYY}. */
    YEAR,
    /** {@code YYYY-Qn}, {@code YYYY-MM} or {@code YYYY}. */
    PERIOD,
    /** The lines of an address, closed up: {@code address.lines}, which no schema has. */
    LINES,
    /** An object with fields of its own. */
    OBJECT,
    /** A list of objects with fields of their own; a list of plain values has the kind of its values. */
    ROWS
}
