package csms.hub.record;

import java.time.LocalDate;
import java.util.List;

/**
 * Strict dates in US-ASCII digits, as an int CCYYMMDD. What is no date of the calendar is {@link #NONE}; 30 February is
 * none. Null dates are {@link #ABSENT}.
 */
public final class Dates {

    /** A null date: there is no date. */
    public static final int ABSENT = 0;

    /** The bytes are no date. */
    public static final int NONE = -1;

    /** The last day of each quarter, behind the year. */
    static final List<String> QUARTER_ENDS = List.of("-03-31", "-06-30", "-09-30", "-12-31");

    private static final int[] FEDERAL_NULLS = {1_01_01, 9999_12_31, 2099_12_31};

    private Dates() {}

    /** Whether federal files write this date for none (federal/README, Shared traps). */
    static boolean isFederalNull(int date) {
        for (int none : FEDERAL_NULLS) {
            if (date == none) {
                return true;
            }
        }
        return false;
    }

    /** CCYYMMDD. */
    public static int ccyymmdd(byte[] bytes, int from) {
        return day(Digits.unsigned(bytes, from, 8));
    }

    /** CCYYMMDD, day 00 read as 01. */
    public static int dayOrFirst(byte[] bytes, int from) {
        long digits = Digits.unsigned(bytes, from, 8);
        return day(digits > 0 && digits % 100 == 0 ? digits + 1 : digits);
    }

    /** MMDDCCYY. */
    public static int mmddccyy(byte[] bytes, int from) {
        long digits = Digits.unsigned(bytes, from, 8);
        return digits < 0 ? NONE : day(digits % 10_000 * 10_000 + digits / 10_000);
    }

    /** MMDDYY; 70 to 99 is 19YY, 00 to 69 is 20YY. */
    public static int mmddyy(byte[] bytes, int from) {
        long digits = Digits.unsigned(bytes, from, 6);
        if (digits < 0) {
            return NONE;
        }
        long year = digits % 100;
        return day((year >= 70 ? 1900 + year : 2000 + year) * 10_000 + digits / 100);
    }

    /** CCYYMM as CCYYMM00; the month is 01 to 12. */
    public static int ccyymm(byte[] bytes, int from) {
        long digits = Digits.unsigned(bytes, from, 6);
        return digits < 0 || digits % 100 < 1 || digits % 100 > 12 || digits < 100 ? NONE : (int) digits * 100;
    }

    /** CCYYMMDD, CCYYMM00 or CCYY0000; a missing part stays 00. */
    public static int partial(byte[] bytes, int from) {
        long digits = Digits.unsigned(bytes, from, 8);
        if (digits < 10_000) {
            return NONE;
        }
        if (digits % 10_000 == 0) {
            return (int) digits;
        }
        if (digits % 100 == 0) {
            long month = digits / 100 % 100;
            return month >= 1 && month <= 12 ? (int) digits : NONE;
        }
        return day(digits);
    }

    /** The last day of CCYY. */
    public static int yearEnd(byte[] bytes, int from) {
        long year = Digits.unsigned(bytes, from, 4);
        return year < 1 ? NONE : (int) year * 10_000 + 12_31;
    }

    /**
     * The first day of what is stated of CCYYMMDD (federal/README, Date of the locate block); bytes that are not stated are
     * never looked at.
     *
     * @param precision 0 for nothing, 1 for CCYYMM, 2 for CCYY and a quarter where the month stands, 3 for CCYY; anything
     *     else for the whole date
     */
    public static int stated(byte[] bytes, int from, String precision) {
        return switch (precision) {
            case "0" -> ABSENT;
            case "1" -> firstOf(Digits.unsigned(bytes, from, 6));
            case "2" -> quarter(Digits.unsigned(bytes, from, 4), Digits.unsigned(bytes, from + 4, 2));
            case "3" -> quarter(Digits.unsigned(bytes, from, 4), 1);
            default -> ccyymmdd(bytes, from);
        };
    }

    private static int quarter(long year, long quarter) {
        return year < 0 || quarter < 1 || quarter > 4 ? NONE : firstOf(year * 100 + 3 * quarter - 2);
    }

    private static int firstOf(long month) {
        return month < 0 ? NONE : day(month * 100 + 1);
    }

    /** As LocalDate.
     *
     * @param date a whole date, CCYYMMDD */
    public static LocalDate local(int date) {
        return LocalDate.of(date / 10_000, date / 100 % 100, date % 100);
    }

    /** As CCYYMMDD. */
    public static int of(LocalDate date) {
        return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }

    /** {@code YYYY-MM-DD}, {@code YYYY-MM} or {@code YYYY}, as much as is there. */
    public static String iso(int date) {
        int day = date % 100;
        int month = date / 100 % 100;
        byte[] text = new byte[day > 0 ? 10 : month > 0 ? 7 : 4];
        Digits.writeUnsigned(date / 10_000, text, 0, 4);
        if (month > 0) {
            text[4] = '-';
            Digits.writeUnsigned(month, text, 5, 2);
        }
        if (day > 0) {
            text[7] = '-';
            Digits.writeUnsigned(day, text, 8, 2);
        }
        return Digits.text(text, 0, text.length);
    }

    private static int day(long digits) {
        if (digits < 0) {
            return NONE;
        }
        int year = (int) (digits / 10_000);
        int month = (int) (digits / 100 % 100);
        int day = (int) (digits % 100);
        return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= lengthOfMonth(year, month)
                ? (int) digits
                : NONE;
    }

    private static int lengthOfMonth(int year, int month) {
        return switch (month) {
            case 4, 6, 9, 11 -> 30;
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            default -> 31;
        };
    }
}
