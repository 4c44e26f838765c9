package csms.hub.participant;

import org.jspecify.annotations.Nullable;

/**
 * What a record says about its person, as far as it helps to find them.
 *
 * @param echo what the partner gives back of our request, if anything
 * @param ssn 0 when the record has none
 * @param lastName as the record has it
 * @param firstName as the record has it
 * @param dateOfBirth yyyymmdd, 0 when the record has none or the page compares none
 * @param names how names are compared on this page
 * @param byName whether the page lets a record without an SSN be found by name and birth date (rule 3)
 */
public record Claim(
        Echo echo,
        int ssn,
        @Nullable String lastName,
        @Nullable String firstName,
        int dateOfBirth,
        Names names,
        boolean byName) {

    /** Whether the names of the record and of the index agree (interfaces/updates, How the person is found, 5). */
    public enum Names {
        /** First four letters of the last name and first letter of the first, against name and alias. */
        COMPARE,
        /** First four letters of the last name alone: a name control. */
        COMPARE_LAST,
        /** They agree: the page names none to compare, or only what we submitted, or the partner says that they do. */
        AGREE,
        /** They disagree: the partner says so. */
        DISAGREE
    }

    /** Names no one: what it holds is personal. */
    @Override
    public String toString() {
        return "claim(hidden)";
    }

    boolean namesAgree(PersonName name) {
        return switch (names) {
            case COMPARE -> isBlank(lastName) || name.agreesWith(lastName, firstName);
            case COMPARE_LAST -> isBlank(lastName) || name.lastAgreesWith(lastName);
            case AGREE -> true;
            case DISAGREE -> false;
        };
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
