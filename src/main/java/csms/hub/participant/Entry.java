package csms.hub.participant;

/**
 * One participant in one case, as the participant extract tells it (new-york/csms, CSMS/PARF).
 *
 * @param participantId at most 15 characters; what federal files echo
 * @param caseId New York Case Identifier, nine characters, or empty
 * @param district two digits, 0 when not known
 * @param ssn 0 when not known
 * @param formerSsn 0 when there is none
 * @param alias last and first name; {@link PersonName#NONE} when there is none
 * @param dateOfBirth yyyymmdd, 0 when not known
 * @param cin eight characters, or empty
 * @param familyViolence whether the person is protected; from the index: whether any entry of the participant says so
 */
public record Entry(
        String participantId,
        String caseId,
        int district,
        Role role,
        int ssn,
        int formerSsn,
        PersonName name,
        PersonName alias,
        int dateOfBirth,
        String cin,
        CaseStatus status,
        boolean familyViolence) {

    /** Names no one: what it holds is personal. */
    @Override
    public String toString() {
        return "entry(hidden)";
    }

    boolean hasSsn(int sought) {
        return sought != 0 && (ssn == sought || formerSsn == sought);
    }
}
