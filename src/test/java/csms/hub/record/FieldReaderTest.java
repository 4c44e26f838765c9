package csms.hub.record;

import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.layout.Positions;
import csms.hub.layout.RecordLayout;
import csms.hub.testing.Rows;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The conversions of interfaces/updates, each with its null forms and its bad forms. A quote holds blanks together. */
class FieldReaderTest {

    private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 3);
    private static final Reading FEDERAL = new Reading(false, false, RECEIVED);
    private static final Reading HOUSE = new Reading(true, false, RECEIVED);
    private static final Reading PRODUCTION = new Reading(false, true, RECEIVED);

    private static final String[] TABLES = {
        "action: { A: add, C: change }",
        "laf: { codes: { C: current-pay, S7: suspended-prisoner }, firstLetter: { S: suspended, C: other }, else: as-given }",
        "death: { codes: { '1': field-office }, blank: ssa, else: ssa }",
        "medicare: { codes: { E: true, Y: true }, else: 'false' }",
        "country: { codes: { US: '' }, else: as-given }",
        "paying: { codes: { '000000': '' }, else: current-pay }",
        "refused: { codes: { E: entitled }, firstLetter: { X: ineligible } }"
    };

    /** What reading gives: a value, {@code absent}, or the code of the reject and its name. */
    private static String read(Reading reading, String bytes, String row) {
        RecordLayout layout = Rows.field(bytes.length(), row, TABLES);
        return shown(reader(layout, "it").read(view(bytes), reading));
    }

    private static String shown(Object value) {
        if (value instanceof Misreading misreading) {
            return misreading.code() + " " + misreading;
        }
        return value == null ? "absent" : value.toString();
    }

    private static FieldReader reader(RecordLayout layout, String field) {
        return new FieldReader(layout.field(field).orElseThrow());
    }

    private static RecordView view(String bytes) {
        return new RecordView().at(bytes.getBytes(StandardCharsets.ISO_8859_1), 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text   | '  A  b '  | 'A  b'",
                "text   | '     '    | absent",
                "number | '00042'    | 42",
                "number | '00000'    | 0",
                "number | '     '    | R0102 NOT_DIGITS",
                "number | '   42'    | R0102 NOT_DIGITS",
                "number | '-0042'    | R0102 NOT_DIGITS",
                "number | '0004A'    | R0102 NOT_DIGITS",
                "digits | '00042'    | 00042",
                "digits | '00000'    | absent",
                "digits | '     '    | absent",
                "digits | '42   '    | R0102 NOT_DIGITS",
                "fein   | '001234567'| 001234567",
                "fein   | '000000000'| absent",
                "fein   | '         '| absent",
                "fein   | '00-234567'| R0102 NOT_DIGITS",
                "phone  | '5185550100' | 5185550100",
                "phone  | '0000000000' | absent",
                "phone  | '          ' | absent",
                "phone  | '555-0100  ' | 555-0100",
                "lastFour | '12 34 56 78' | 5678",
                "lastFour | '12         ' | 12",
                "lastFour | '           ' | absent",
            })
    void readsTextsAndNumbers(String type, String bytes, String expected) {
        assertThat(read(FEDERAL, bytes, "type: " + type + ", presence: optional"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "900123456 | 900123456            | R0106 TEST_SSN",
                "999999999 | 999999999            | R0106 TEST_SSN",
                "899123456 | 899123456            | 899123456",
                "001010001 | 001010001            | 001010001",
                "000000000 | absent               | absent",
                "'         ' | absent             | absent",
                "000123456 | R0106 NOT_AN_SSN     | R0106 NOT_AN_SSN",
                "666123456 | R0106 NOT_AN_SSN     | R0106 NOT_AN_SSN",
                "900003456 | R0106 NOT_AN_SSN     | R0106 NOT_AN_SSN",
                "900120000 | R0106 NOT_AN_SSN     | R0106 NOT_AN_SSN",
                "90012345A | R0106 NOT_AN_SSN     | R0106 NOT_AN_SSN",
                "'90012345 ' | R0106 NOT_AN_SSN   | R0106 NOT_AN_SSN",
                "' 90012345' | R0106 NOT_AN_SSN   | R0106 NOT_AN_SSN",
            })
    void readsSsnsInTestAndProduction(String bytes, String inTest, String inProduction) {
        String row = "type: ssn, presence: optional";
        assertThat(read(FEDERAL, bytes, row)).isEqualTo(inTest);
        assertThat(read(PRODUCTION, bytes, row)).isEqualTo(inProduction);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date | 20240229 | 2024-02-29 | 2024-02-29",
                "date | 20000229 | 2000-02-29 | 2000-02-29",
                "date | 19000229 | R0103 NOT_CCYYMMDD | R0103 NOT_CCYYMMDD",
                "date | 20260230 | R0103 NOT_CCYYMMDD | R0103 NOT_CCYYMMDD",
                "date | 20260229 | R0103 NOT_CCYYMMDD | R0103 NOT_CCYYMMDD",
                "date | 20260431 | R0103 NOT_CCYYMMDD | R0103 NOT_CCYYMMDD",
                "date | 20260100 | R0103 NOT_CCYYMMDD | R0103 NOT_CCYYMMDD",
                "date | 20261301 | R0103 NOT_CCYYMMDD | R0103 NOT_CCYYMMDD",
                "date | 20260001 | R0103 NOT_CCYYMMDD | R0103 NOT_CCYYMMDD",
                "date | 2026030A | R0103 NOT_CCYYMMDD | R0103 NOT_CCYYMMDD",
                "date | '2026030 ' | R0103 NOT_CCYYMMDD | R0103 NOT_CCYYMMDD",
                "date | '        ' | absent | R0101 BLANK_NUMBER",
                "date | 00000000 | absent | absent",
                "date | 00010101 | absent | 0001-01-01",
                "date | 99991231 | absent | 9999-12-31",
                "date | 20991231 | absent | 2099-12-31",
                "date | 20991230 | 2099-12-30 | 2099-12-30",
                "date00 | 20260200 | 2026-02-01 | 2026-02-01",
                "date00 | 20260215 | 2026-02-15 | 2026-02-15",
                "date00 | 20261300 | R0103 NOT_CCYYMMDD | R0103 NOT_CCYYMMDD",
                "date00 | 20260000 | R0103 NOT_CCYYMMDD | R0103 NOT_CCYYMMDD",
                "date00 | 20260230 | R0103 NOT_CCYYMMDD | R0103 NOT_CCYYMMDD",
                "date00 | '        ' | absent | R0101 BLANK_NUMBER",
                "date00 | 00000000 | absent | absent",
                "dateParts | 19800000 | 1980 | 1980",
                "dateParts | 19800100 | 1980-01 | 1980-01",
                "dateParts | 19800131 | 1980-01-31 | 1980-01-31",
                "dateParts | 19801300 | R0103 NOT_CCYYMMDD | R0103 NOT_CCYYMMDD",
                "dateParts | 19800001 | R0103 NOT_CCYYMMDD | R0103 NOT_CCYYMMDD",
                "dateParts | 00000131 | R0103 NOT_CCYYMMDD | R0103 NOT_CCYYMMDD",
                "dateParts | 00000000 | absent | absent",
                "month | 202601 | 2026-01 | 2026-01",
                "month | 202612 | 2026-12 | 2026-12",
                "month | 202600 | R0103 NOT_CCYYMM | R0103 NOT_CCYYMM",
                "month | 202613 | R0103 NOT_CCYYMM | R0103 NOT_CCYYMM",
                "month | 2026-1 | R0103 NOT_CCYYMM | R0103 NOT_CCYYMM",
                "month | 000000 | absent | absent",
                "month | '      ' | absent | R0101 BLANK_NUMBER",
                "mdy | 02292024 | 2024-02-29 | 2024-02-29",
                "mdy | 02302024 | R0103 NOT_MMDDCCYY | R0103 NOT_MMDDCCYY",
                "mdy | 20240229 | R0103 NOT_MMDDCCYY | R0103 NOT_MMDDCCYY",
                "mdy | 12319999 | absent | 9999-12-31",
                "mdy | 00000000 | absent | absent",
                "mdy | '        ' | absent | R0101 BLANK_NUMBER",
                "mdy2 | 010170 | 1970-01-01 | 1970-01-01",
                "mdy2 | 123199 | 1999-12-31 | 1999-12-31",
                "mdy2 | 010100 | 2000-01-01 | 2000-01-01",
                "mdy2 | 123169 | 2069-12-31 | 2069-12-31",
                "mdy2 | 022900 | 2000-02-29 | 2000-02-29",
                "mdy2 | 022999 | R0103 NOT_MMDDYY | R0103 NOT_MMDDYY",
                "mdy2 | 000000 | absent | absent",
                "mdy2 | '      ' | absent | R0101 BLANK_NUMBER",
                "yearEnd | 2025 | 2025-12-31 | 2025-12-31",
                "yearEnd | 0000 | absent | absent",
                "yearEnd | '    ' | absent | R0101 BLANK_NUMBER",
                "yearEnd | 20X5 | R0103 NOT_CCYY | R0103 NOT_CCYY",
                "yearEnd | ' 202' | R0103 NOT_CCYY | R0103 NOT_CCYY",
                "yearEnd | 9999 | absent | 9999-12-31",
            })
    void readsDatesOfTheCalendarOnly(String type, String bytes, String federal, String house) {
        String row = "type: " + type + ", presence: optional";
        assertThat(read(FEDERAL, bytes, row)).isEqualTo(federal);
        assertThat(read(HOUSE, bytes, row)).isEqualTo(house);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cents        | 0123450  | 1234.50",
                "cents        | 0000005  | 0.05",
                "cents        | 0000000  | 0.00",
                "cents        | '       '| R0102 NOT_DIGITS",
                "cents        | '  12345'| R0102 NOT_DIGITS",
                "cents        | 001234.5 | R0102 NOT_DIGITS",
                "cents        | 012345A  | R0102 NOT_DIGITS",
                "cents        | 012345-  | R0102 NOT_DIGITS",
                "zonedCents   | 012345{  | 1234.50",
                "zonedCents   | 012345A  | 1234.51",
                "zonedCents   | 012345I  | 1234.59",
                "zonedCents   | 0123450  | 1234.50",
                "zonedCents   | 0123459  | 1234.59",
                "zonedCents   | 012345}  | -1234.50",
                "zonedCents   | 012345J  | -1234.51",
                "zonedCents   | 012345R  | -1234.59",
                "zonedCents   | 000000N  | -0.05",
                "zonedCents   | 000000}  | 0.00",
                "zonedCents   | 000000{  | 0.00",
                "zonedCents   | 012345p  | R0102 NOT_ZONED",
                "zonedCents   | 012345S  | R0102 NOT_ZONED",
                "zonedCents   | 012345-  | R0102 NOT_ZONED",
                "zonedCents   | 01234A5  | R0102 NOT_ZONED",
                "zonedCents   | '       '| R0102 NOT_ZONED",
                "dollars      | 001234   | 1234.00",
                "dollars      | 000000   | 0.00",
                "dollars      | '      ' | R0102 NOT_DIGITS",
                "dollars      | 0012.4   | R0102 NOT_DIGITS",
                "zonedDollars | 00123D   | 1234.00",
                "zonedDollars | 00123M   | -1234.00",
                "zonedDollars | 001234   | 1234.00",
                "zonedDollars | 00123X   | R0102 NOT_ZONED",
            })
    void readsAmountsAsTextWithTwoDecimals(String type, String bytes, String expected) {
        assertThat(read(FEDERAL, bytes, "type: " + type + ", presence: optional"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cents | 000000",
                "dollars | 000000",
                "number | 000000",
                "zonedCents | 00000{",
                "zonedCents | 00000}",
            })
    void leavesAZeroOutWhereTheRowSaysSo(String type, String bytes) {
        assertThat(read(FEDERAL, bytes, "type: " + type + ", presence: optional, zero: absent"))
                .isEqualTo("absent");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quarter      | 20261   | 2026-Q1",
                "quarter      | 20264   | 2026-Q4",
                "quarter      | 20260   | R0103 NOT_A_QUARTER",
                "quarter      | 20265   | R0103 NOT_A_QUARTER",
                "quarter      | '2026 ' | R0103 NOT_A_QUARTER",
                "quarter      | '     ' | R0103 NOT_A_QUARTER",
                "quarter      | 00001   | R0103 NOT_A_QUARTER",
                "quarter      | 20X61   | R0103 NOT_A_QUARTER",
                "quarterEnd   | 20261   | 2026-03-31",
                "quarterEnd   | 20242   | 2024-06-30",
                "quarterEnd   | 20263   | 2026-09-30",
                "quarterEnd   | 20264   | 2026-12-31",
                "zonedYear    | 2025    | 2025",
                "zonedYear    | 202E    | 2025",
                "zonedYear    | 0000    | absent",
                "zonedYear    | 000{    | absent",
                "zonedYear    | '    '  | absent",
                "zonedYear    | 202N    | R0102 NOT_ZONED",
                "zonedYear    | 20X5    | R0102 NOT_ZONED",
                "zonedYearEnd | 202E    | 2025-12-31",
                "zonedYearEnd | '    '  | absent",
                "stateFips    | 36      | NY",
                "stateFips    | 01      | AL",
                "stateFips    | 78      | VI",
                "stateFips    | '  '    | absent",
                "stateFips    | 03      | R0104 NOT_IN_LIST",
                "stateFips    | 00      | R0104 NOT_IN_LIST",
                "stateFips    | NY      | R0104 NOT_IN_LIST",
            })
    void readsQuartersYearsAndStates(String type, String bytes, String expected) {
        assertThat(read(FEDERAL, bytes, "type: " + type + ", presence: optional"))
                .isEqualTo(expected);
    }

    @Test
    void leavesABlankAmountOutWhereTheRowAllowsBlanks() {
        String row = "type: zonedDollars, presence: optional, blanks: allowed";
        assertThat(read(FEDERAL, "      ", row)).isEqualTo("absent");
        assertThat(read(FEDERAL, "00000{", row)).isEqualTo("0.00");
        assertThat(read(FEDERAL, "     1", row)).isEqualTo("R0102 NOT_ZONED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'ONE   TWO   ' | ONE TWO",
                "'ONE         ' | ONE",
                "'      TWO   ' | TWO",
                "'            ' | absent",
            })
    void joinsTextsWithABlankBetweenThoseThatAreFilled(String bytes, String expected) {
        RecordLayout layout = Rows.record(
                12,
                List.of(
                        "positions: 1-6, name: a, type: text, presence: optional",
                        "positions: 7-12, name: b, type: text, presence: optional",
                        "join: [ a, b ], between: blank, name: it, type: text, presence: optional"),
                List.of());
        assertThat(shown(reader(layout, "it").read(view(bytes), FEDERAL))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"20265 | quarter", "'2026 ' | quarter", "20X61 | year", "' 2611' | year"})
    void saysWhichPartOfAQuarterIsWrong(String bytes, String expected) {
        RecordLayout layout = Rows.record(
                5,
                List.of(
                        "positions: 1-4, name: year, type: text, presence: optional",
                        "positions: 5-5, name: quarter, type: text, presence: optional",
                        "join: [ year, quarter ], name: it, type: quarter, presence: optional"),
                List.of());
        assertThat(reader(layout, "it").atFault(view(bytes)).name()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "122071234   | 12207-1234",
                "122070000   | 12207",
                "'12207    ' | 12207",
                "000000000   | absent",
                "'         ' | absent",
                "'00000    ' | absent",
                "000001234   | 00000-1234",
                "'1220712  ' | 1220712",
                "'K1A 0B6  ' | K1A 0B6",
                "12207       | 12207",
                "00000       | absent",
            })
    void readsZipCodes(String bytes, String expected) {
        assertThat(read(FEDERAL, bytes, "type: zip, presence: optional")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type: flag                    | Y    | true",
                "type: flag                    | N    | false",
                "type: flag                    | ' '  | absent",
                "type: flag                    | X    | R0104 NOT_IN_LIST",
                "type: flag                    | y    | R0104 NOT_IN_LIST",
                "'type: flag, codes: medicare' | E    | true",
                "'type: flag, codes: medicare' | N    | false",
                "'type: flag, codes: medicare' | ' '  | absent",
                "'type: words, codes: action'  | A    | add",
                "'type: words, codes: action'  | 'A ' | add",
                "'type: words, codes: action'  | ' '  | absent",
                "'type: words, codes: action'  | D    | R0104 NOT_IN_LIST",
                "'type: words, codes: laf'     | 'C ' | current-pay",
                "'type: words, codes: laf'     | S7   | suspended-prisoner",
                "'type: words, codes: laf'     | S1   | suspended",
                "'type: words, codes: laf'     | CX   | other",
                "'type: words, codes: laf'     | 'Q ' | Q",
                "'type: words, codes: laf'     | '  ' | absent",
                "'type: words, codes: death'   | 1    | field-office",
                "'type: words, codes: death'   | 9    | ssa",
                "'type: words, codes: death'   | ' '  | ssa",
                "'type: words, codes: refused' | E    | entitled",
                "'type: words, codes: refused' | XZ   | ineligible",
                "'type: words, codes: refused' | EX   | R0104 NOT_IN_LIST",
                "'type: words, codes: country' | US   | absent",
                "'type: words, codes: country' | DE   | DE",
                "'type: words, codes: country' | '  ' | absent",
                "'type: words, codes: paying, icd: N' | 000000   | absent",
                "'type: words, codes: paying, icd: N' | 000100   | current-pay",
                "'type: words, codes: paying, icd: N' | 'JUNK  ' | R0102 NOT_DIGITS",
                "'type: words, codes: paying, icd: N' | '      ' | R0102 NOT_DIGITS",
                "'type: words, codes: paying, icd: N, blanks: allowed' | '      ' | absent",
            })
    void readsCodesByTheirTable(String row, String bytes, String expected) {
        assertThat(read(FEDERAL, bytes, row + ", presence: optional")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'type: text, presence: required'                             | '    ' | R0101 BLANK",
                "'type: date, presence: required'                             | '        ' | R0101 BLANK",
                "'type: date, presence: required'                             | 00000000 | R0101 BLANK",
                "'type: ssn, presence: required'                              | 000000000 | R0101 BLANK",
                "'type: digits, presence: required'                           | 0000 | R0101 BLANK",
                "'type: number, presence: required'                           | 0000 | 0",
                "'type: text, presence: optional, allow: [ L, P ]'            | L    | L",
                "'type: text, presence: optional, allow: [ L, P ]'            | X    | R0104 NOT_IN_LIST",
                "'type: text, presence: optional, allow: [ L, P ]'            | ' '  | R0104 NOT_IN_LIST",
                "'type: text, presence: required, allow: [ L, P ]'            | ' '  | R0101 BLANK",
                "'type: text, presence: optional, allow: [ C, \"\" ]'         | ' '  | absent",
                "'type: text, presence: optional, allow: districts'           | 57   | 57",
                "'type: text, presence: optional, allow: districts'           | 66   | 66",
                "'type: text, presence: optional, allow: districts'           | 58   | R0104 NOT_IN_LIST",
                "'type: text, presence: optional, form: caseId'               | AB12345X1 | AB12345X1",
                "'type: text, presence: optional, form: caseId'               | AB12345X  | R0105 MALFORMED",
                "'type: text, presence: optional, form: caseId'               | ab12345x1 | R0105 MALFORMED",
                "'type: text, presence: optional, form: caseId'               | '         ' | absent",
                "'type: text, presence: optional, form: cin'                  | AB12345X  | AB12345X",
                "'type: text, presence: optional, form: cin'                  | AB12345X1 | R0105 MALFORMED",
                "'type: date, presence: optional, days: \"-10..1\"'           | 20260221 | 2026-02-21",
                "'type: date, presence: optional, days: \"-10..1\"'           | 20260220 | R0103 OUT_OF_RANGE",
                "'type: date, presence: optional, days: \"-10..1\"'           | 20260304 | 2026-03-04",
                "'type: date, presence: optional, days: \"-10..1\"'           | 20260305 | R0103 OUT_OF_RANGE",
                "'type: date, presence: optional, days: \"..1\"'              | 19000101 | 1900-01-01",
            })
    void holdsAValueAgainstWhatItsRowSays(String row, String bytes, String expected) {
        assertThat(read(FEDERAL, bytes, row)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'type: number'                  | '    ' | R0101 BLANK_NUMBER",
                "'type: digits'                  | '    ' | R0101 BLANK_NUMBER",
                "'type: cents'                   | '    ' | R0101 BLANK_NUMBER",
                "'type: ssn'                     | '         ' | R0101 BLANK_NUMBER",
                "'type: zip'                     | '         ' | R0101 BLANK_NUMBER",
                "'type: zip'                     | 12207ABCD | R0102 NOT_DIGITS",
                "'type: zip'                     | '12207    ' | R0102 NOT_DIGITS",
                "'type: ssn'                     | 90012345A | R0106 NOT_AN_SSN",
                "'type: phone, icd: N'           | '          ' | R0101 BLANK_NUMBER",
                "'type: phone, icd: N'           | '5185550   ' | R0102 NOT_DIGITS",
                "'type: phone'                   | '555-0100  ' | 555-0100",
                "'type: text, icd: N'            | 0012   | 0012",
                "'type: text, icd: N'            | 00A2   | R0102 NOT_DIGITS",
                "'type: text, icd: N, allow: districts' | A1 | R0102 NOT_DIGITS",
                "'type: text, icd: N, allow: districts' | 99 | R0104 NOT_IN_LIST",
                "'type: text, icd: N, allow: districts' | '  ' | R0101 BLANK_NUMBER",
                "'type: number, blanks: allowed' | '    ' | absent",
                "'type: number, blanks: allowed' | 00A2   | R0102 NOT_DIGITS",
                "'type: text, icd: N, blanks: allowed' | 00A2 | R0102 NOT_DIGITS",
                "'type: date, blanks: allowed'   | '        ' | absent",
                "'type: text'                    | '    ' | absent",
                "'type: flag'                    | ' '    | absent",
            })
    void takesNoBlanksForDigitsInAHouseFile(String row, String bytes, String expected) {
        assertThat(read(HOUSE, bytes, row + ", presence: optional")).isEqualTo(expected);
    }

    @Test
    void joinsRowsThatAdjoinAndRowsThatDoNot() {
        RecordLayout layout = Rows.record(
                10,
                List.of(
                        "positions: 1-4,  name: year,  type: text, presence: optional",
                        "positions: 5-6,  name: other, type: text, presence: optional",
                        "positions: 7-8,  name: month, type: text, presence: optional",
                        "positions: 9-10, name: day,   type: text, presence: optional",
                        "join: [ year, month, day ], name: date,  type: date, presence: optional",
                        "join: [ month, day ],       name: tail,  type: digits, presence: optional",
                        "join: [ year, day ],        name: ends,  type: number, presence: optional"),
                List.of());
        RecordView view = view("2026XX0131");
        assertThat(reader(layout, "date").read(view, FEDERAL)).isEqualTo("2026-01-31");
        assertThat(reader(layout, "date").date(view, FEDERAL)).isEqualTo(2026_01_31);
        assertThat(reader(layout, "date").code(view)).isEqualTo("20260131");
        assertThat(reader(layout, "tail").read(view, FEDERAL)).isEqualTo("0131");
        assertThat(reader(layout, "ends").number(view)).isEqualTo(202_631);
        assertThat(reader(layout, "ends").raw(view)).isEqualTo("202631");
        assertThat(reader(layout, "date").blank(view("    XX    "))).isTrue();
        assertThat(reader(layout, "date").blank(view("    XX  31"))).isFalse();
    }

    @Test
    void readsTheFirstOfSeveralRowsThatIsFilled() {
        RecordLayout layout = Rows.record(
                6,
                List.of(
                        "positions: 1-3, name: now,    type: text, presence: optional",
                        "positions: 4-6, name: before, type: text, presence: optional",
                        "firstOf: [ now, before ], name: status, type: text, presence: optional",
                        "firstOf: [ now, before ], name: count,  type: number, presence: optional"),
                List.of());
        FieldReader status = reader(layout, "status");
        assertThat(status.read(view("C01N02"), FEDERAL)).isEqualTo("C01");
        assertThat(status.read(view("   N02"), FEDERAL)).isEqualTo("N02");
        assertThat(status.read(view("      "), FEDERAL)).isNull();
        assertThat(status.code(view("   N02"))).isEqualTo("N02");
        assertThat(status.blank(view("   N02"))).isFalse();
        assertThat(status.blank(view("      "))).isTrue();
        assertThat(reader(layout, "count").number(view("   042"))).isEqualTo(42);
    }

    @Test
    void readsPartOfAField() {
        FieldReader claim = reader(Rows.field(12, "type: text, presence: optional"), "it");
        assertThat(claim.part(view("900123456C1 "), new Positions(1, 9))).isEqualTo("900123456");
        assertThat(claim.part(view("900123456C1 "), new Positions(10, 12))).isEqualTo("C1");
        assertThat(claim.part(view("900123456   "), new Positions(10, 12))).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type: ssn                    | 900123456 | *****3456",
                "type: lastFour               | 123456789 | *****6789",
                "type: lastFour               | '12       ' | 12",
                "type: zip                    | 122071234 | ''",
                "type: phone                  | 518555010 | ''",
                "'type: text, shown: never'   | SOMEBODY  | ''",
                "'type: text, shown: lastFour'| ABCDEFGHI | *****FGHI",
                "type: date                   | 20260230  | 20260230",
            })
    void reportsNoMoreOfAValueThanItsTypeAllows(String row, String bytes, String expected) {
        RecordLayout layout = Rows.field(bytes.length(), row + ", presence: optional");
        assertThat(reader(layout, "it").reportable(view(bytes))).isEqualTo(expected);
    }

    @Test
    void reportsFortyCharactersAtMost() {
        RecordLayout layout = Rows.field(60, "type: text, presence: optional");
        assertThat(reader(layout, "it").reportable(view("X".repeat(60)))).hasSize(40);
    }
}
