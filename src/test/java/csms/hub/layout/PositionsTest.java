package csms.hub.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionsTest {

    @Test
    void countFromOneAndIncludeBothEnds() {
        assertThat(Positions.parse("96-103")).contains(new Positions(96, 103));
        assertThat(Positions.parse(" 3 - 4 ")).contains(new Positions(3, 4));
        assertThat(Positions.parse("3")).contains(new Positions(3, 3));
        assertThat(new Positions(96, 103).length()).isEqualTo(8);
        assertThat(new Positions(96, 103).offset()).isEqualTo(95);
        assertThat(new Positions(96, 103)).hasToString("96-103");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "0-3", "4-3", "a-b", "1-2-3", "1..3", "-3", "3-", "99999999999-1"})
    void refuseWhatIsNoStretch(String text) {
        assertThat(Positions.parse(text)).isEmpty();
    }
}
