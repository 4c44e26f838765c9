package csms.hub.update;

import java.util.Locale;

/** The law that guards an update's data; the event's {@code safeguard} (design, The update). */
public enum Safeguard {
    NONE,
    SSA,
    /** Federal tax information. */
    FTI,
    /** National Directory of New Hires. */
    NDNH,
    /** Putative father registry. */
    REGISTRY;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** As mappings and events write it. */
    public String word() {
        return word;
    }

    /** Whether what it guards goes to {@code csms.updates.restricted} only. */
    public boolean restricted() {
        return this == FTI || this == REGISTRY;
    }

    /** The safeguard that a mapping names.
     *
     * @throws IllegalArgumentException when there is none of that word */
    public static Safeguard ofWord(String word) {
        for (Safeguard safeguard : values()) {
            if (safeguard.word.equals(word)) {
                return safeguard;
            }
        }
        throw new IllegalArgumentException("no safeguard: " + word + "; one of none, ssa, fti, ndnh, registry");
    }
}
