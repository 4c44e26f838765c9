package csms.hub.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import csms.hub.layout.RecordOrder.Choice;
import csms.hub.layout.RecordOrder.Kind;
import csms.hub.layout.RecordOrder.Repeated;
import csms.hub.layout.RecordOrder.Sequence;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordOrderTest {

    @Test
    void readsSequencesChoicesAndRepetitions() {
        assertThat(RecordOrder.parse("header, (a | b)..., trailer"))
                .isEqualTo(new Sequence(List.of(
                        new Kind("header"),
                        new Repeated(new Choice(List.of(new Kind("a"), new Kind("b")))),
                        new Kind("trailer"))));
        assertThat(RecordOrder.parse("fileHeader, (batchHeader, ack..., batchTrailer)..., fileTrailer"))
                .isEqualTo(new Sequence(List.of(
                        new Kind("fileHeader"),
                        new Repeated(new Sequence(List.of(
                                new Kind("batchHeader"), new Repeated(new Kind("ack")), new Kind("batchTrailer")))),
                        new Kind("fileTrailer"))));
        assertThat(RecordOrder.parse("(a, b)...")).isEqualTo(RecordOrder.parse("(a b)..."));
        assertThat(RecordOrder.parse("a")).isEqualTo(new Kind("a"));
    }

    @Test
    void namesItsKindsInTheOrderOfTheirMention() {
        assertThat(RecordOrder.parse("h, (c | a, b)..., c, t").kinds()).containsExactly("h", "c", "a", "b", "t");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''        | a record kind is missing in the order at 1",
                "a,        | a record kind is missing in the order at 3",
                "(a        | a ')' is missing in the order at 3",
                "a)        | unexpected ')' in the order at 2",
                "a...b...c.| unexpected '.' in the order at 10",
                "a, , b    | a record kind is missing in the order at 4",
                "a, ?      | a record kind is missing in the order at 4",
            })
    void saysWhereItIsMalformed(String order, String message) {
        assertThatThrownBy(() -> RecordOrder.parse(order))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
