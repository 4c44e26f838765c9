package csms.hub.participant;

/**
 * A person found, in one of their cases: what {@code person} of an update says from the index.
 *
 * @param match how sure it is that this is the person
 * @param caseId empty where there is no case
 * @param district two digits, 0 when not known
 * @param familyViolence whether any entry of the participant says so
 * @param ssn 0 when not known
 * @param dateOfBirth yyyymmdd, 0 when not known
 * @param cin empty when not known
 */
public record Involvement(
        Match.Quality match,
        String participantId,
        String caseId,
        int district,
        Role role,
        CaseStatus status,
        boolean familyViolence,
        int ssn,
        PersonName name,
        int dateOfBirth,
        String cin) {

    static Involvement of(Entry entry, Match.Quality match) {
        return new Involvement(
                match,
                entry.participantId(),
                entry.caseId(),
                entry.district(),
                entry.role(),
                entry.status(),
                entry.familyViolence(),
                entry.ssn(),
                entry.name(),
                entry.dateOfBirth(),
                entry.cin());
    }

    /** Whether the case is closed: every update is then for review (rule 6). */
    public boolean closed() {
        return status == CaseStatus.CLOSED;
    }

    /** Names no one: what it holds is personal. */
    @Override
    public String toString() {
        return "involvement(hidden)";
    }

    Involvement protectedIf(boolean other) {
        return familyViolence || !other
                ? this
                : new Involvement(
                        match, participantId, caseId, district, role, status, true, ssn, name, dateOfBirth, cin);
    }
}
