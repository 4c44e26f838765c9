package csms.hub.participant;

/** What a participant is in a case (new-york/csms, party role). */
public enum Role {
    NONCUSTODIAL("noncustodial"),
    CUSTODIAL("custodial"),
    CHILD("child"),
    PUTATIVE_FATHER("putative-father");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** As updates print it. */
    public String word() {
        return word;
    }

    /** @throws IllegalArgumentException when no role has that word */
    public static Role ofWord(String word) {
        for (Role role : values()) {
            if (role.word.equals(word)) {
                return role;
            }
        }
        throw new IllegalArgumentException("no party role is called " + word);
    }
}
