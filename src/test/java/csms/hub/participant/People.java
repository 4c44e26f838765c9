package csms.hub.participant;

/** Invented people for the tests of this package. */
final class People {

    private People() {}

    static Entry entry(String participantId, String caseId, Role role, int ssn, String last, String first, int birth) {
        return new Entry(
                participantId,
                caseId,
                1,
                role,
                ssn,
                0,
                new PersonName(last, first, ""),
                PersonName.NONE,
                birth,
                "",
                CaseStatus.OPEN,
                false);
    }

    static Entry withFormerSsn(Entry entry, int formerSsn) {
        return new Entry(
                entry.participantId(),
                entry.caseId(),
                entry.district(),
                entry.role(),
                entry.ssn(),
                formerSsn,
                entry.name(),
                entry.alias(),
                entry.dateOfBirth(),
                entry.cin(),
                entry.status(),
                entry.familyViolence());
    }

    static Entry withAlias(Entry entry, String last, String first) {
        return new Entry(
                entry.participantId(),
                entry.caseId(),
                entry.district(),
                entry.role(),
                entry.ssn(),
                entry.formerSsn(),
                entry.name(),
                new PersonName(last, first, ""),
                entry.dateOfBirth(),
                entry.cin(),
                entry.status(),
                entry.familyViolence());
    }

    static Entry withStatus(Entry entry, CaseStatus status) {
        return new Entry(
                entry.participantId(),
                entry.caseId(),
                entry.district(),
                entry.role(),
                entry.ssn(),
                entry.formerSsn(),
                entry.name(),
                entry.alias(),
                entry.dateOfBirth(),
                entry.cin(),
                status,
                entry.familyViolence());
    }

    static Entry underFamilyViolence(Entry entry) {
        return new Entry(
                entry.participantId(),
                entry.caseId(),
                entry.district(),
                entry.role(),
                entry.ssn(),
                entry.formerSsn(),
                entry.name(),
                entry.alias(),
                entry.dateOfBirth(),
                entry.cin(),
                entry.status(),
                true);
    }

    static PersonIndex index(Entry... entries) {
        PersonIndex.Builder builder = new PersonIndex.Builder();
        for (Entry entry : entries) {
            builder.add(entry);
        }
        return builder.build();
    }
}
