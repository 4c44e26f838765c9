package csms.hub.update;

import org.jspecify.annotations.Nullable;

/**
 * Whom an update is about: the {@code person} of its data. Every part may be unknown and is then left out.
 *
 * @param role {@code noncustodial}, {@code custodial}, {@code child} or {@code putative-father}
 * @param ssn nine digits
 * @param dateOfBirth {@code YYYY-MM-DD}
 * @param match {@code exact}, {@code name}, {@code review} or {@code none}
 */
public record Person(
        @Nullable String participantId,
        @Nullable String caseId,
        @Nullable String role,
        @Nullable String ssn,
        @Nullable Name name,
        @Nullable String dateOfBirth,
        @Nullable String match) {

    /** The subject of updates whose person is not known (interfaces/updates, rule 8). */
    public static final String UNIDENTIFIED = "unidentified";

    /** A person's name; one that came in one piece is {@code last} whole. */
    public record Name(
            @Nullable String last,
            @Nullable String first,
            @Nullable String middle) {

        boolean isEmpty() {
            return last == null && first == null && middle == null;
        }

        @Override
        public String toString() {
            return "name(hidden)";
        }
    }

    /** The event's subject: the case, without a case the participant, without either {@link #UNIDENTIFIED}. */
    public String subject() {
        if (caseId != null) {
            return caseId;
        }
        return participantId != null ? participantId : UNIDENTIFIED;
    }

    @Override
    public String toString() {
        return "person(hidden)";
    }
}
