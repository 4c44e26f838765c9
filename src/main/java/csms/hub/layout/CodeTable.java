package csms.hub.layout;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words that stand for an agency's codes.
 *
 * @param name in the mapping's {@code codes}
 * @param codes a whole code, trimmed, to its word
 * @param firstLetters the first letter of a code that is not listed whole, to its word
 * @param blank the word of a blank field; null when blank is absent
 * @param otherwise the word of every other code; {@link #AS_GIVEN} for the trimmed code itself; null when it is refused
 */
public record CodeTable(
        String name,
        Map<String, String> codes,
        Map<Character, String> firstLetters,
        @Nullable String blank,
        @Nullable String otherwise) {

    /** Stands for the trimmed code itself. */
    public static final String AS_GIVEN = "as-given";

    /** Every word that it gives; that of a code as given is not among them, nor the empty one of a code that is absent. */
    public List<String> words() {
        return Stream.of(codes.values().stream(), firstLetters.values().stream(), Stream.of(blank, otherwise))
                .flatMap(words -> words)
                .filter(word -> word != null && !word.isEmpty() && !word.equals(AS_GIVEN))
                .distinct()
                .toList();
    }

    /** The word of a trimmed code, or null when the table refuses it. An empty code has the word of a blank. */
    public @Nullable String word(String code) {
        if (code.isEmpty()) {
            return blank;
        }
        String word = codes.get(code);
        if (word == null) {
            word = firstLetters.get(code.charAt(0));
        }
        if (word == null) {
            word = otherwise;
        }
        return AS_GIVEN.equals(word) ? code : word;
    }
}
