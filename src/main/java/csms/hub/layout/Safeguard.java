package csms.hub.layout;

import java.util.Locale;

/** Whose rules protect the data of an exchange (design, The update). */
public enum Safeguard {
    NONE,
    SSA,
    FTI,
    NDNH,
    REGISTRY;

    /** The word of the event: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its updates go to the restricted queue only. */
    public boolean restricted() {
        return this == FTI || this == REGISTRY;
    }
}
