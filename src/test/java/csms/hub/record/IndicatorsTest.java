package csms.hub.record;

import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.layout.RecordLayout;
import csms.hub.testing.Rows;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields about which others of the record decide (federal/README, Address and Date of the locate block). */
class IndicatorsTest {

    private static final Reading READING = new Reading(false, false, LocalDate.of(2026, 3, 3));

    private static final RecordLayout DATED = Rows.record(
            9,
            List.of(
                    "positions: 1-1, name: ind, type: text, presence: optional",
                    "positions: 2-9, name: it, type: date, presence: optional, precisionBy: ind"),
            List.of());

    private static final RecordLayout ADDRESSED = Rows.record(
            21,
            List.of(
                    "positions: 1-1, name: ind, type: words, codes: format, presence: optional, bad: drop",
                    "positions: 2-11, name: street, type: text, presence: optional, only: { ind: [ C, '' ] }",
                    "positions: 12-21, name: city, type: text, presence: required, only: { ind: [ C, '' ] }",
                    "join: [ street, city ], name: free, type: lines, presence: optional, only: { ind: F }"),
            List.of("format: { C: split, F: free }"));

    /** The value of a field of a record, which is filled up with blanks. */
    private static Object read(RecordLayout layout, String field, String record) {
        byte[] bytes = String.format("%-" + layout.length() + "s", record).getBytes(StandardCharsets.ISO_8859_1);
        return new FieldReader(layout.field(field).orElseThrow()).read(new RecordView().at(bytes, 0), READING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "020261015     | ",
                "120261099     | 2026-10-01",
                "1202610ZZ     | 2026-10-01",
                "120261301     | ",
                "1000000       | ",
                "220260100     | 2026-01-01",
                "2202602ZZ     | 2026-04-01",
                "220260300     | 2026-07-01",
                "220260400     | 2026-10-01",
                "220260500     | ",
                "220260000     | ",
                "22026         | ",
                "32026JUNK     | 2026-01-01",
                "30000JUNK     | ",
                "3JUNK0101     | ",
                "' 20261015'   | 2026-10-15",
                "Z20261015     | 2026-10-15",
                "' 20260230'   | ",
                "'         '   | ",
                "' 00010101'   | ",
                "399991231     | ",
            })
    void readsAsMuchOfADateAsItsIndicatorSays(String record, String expected) {
        assertThat(read(DATED, "it", record)).isEqualTo(expected);
    }

    @Test
    void readsAFieldOnlyUnderTheCodesOfItsRow() {
        assertThat(read(ADDRESSED, "street", "C1 A STREETALBANY")).isEqualTo("1 A STREET");
        assertThat(read(ADDRESSED, "street", " 1 A STREETALBANY")).isEqualTo("1 A STREET");
        assertThat(read(ADDRESSED, "street", "F1 A STREETALBANY")).isNull();
        assertThat(read(ADDRESSED, "city", "Z1 A STREET")).isNull();
        assertThat(read(ADDRESSED, "city", "C1 A STREET")).isEqualTo(Misreading.BLANK);
        assertThat(read(ADDRESSED, "ind", "Z1 A STREETALBANY")).isEqualTo(Misreading.NOT_IN_LIST);
    }

    @Test
    void splitsLinesWhereTheyEnd() {
        assertThat(read(ADDRESSED, "free", "FPIER 4\\ \\ALBANY\\")).isEqualTo(List.of("PIER 4", "ALBANY"));
        assertThat(read(ADDRESSED, "free", "FONE LINE ALONE")).isEqualTo(List.of("ONE LINE ALONE"));
        assertThat(read(ADDRESSED, "free", "F\\\\")).isNull();
        assertThat(read(ADDRESSED, "free", "CPIER 4\\ALBANY")).isNull();
    }
}
