package csms.hub.participant;

import org.jspecify.annotations.Nullable;

/** What a record gives back of our request to say whom it is about (interfaces/updates, How the person is found, 1). */
public sealed interface Echo {

    /** The page names no echo field, or it is blank. */
    Echo NONE = new None();

    record None() implements Echo {}

    /** A participant id. */
    record Participant(String id) implements Echo {}

    /**
     * A New York Case Identifier.
     *
     * @param meant which participant of the case is meant where the SSN does not tell
     * @param asked whom the joined request was about, if there is one
     */
    record Case(String id, Meant meant, @Nullable Asked asked) implements Echo {}

    /**
     * The person of a joined request.
     *
     * @param participantId empty when the request names none
     * @param ssn 0 when the request names none
     */
    record Asked(String participantId, int ssn) {

        boolean isNobody() {
            return participantId.isEmpty() && ssn == 0;
        }

        boolean isOf(Entry entry) {
            return participantId.isEmpty()
                    ? entry.hasSsn(ssn)
                    : entry.participantId().equals(participantId);
        }
    }

    /** Which participant of an echoed case a record is about. */
    enum Meant {
        /** Whose SSN agrees; without an SSN whom we asked about, else the one noncustodial parent or putative father. */
        OBLIGOR,
        /** Whose SSN agrees; without an SSN the one whose name agrees (new-york/07-wms). */
        NAMED,
        /**
         * Whom we asked about, else the putative father, the noncustodial parent, the custodial parent, whatever the SSN:
         * one that differs is no reject but leaves the match to review (new-york/04-putative-father-registry).
         */
        FATHER,
        /**
         * Whose SSN agrees, else the noncustodial parent: an SSN that differs is no reject but leaves the match to review
         * (federal/csenet).
         */
        RESPONDENT;

        boolean picksBySsn() {
            return this != FATHER;
        }

        boolean ssnMayDiffer() {
            return this == FATHER || this == RESPONDENT;
        }
    }

    /** The echo of a participant id; blank or null is none. */
    static Echo ofParticipant(@Nullable String id) {
        return id == null || id.isBlank() ? NONE : new Participant(id.strip());
    }

    /** The echo of a case identifier as most pages mean it; blank or null is none. */
    static Echo ofCase(@Nullable String id) {
        return ofCase(id, Meant.OBLIGOR, null);
    }

    /** The echo of a case identifier; blank or null is none. A request that names nobody tells nothing. */
    static Echo ofCase(@Nullable String id, Meant meant, @Nullable Asked asked) {
        if (id == null || id.isBlank()) {
            return NONE;
        }
        return new Case(id.strip(), meant, asked == null || asked.isNobody() ? null : asked);
    }
}
