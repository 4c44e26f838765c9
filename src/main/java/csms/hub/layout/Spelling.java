package csms.hub.layout;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant. */
public final class Spelling {

    private Spelling() {}

    /** {@code  (did you mean x?)}, or nothing when no word is near. */
    public static String hint(String given, Collection<String> known) {
        return nearest(given, known)
                .map(word -> " (did you mean " + word + "?)")
                .orElse("");
    }

    private static Optional<String> nearest(String given, Collection<String> known) {
        String wanted = given.toLowerCase(Locale.ROOT);
        int far = Math.max(1, Math.min(given.length() / 2, Math.max(2, given.length() / 3)));
        return known.stream()
                .min(Comparator.comparingInt(word -> distance(wanted, word.toLowerCase(Locale.ROOT))))
                .filter(word -> distance(wanted, word.toLowerCase(Locale.ROOT)) <= far);
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
