package csms.hub.record;

/** Amounts of money as updates print them: a string with two decimals. */
public final class Money {

    private Money() {}

    /**
     * The amount as text: {@code 123450} with two decimals is {@code 1234.50}, {@code 1234} with none is {@code 1234.00}.
     *
     * @param decimals how many of the digits are decimals, 0 or 2
     */
    public static String text(long number, int decimals) {
        long whole = decimals == 0 ? Math.abs(number) : Math.abs(number) / 100;
        long cents = decimals == 0 ? 0 : Math.abs(number) % 100;
        return (number < 0 ? "-" : "") + whole + (cents < 10 ? ".0" : ".") + cents;
    }
}
