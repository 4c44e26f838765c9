package csms.hub.participant;

import org.jspecify.annotations.Nullable;

/**
 * A person's name as CSMS gives it; a part that is not known is empty.
 *
 * @param middle initial or name
 */
public record PersonName(String last, String first, String middle) {

    /** No name at all: of a participant without an alias. */
    public static final PersonName NONE = new PersonName("", "", "");

    /** Never shown: a name is personal. */
    @Override
    public String toString() {
        return "name(hidden)";
    }

    /**
     * Whether a record's name agrees with this one: the first four letters of the last name and the first letter of the
     * first name, letters only, case aside (interfaces/updates, How the person is found, 5).
     */
    boolean agreesWith(@Nullable String last, @Nullable String first) {
        return lastAgreesWith(last) && sameLetters(this.first, text(first), 1);
    }

    /** Whether the first four letters of the last names are equal. */
    boolean lastAgreesWith(@Nullable String last) {
        return !this.last.isEmpty() && sameLetters(this.last, text(last), 4);
    }

    /** Whether the whole last name and the first letter of the first name are equal, letters only (rule 3). */
    boolean isNamed(String last, String first) {
        return sameLetters(this.last, last, Integer.MAX_VALUE) && sameLetters(this.first, first, 1);
    }

    /** A number that is equal for names for which {@link #isNamed} is true. */
    static int hash(String last, String first) {
        int hash = 0;
        for (int at = nextLetter(last, 0); at < last.length(); at = nextLetter(last, at + 1)) {
            hash = 31 * hash + upper(last.charAt(at));
        }
        int at = nextLetter(first, 0);
        return 31 * hash + (at < first.length() ? upper(first.charAt(at)) : 0);
    }

    static boolean hasLetters(@Nullable String text) {
        return text != null && nextLetter(text, 0) < text.length();
    }

    private static boolean sameLetters(String one, String other, int most) {
        int a = nextLetter(one, 0);
        int b = nextLetter(other, 0);
        for (int compared = 0; compared < most; compared++) {
            boolean oneEnds = a == one.length();
            boolean otherEnds = b == other.length();
            if (oneEnds || otherEnds) {
                return oneEnds && otherEnds;
            }
            if (upper(one.charAt(a)) != upper(other.charAt(b))) {
                return false;
            }
            a = nextLetter(one, a + 1);
            b = nextLetter(other, b + 1);
        }
        return true;
    }

    private static int nextLetter(String text, int from) {
        int at = from;
        while (at < text.length() && !isLetter(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isLetter(char character) {
        return upper(character) >= 'A' && upper(character) <= 'Z';
    }

    private static char upper(char character) {
        return character >= 'a' && character <= 'z' ? (char) (character - 32) : character;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
