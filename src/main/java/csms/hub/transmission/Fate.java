package csms.hub.transmission;

/** The four ways in which every received file ends (design, section 3). */
public enum Fate {
    ACCEPTED,
    REJECTED,
    QUARANTINED,
    DUPLICATE;

    /** As outcome events and the console print it: lower case. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
