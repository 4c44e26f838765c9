package csms.hub.record;

import org.jspecify.annotations.Nullable;

/** What can be a Social Security number (interfaces/updates, Conversions: ssn). */
public final class Ssn {

    private static final int FIRST_TEST_AREA = 900;

    private Ssn() {}

    /**
     * Why a number is no Social Security number, or null when it is one.
     *
     * @param number its digits as a number; {@link Digits#NONE} when some are none
     * @param length how many digits it had
     * @param production whether the 900 area is refused
     */
    static @Nullable Misreading misreading(long number, int length, boolean production) {
        if (number == Digits.NONE || length != 9) {
            return Misreading.NOT_AN_SSN;
        }
        long area = number / 1_000_000;
        long group = number / 10_000 % 100;
        long serial = number % 10_000;
        if (area == 0 || area == 666 || group == 0 || serial == 0) {
            return Misreading.NOT_AN_SSN;
        }
        return production && area >= FIRST_TEST_AREA ? Misreading.TEST_SSN : null;
    }
}
