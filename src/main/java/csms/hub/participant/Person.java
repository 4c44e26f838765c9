package csms.hub.participant;

import java.util.List;

/** A participant with all their entries: the facts of each count for every case (their names, SSNs and birth dates agree). */
record Person(String participantId, List<Entry> entries) {

    static Person of(Entry entry, PersonIndex index) {
        return new Person(entry.participantId(), index.ofParticipant(entry.participantId()));
    }

    boolean hasSsn(int ssn) {
        return entries.stream().anyMatch(entry -> entry.hasSsn(ssn));
    }

    boolean hasNoSsn() {
        return entries.stream().allMatch(entry -> entry.ssn() == 0);
    }

    boolean namesAgree(Claim claim) {
        return entries.stream().anyMatch(entry -> claim.namesAgree(entry.name()) || claim.namesAgree(entry.alias()));
    }

    /** Equal, or absent on one side. */
    boolean birthAgrees(int dateOfBirth) {
        return dateOfBirth == 0
                || entries.stream().allMatch(entry -> entry.dateOfBirth() == 0)
                || entries.stream().anyMatch(entry -> entry.dateOfBirth() == dateOfBirth);
    }
}
