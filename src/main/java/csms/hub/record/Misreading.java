package csms.hub.record;

/** What bytes are when they are no value of their field: the code and words of the reject (interfaces/updates, Which check gives which code). */
public enum Misreading {
    BLANK("R0101", "blank, but required"),
    BLANK_NUMBER("R0101", "blank where digits are required"),
    NOT_DIGITS("R0102", "not digits"),
    NOT_ZONED("R0102", "not digits with an overpunched sign"),
    COUNT_TOO_HIGH("R0102", "counts more occurrences than the record has"),
    NOT_CCYYMMDD("R0103", "not a date of the form CCYYMMDD"),
    NOT_CCYYMM("R0103", "not a month of the form CCYYMM"),
    NOT_MMDDCCYY("R0103", "not a date of the form MMDDCCYY"),
    NOT_MMDDYY("R0103", "not a date of the form MMDDYY"),
    NOT_A_QUARTER("R0103", "not a year and a quarter from 1 to 4"),
    NOT_CCYY("R0103", "not a year of the form CCYY"),
    OUT_OF_RANGE("R0103", "a date out of range"),
    NOT_IN_LIST("R0104", "not one of the listed codes"),
    MALFORMED("R0105", "not an identifier of its form"),
    NOT_AN_SSN("R0106", "not a possible Social Security number"),
    TEST_SSN("R0106", "a Social Security number of the 900 area, taken in test only");

    private final String code;
    private final String words;

    Misreading(String code, String words) {
        this.code = code;
        this.words = words;
    }

    public String code() {
        return code;
    }

    /** The hub's own words, without the value. */
    public String words() {
        return words;
    }
}
