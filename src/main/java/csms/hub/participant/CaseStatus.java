package csms.hub.participant;

/** How a case stands (new-york/csms, case status). */
public enum CaseStatus {
    OPEN("open"),
    PENDING_CLOSURE("pending-closure"),
    CLOSED("closed"),
    REOPENED("reopened");

    private final String word;

    CaseStatus(String word) {
        this.word = word;
    }

    /** As the extract's update form prints it. */
    public String word() {
        return word;
    }

    /** @throws IllegalArgumentException when no status has that word */
    public static CaseStatus ofWord(String word) {
        for (CaseStatus status : values()) {
            if (status.word.equals(word)) {
                return status;
            }
        }
        throw new IllegalArgumentException("no case status is called " + word);
    }
}
