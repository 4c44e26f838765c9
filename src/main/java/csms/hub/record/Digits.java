package csms.hub.record;

import java.nio.charset.StandardCharsets;

/** Strict reading and writing of digits, signed or not, in US-ASCII bytes: digits only, before any scaling. */
public final class Digits {

    /** What a reading of bytes that are no number gives. */
    public static final long NONE = Long.MIN_VALUE;

    private static final String PLUS = "{ABCDEFGHI";
    private static final String MINUS = "}JKLMNOPQR";

    private Digits() {}

    /** Whether every byte is a blank. */
    public static boolean blank(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (bytes[i] != ' ') {
                return false;
            }
        }
        return true;
    }

    /** Whether every byte is a digit. */
    public static boolean all(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return length > 0;
    }

    /** The number of at most 18 digits, or {@link #NONE} when one is no digit. */
    public static long unsigned(byte[] bytes, int from, int length) {
        long number = 0;
        for (int i = from; i < from + length; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /**
     * A zoned number: its last byte carries the sign (federal/README, Signed overpunch); a plain digit there is plus.
     * {@link #NONE} when it is none.
     */
    public static long zoned(byte[] bytes, int from, int length) {
        long head = unsigned(bytes, from, length - 1);
        if (head == NONE) {
            return NONE;
        }
        char last = (char) (bytes[from + length - 1] & 0xFF);
        if (last >= '0' && last <= '9') {
            return head * 10 + (last - '0');
        }
        int plus = PLUS.indexOf(last);
        if (plus >= 0) {
            return head * 10 + plus;
        }
        int minus = MINUS.indexOf(last);
        return minus < 0 ? NONE : -(head * 10 + minus);
    }

    /**
     * Writes a number right, zero-filled.
     *
     * @throws IllegalArgumentException when it is negative or has more digits than the field
     */
    public static void writeUnsigned(long number, byte[] bytes, int from, int length) {
        if (number < 0) {
            throw new IllegalArgumentException("a negative number does not fit an unsigned field");
        }
        long rest = number;
        for (int i = from + length - 1; i >= from; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        if (rest != 0) {
            throw new IllegalArgumentException("the number has more than " + length + " digits");
        }
    }

    /**
     * Writes a number right, zero-filled, its sign overpunched in the last byte: {@code {} to I for plus, {@code }} to R
     * for minus.
     *
     * @throws IllegalArgumentException when it has more digits than the field
     */
    public static void writeZoned(long number, byte[] bytes, int from, int length) {
        writeUnsigned(Math.abs(number), bytes, from, length);
        int last = bytes[from + length - 1] - '0';
        bytes[from + length - 1] = (byte) (number < 0 ? MINUS : PLUS).charAt(last);
    }

    /** Text of bytes as they stand. */
    static String text(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }
}
