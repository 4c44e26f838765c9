package csms.hub.record;

import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.layout.Encoding;
import org.junit.jupiter.api.Test;

class EbcdicTest {

    @Test
    void keepsTheOverpunchedSigns() {
        byte[] plus = {(byte) 0xC0, (byte) 0xC1, (byte) 0xC9};
        byte[] minus = {(byte) 0xD0, (byte) 0xD1, (byte) 0xD9};
        Ebcdic.toAscii(plus, 0, 3);
        Ebcdic.toAscii(minus, 0, 3);
        assertThat(plus).asString().isEqualTo("{AI");
        assertThat(minus).asString().isEqualTo("}JR");
    }

    @Test
    void tellsAHeaderByItsFirstTwoBytes() {
        assertThat(Ebcdic.bytes("FL", Encoding.IBM037)).containsExactly(0xC6, 0xD3);
        assertThat(Ebcdic.bytes("FL", Encoding.US_ASCII)).containsExactly('F', 'L');
    }

    @Test
    void makesNothingOfBytesThatPrintNothing() {
        for (int control : new int[] {0x00, 0x15, 0x25, 0x0D, 0x3F, 0xFF, 0x41}) {
            assertThat(Ebcdic.toAscii((byte) control)).isZero();
        }
    }
}
