package csms.hub.record;

import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.layout.Encoding;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What is written and read again is itself. */
class RecordProperties {

    private static final DateTimeFormatter STRICT =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    @Property
    void aNumberWrittenIsRead(@ForAll @LongRange(min = 0, max = 999_999_999_999_999_999L) long number) {
        byte[] bytes = new byte[18];
        Digits.writeUnsigned(number, bytes, 0, 18);
        assertThat(Digits.unsigned(bytes, 0, 18)).isEqualTo(number);
    }

    @Property
    void aZonedNumberWrittenIsRead(
            @ForAll @LongRange(min = -999_999_999_999_999_999L, max = 999_999_999_999_999_999L) long number) {
        byte[] bytes = new byte[18];
        Digits.writeZoned(number, bytes, 0, 18);
        assertThat(Digits.zoned(bytes, 0, 18)).isEqualTo(number);
        if (number < 0) {
            assertThat(Digits.unsigned(bytes, 0, 18)).isEqualTo(Digits.NONE);
        }
    }

    @Property
    void anAmountIsPrintedAsItsDecimal(
            @ForAll @LongRange(min = -999_999_999_999_999L, max = 999_999_999_999_999L) long cents) {
        assertThat(Money.text(cents, 2)).isEqualTo(BigDecimal.valueOf(cents, 2).toPlainString());
        assertThat(Money.text(cents, 0)).isEqualTo(cents == 0 ? "0.00" : cents + ".00");
    }

    @Property
    void eightDigitsAreADateJustWhenTheCalendarHasIt(@ForAll @IntRange(min = 1, max = 99_999_999) int digits) {
        byte[] bytes = new byte[8];
        Digits.writeUnsigned(digits, bytes, 0, 8);
        assertThat(Dates.ccyymmdd(bytes, 0)).isEqualTo(isDate(digits) ? digits : Dates.NONE);
    }

    @Property
    void aDayOfTheCalendarIsReadInEveryForm(@ForAll("days") LocalDate day) {
        int date = Dates.of(day);
        assertThat(Dates.local(date)).isEqualTo(day);
        assertThat(Dates.iso(date)).isEqualTo(day.toString());
        assertThat(Dates.ccyymmdd(ascii(day.format(STRICT)), 0)).isEqualTo(date);
        assertThat(Dates.mmddccyy(ascii(day.format(DateTimeFormatter.ofPattern("MMdduuuu"))), 0))
                .isEqualTo(date);
        if (day.getYear() >= 1970 && day.getYear() <= 2069) {
            assertThat(Dates.mmddyy(ascii(day.format(DateTimeFormatter.ofPattern("MMdduu"))), 0))
                    .isEqualTo(date);
        }
    }

    @Property
    void ebcdicThereAndBackIsTheSame(@ForAll("printable") String text) {
        byte[] bytes = Ebcdic.bytes(text, Encoding.IBM037);
        assertThat(new String(bytes, java.nio.charset.Charset.forName("IBM037")))
                .isEqualTo(text);
        Ebcdic.toAscii(bytes, 0, bytes.length);
        assertThat(new String(bytes, StandardCharsets.US_ASCII)).isEqualTo(text);
    }

    @Property
    void asciiThereAndBackTouchesNothingElse(@ForAll @Size(20) byte[] bytes) {
        byte[] some = bytes.clone();
        for (int i = 5; i < 15; i++) {
            some[i] = (byte) (' ' + (some[i] & 0xFF) % 95);
        }
        byte[] there = some.clone();
        Ebcdic.fromAscii(there, 5, 10);
        assertThat(Arrays.copyOf(there, 5)).isEqualTo(Arrays.copyOf(some, 5));
        assertThat(Arrays.copyOfRange(there, 15, 20)).isEqualTo(Arrays.copyOfRange(some, 15, 20));
        Ebcdic.toAscii(there, 5, 10);
        assertThat(there).isEqualTo(some);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1, 1, 1).toEpochDay(),
                        LocalDate.of(9999, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<String> printable() {
        return Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(100);
    }

    private static boolean isDate(int digits) {
        int year = digits / 10_000;
        int month = digits / 100 % 100;
        int day = digits % 100;
        return year >= 1
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= java.time.YearMonth.of(year, month).lengthOfMonth();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
