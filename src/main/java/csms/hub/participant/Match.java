package csms.hub.participant;

import java.util.List;
import java.util.Optional;

/** What the matching rules say about a claim (interfaces/updates, How the person is found). */
public sealed interface Match {

    /**
     * Somebody whom CSMS knows.
     *
     * @param quality the worst of the involvements'
     * @param involvements at least one, one for each case, by case identifier, then participant id
     * @param namesAgree false when the names of anybody found disagree
     * @param shared whether several participants answer to the claim, in one case or in several
     */
    record Found(Quality quality, List<Involvement> involvements, boolean namesAgree, boolean shared) implements Match {

        /** Whether money may be posted to the person: the names agree and nobody else answers to the claim (rule 8). */
        public boolean mayTakeMoney() {
            return namesAgree && !shared;
        }

        /** The same in one case only; nobody when they are not in it. */
        public Optional<Found> inCase(String caseId) {
            List<Involvement> inIt = involvements.stream()
                    .filter(who -> who.caseId().equals(caseId))
                    .toList();
            return inIt.isEmpty() ? Optional.empty() : Optional.of(new Found(quality, inIt, namesAgree, shared));
        }
    }

    /** Nobody, or not exactly one whom an echoed case can mean: R0201, or not ours where the exchange carries everybody. */
    record NotFound() implements Match {}

    /** The SSN of the echoed person differs, or there is none on one side and the names disagree: R0202. */
    record SsnDiffers() implements Match {}

    /** How sure a match is; the worse the later. */
    enum Quality {
        EXACT("exact"),
        REVIEW("review"),
        NAME("name");

        private final String word;

        Quality(String word) {
            this.word = word;
        }

        /** As {@code person.match} prints it. */
        public String word() {
            return word;
        }
    }
}
