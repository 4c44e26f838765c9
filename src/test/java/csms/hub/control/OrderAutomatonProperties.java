package csms.hub.control;

import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.layout.RecordOrder;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The order of records means what the same regular expression means. */
class OrderAutomatonProperties {

    private static final List<String> KINDS = List.of("a", "b", "c", "d");

    @Property(tries = 3000)
    void takesWhatTheRegularExpressionTakes(@ForAll("orders") RecordOrder order, @ForAll("files") String file) {
        OrderAutomaton automaton = new OrderAutomaton(order, KINDS);
        boolean inOrder = true;
        for (char kind : file.toCharArray()) {
            inOrder &= automaton.accept(KINDS.indexOf(String.valueOf(kind)));
        }
        assertThat(inOrder && automaton.complete())
                .isEqualTo(regex(order).matcher(file).matches());
    }

    @Property(tries = 3000)
    void refusesARecordJustWhereNoFileCouldGoOn(@ForAll("orders") RecordOrder order, @ForAll("files") String file) {
        OrderAutomaton automaton = new OrderAutomaton(order, KINDS);
        var matcher = regex(order).matcher("");
        for (int at = 0; at < file.length(); at++) {
            boolean accepted = automaton.accept(KINDS.indexOf(file.substring(at, at + 1)));
            matcher.reset(file.substring(0, at + 1));
            boolean couldGoOn = matcher.matches() || matcher.hitEnd();
            assertThat(accepted).isEqualTo(couldGoOn);
            if (!accepted) {
                return;
            }
        }
    }

    @Property(tries = 1000)
    void isReadAsItIsWritten(@ForAll("orders") RecordOrder order, @ForAll("files") String file) {
        RecordOrder read = RecordOrder.parse(written(order));
        assertThat(regex(read).matcher(file).matches())
                .isEqualTo(regex(order).matcher(file).matches());
    }

    @Example
    void passesOverARecordThatMayNotStandThere() {
        OrderAutomaton automaton = new OrderAutomaton(RecordOrder.parse("a, b..., c"), KINDS);
        assertThat(automaton.accept(0)).isTrue();
        assertThat(automaton.accept(3)).isFalse();
        assertThat(automaton.accept(1)).isTrue();
        assertThat(automaton.complete()).isFalse();
        assertThat(automaton.accept(2)).isTrue();
        assertThat(automaton.complete()).isTrue();
    }

    @Provide
    Arbitrary<RecordOrder> orders() {
        return orders(3);
    }

    private static Arbitrary<RecordOrder> orders(int depth) {
        Arbitrary<RecordOrder> kind = Arbitraries.of(KINDS).map(RecordOrder.Kind::new);
        if (depth == 0) {
            return kind;
        }
        Arbitrary<RecordOrder> part = Arbitraries.lazy(() -> orders(depth - 1));
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(2, kind),
                net.jqwik.api.Tuple.of(3, part.list().ofMinSize(1).ofMaxSize(3).map(RecordOrder.Sequence::new)),
                net.jqwik.api.Tuple.of(2, part.list().ofMinSize(1).ofMaxSize(3).map(RecordOrder.Choice::new)),
                net.jqwik.api.Tuple.of(3, part.map(RecordOrder.Repeated::new)));
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.strings().withChars('a', 'b', 'c', 'd').ofMaxLength(8);
    }

    private static Pattern regex(RecordOrder order) {
        return Pattern.compile(pattern(order));
    }

    private static String pattern(RecordOrder order) {
        if (order instanceof RecordOrder.Kind kind) {
            return kind.name();
        }
        if (order instanceof RecordOrder.Repeated repeated) {
            return "(?:" + pattern(repeated.part()) + ")*";
        }
        if (order instanceof RecordOrder.Choice choice) {
            return "(?:"
                    + String.join(
                            "|",
                            choice.parts().stream().map(part -> pattern(part)).toList()) + ")";
        }
        return "(?:"
                + String.join(
                        "",
                        ((RecordOrder.Sequence) order)
                                .parts().stream().map(part -> pattern(part)).toList()) + ")";
    }

    private static String written(RecordOrder order) {
        if (order instanceof RecordOrder.Kind kind) {
            return kind.name();
        }
        if (order instanceof RecordOrder.Repeated repeated) {
            return "(" + written(repeated.part()) + ")...";
        }
        if (order instanceof RecordOrder.Choice choice) {
            return "("
                    + String.join(
                            " | ",
                            choice.parts().stream().map(part -> written(part)).toList()) + ")";
        }
        return "("
                + String.join(
                        ", ",
                        ((RecordOrder.Sequence) order)
                                .parts().stream().map(part -> written(part)).toList()) + ")";
    }
}
