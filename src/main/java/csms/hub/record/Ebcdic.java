package csms.hub.record;

import csms.hub.layout.Encoding;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * IBM037 to US-ASCII and back, byte by byte. None of the layouts is packed or binary, so whole records convert safely,
 * overpunched bytes included (federal/README, Shared traps 13). A byte with no printable US-ASCII character becomes 0.
 */
public final class Ebcdic {

    private static final Charset IBM037 = Charset.forName("IBM037");
    private static final byte[] TO_ASCII = new byte[256];
    private static final byte[] FROM_ASCII = new byte[128];

    static {
        for (int i = 0; i < 256; i++) {
            char c = new String(new byte[] {(byte) i}, IBM037).charAt(0);
            if (c >= ' ' && c <= '~') {
                TO_ASCII[i] = (byte) c;
                FROM_ASCII[c] = (byte) i;
            }
        }
    }

    private Ebcdic() {}

    /** Converts in place. */
    public static void toAscii(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            bytes[i] = TO_ASCII[bytes[i] & 0xFF];
        }
    }

    /** The US-ASCII character of one byte, 0 if it has none. */
    public static byte toAscii(byte ebcdic) {
        return TO_ASCII[ebcdic & 0xFF];
    }

    /** Converts printable US-ASCII in place. */
    public static void fromAscii(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            bytes[i] = FROM_ASCII[bytes[i] & 0x7F];
        }
    }

    /** The bytes of a text in an encoding; the text is US-ASCII. */
    public static byte[] bytes(String text, Encoding encoding) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        if (encoding == Encoding.IBM037) {
            fromAscii(bytes, 0, bytes.length);
        }
        return bytes;
    }
}
