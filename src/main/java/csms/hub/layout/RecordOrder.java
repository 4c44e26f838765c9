package csms.hub.layout;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The order of record kinds in a file, as mappings write it: {@code [ header, (a | b)..., trailer ]}. A regular
 * expression over kinds: {@code ...} is any number of times, none included; {@code ( )} groups; {@code |} chooses; a
 * comma is "then".
 */
public sealed interface RecordOrder {

    /** The kinds that it names, in the order of their first mention. */
    Set<String> kinds();

    /** One record of a kind. */
    record Kind(String name) implements RecordOrder {
        @Override
        public Set<String> kinds() {
            return Set.of(name);
        }
    }

    /** One after the other. */
    record Sequence(List<RecordOrder> parts) implements RecordOrder {
        @Override
        public Set<String> kinds() {
            return kindsOf(parts);
        }
    }

    /** One of several. */
    record Choice(List<RecordOrder> parts) implements RecordOrder {
        @Override
        public Set<String> kinds() {
            return kindsOf(parts);
        }
    }

    /** Any number of times, none included. */
    record Repeated(RecordOrder part) implements RecordOrder {
        @Override
        public Set<String> kinds() {
            return part.kinds();
        }
    }

    private static Set<String> kindsOf(List<RecordOrder> parts) {
        Set<String> kinds = new LinkedHashSet<>();
        parts.forEach(part -> kinds.addAll(part.kinds()));
        return kinds;
    }

    /**
     * Reads an order.
     *
     * @throws IllegalArgumentException when it is malformed; the message says where
     */
    static RecordOrder parse(String text) {
        return new Parser(text).parse();
    }

    /** Recursive descent over the text. */
    final class Parser {
        private final String text;
        private int at;

        private Parser(String text) {
            this.text = text;
        }

        private RecordOrder parse() {
            RecordOrder order = choice();
            skipBlanks();
            if (at < text.length()) {
                throw new IllegalArgumentException("unexpected '" + text.charAt(at) + "' in the order at " + (at + 1));
            }
            return order;
        }

        private RecordOrder choice() {
            List<RecordOrder> parts = new ArrayList<>();
            parts.add(sequence());
            while (take('|')) {
                parts.add(sequence());
            }
            return parts.size() == 1 ? parts.get(0) : new Choice(List.copyOf(parts));
        }

        private RecordOrder sequence() {
            List<RecordOrder> parts = new ArrayList<>();
            parts.add(repeated());
            skipBlanks();
            while (take(',') || (at < text.length() && (startsName() || text.charAt(at) == '('))) {
                parts.add(repeated());
                skipBlanks();
            }
            return parts.size() == 1 ? parts.get(0) : new Sequence(List.copyOf(parts));
        }

        private RecordOrder repeated() {
            RecordOrder part = single();
            skipBlanks();
            if (text.startsWith("...", at)) {
                at += 3;
                return new Repeated(part);
            }
            return part;
        }

        private RecordOrder single() {
            if (take('(')) {
                RecordOrder order = choice();
                if (!take(')')) {
                    throw new IllegalArgumentException("a ')' is missing in the order at " + (at + 1));
                }
                return order;
            }
            skipBlanks();
            int from = at;
            while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
                at++;
            }
            if (at == from) {
                throw new IllegalArgumentException("a record kind is missing in the order at " + (at + 1));
            }
            return new Kind(text.substring(from, at));
        }

        private boolean startsName() {
            return Character.isLetter(text.charAt(at));
        }

        private boolean take(char wanted) {
            skipBlanks();
            if (at < text.length() && text.charAt(at) == wanted) {
                at++;
                return true;
            }
            return false;
        }

        private void skipBlanks() {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }
    }
}
