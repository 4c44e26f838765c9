package csms.hub.acknowledgment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskedValueTest {

    @Test
    void showsTheLastFourOfAnSsnOrAnAccount() {
        assertThat(MaskedValue.LAST_FOUR.of("900126789")).isEqualTo("*****6789");
        assertThat(MaskedValue.LAST_FOUR.of("12-3456789     ")).isEqualTo("******6789");
        assertThat(MaskedValue.LAST_FOUR.of("6789")).isEqualTo("6789");
        assertThat(MaskedValue.LAST_FOUR.of("         ")).isEmpty();
    }

    @Test
    void showsTheLastFourOfAValueLongerThanTheFieldToo() {
        assertThat(MaskedValue.LAST_FOUR.of("9".repeat(50) + "6789")).isEqualTo("*".repeat(36) + "6789");
    }

    @Test
    void showsNothingOfNamesAddressesAndBirthDates() {
        assertThat(MaskedValue.HIDDEN.of("SMITH")).isEmpty();
    }

    @Test
    void showsOtherValuesAsTheyAreUpToForty() {
        assertThat(MaskedValue.PLAIN.of(" Q7 ")).isEqualTo(" Q7");
        assertThat(MaskedValue.PLAIN.of("A".repeat(41))).isEqualTo("A".repeat(40));
        assertThat(MaskedValue.PLAIN.of("A\u00e9\t")).isEqualTo("A??");
    }
}
