package csms.hub.record;

/** How far a {@link Reason} reaches: the whole file, one record, or nothing but attention (new-york/README, error codes). */
public enum Severity {
    FILE("F"),
    RECORD("R"),
    WARNING("W");

    private final String letter;

    Severity(String letter) {
        this.letter = letter;
    }

    /** The letter printed in ALL/RJCT and in outcome events: F, R or W. */
    public String letter() {
        return letter;
    }

    /** The severity that a code's first letter names.
     *
     * @throws IllegalArgumentException when the code begins with another letter than F, R or W */
    public static Severity ofCode(String code) {
        for (Severity severity : values()) {
            if (code.startsWith(severity.letter)) {
                return severity;
            }
        }
        throw new IllegalArgumentException("A reason code begins with F, R or W, not " + code);
    }
}
