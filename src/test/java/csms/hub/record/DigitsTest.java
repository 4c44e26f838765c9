package csms.hub.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0000{",
        "1, 0000A",
        "9, 0000I",
        "10, 0001{",
        "12345, 1234E",
        "-1, 0000J",
        "-9, 0000R",
        "-10, 0001}",
        "-12345, 1234N",
        "-99999, 9999R"
    })
    void overpunchesTheSignInTheLastByte(long number, String expected) {
        byte[] bytes = new byte[5];
        Digits.writeZoned(number, bytes, 0, 5);
        assertThat(bytes).asString(StandardCharsets.US_ASCII).isEqualTo(expected);
    }

    @Test
    void writesZerosBeforeANumber() {
        byte[] bytes = "XXXXXXX".getBytes(StandardCharsets.US_ASCII);
        Digits.writeUnsigned(42, bytes, 1, 5);
        assertThat(bytes).asString().isEqualTo("X00042X");
    }

    @Test
    void refusesANumberThatDoesNotFit() {
        byte[] bytes = new byte[3];
        assertThatThrownBy(() -> Digits.writeUnsigned(1000, bytes, 0, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Digits.writeUnsigned(-1, bytes, 0, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Digits.writeZoned(-1000, bytes, 0, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
