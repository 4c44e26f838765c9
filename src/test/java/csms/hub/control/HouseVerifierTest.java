package csms.hub.control;

import static csms.hub.control.Verifying.faults;
import static csms.hub.control.Verifying.verdict;
import static csms.hub.control.Verifying.verify;
import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.layout.Mapping;
import csms.hub.testing.DrawnRecord;
import csms.hub.testing.ExtractRecord;
import csms.hub.testing.FileText;
import csms.hub.testing.Rows;
import csms.hub.testing.ShippedMappings;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checks of a whole house file (new-york/README, House style). */
class HouseVerifierTest {

    private static final Mapping EXTRACT = ShippedMappings.of("csms.participant-extract");

    /** Money with reversals, and notes that have no amount. */
    private static final Mapping MONEY = Rows.mapping("""
            exchange: tests.money
            direction: inbound
            agreement: { document: tests }
            safeguard: none
            file: { format: fixed-length, recordLength: 80, order: [ header, (prize | note)..., trailer ] }
            house: { partner: LOT, type: MATC, from: NYSLOT, to: CSMS, amount: Amount, reversal: { Kind: [ R, X ] } }
            records:
              prize:
                - { positions: 1-1,   name: Record type, type: literal, value: D }
                - { positions: 2-2,   name: Kind, type: text, presence: optional }
                - { positions: 3-11,  name: SSN, type: ssn, presence: optional }
                - { positions: 12-22, name: Amount, type: cents, presence: optional }
                - { positions: 23-80, name: filler, type: filler }
              note:
                - { positions: 1-1,   name: Record type, type: literal, value: N }
                - { positions: 2-10,  name: Other SSN, type: ssn, presence: optional }
                - { positions: 11-80, name: filler, type: filler }
            """);

    private static byte[] extract(DrawnRecord... participants) {
        return between(
                ExtractRecord.header("20260303", 7),
                ExtractRecord.trailer(7, participants.length, 0, participants.length * 900_123_456L),
                participants);
    }

    private static byte[] between(DrawnRecord header, DrawnRecord trailer, DrawnRecord... participants) {
        return FileText.joined(
                FileText.of(header).lines(),
                FileText.of(participants).lines(),
                FileText.of(trailer).lines());
    }

    private static byte[] withHeader(String field, String value) {
        return between(
                ExtractRecord.header("20260303", 7).with(field, value),
                ExtractRecord.trailer(7, 1, 0, 900_123_456L),
                ExtractRecord.participant(1));
    }

    private static byte[] withTrailer(String field, String value) {
        return between(
                ExtractRecord.header("20260303", 7),
                ExtractRecord.trailer(7, 1, 0, 900_123_456L).with(field, value),
                ExtractRecord.participant(1));
    }

    private static DrawnRecord prize(String kind, String ssn, String amount) {
        return DrawnRecord.of(MONEY, "prize")
                .with("Kind", kind)
                .with("SSN", ssn)
                .with("Amount", amount);
    }

    private static DrawnRecord note(String ssn) {
        return DrawnRecord.of(MONEY, "note").with("Other SSN", ssn);
    }

    private static byte[] money(long count, long amount, long reversed, long hash, DrawnRecord... details) {
        DrawnRecord header = DrawnRecord.of(MONEY, "header")
                .overwritten(2, "LOT MATC0000000120260303031500NYSLOT  CSMS    2026030320260303T00100000000");
        DrawnRecord trailer = DrawnRecord.of(MONEY, "trailer")
                .overwritten(2, String.format("LOT MATC00000001%09d%015d%015d%012d", count, amount, reversed, hash));
        return FileText.joined(
                FileText.of(header).lines(),
                FileText.of(details).lines(),
                FileText.of(trailer).lines());
    }

    @Test
    void findsAWholeFileWhole() {
        Verification found = verify(EXTRACT, extract(ExtractRecord.participant(1), ExtractRecord.participant(2)));
        assertThat(found.faults()).isEmpty();
        assertThat(found.number()).isEqualTo(7);
        assertThat(found.fileType()).isEqualTo("PARF");
        assertThat(found.details()).isEqualTo(2);
    }

    @Test
    void acceptsAFileWithoutDetails() {
        assertThat(verify(EXTRACT, extract()).faults()).isEmpty();
    }

    @Test
    void readsTheExampleOfThePage() {
        Mapping locate = Rows.mapping("""
                exchange: tests.locate
                direction: inbound
                agreement: { document: tests }
                safeguard: none
                file: { format: fixed-length, recordLength: 350 }
                house: { partner: DMV, type: LOCR, from: NYSDMV, to: CSMS }
                records:
                  license:
                    - { positions: 1-1,    name: Record type, type: literal, value: D }
                    - { positions: 2-19,   name: before, type: filler }
                    - { positions: 20-28,  name: SSN, type: ssn, presence: optional }
                    - { positions: 29-350, name: filler, type: filler }
                  vehicle:
                    - { positions: 1-1,    name: Record type, type: literal, value: V }
                    - { positions: 2-19,   name: before, type: filler }
                    - { positions: 20-28,  name: SSN, type: ssn, presence: optional }
                    - { positions: 29-350, name: filler, type: filler }
                """);
        String header = "HDMV LOCR0000004220261121031500NYSDMV  CSMS    2026112020261120T00100000041";
        String trailer = "TDMV LOCR00000042000000002000000000000000000000000000000001800246912";
        String detail = " ".repeat(18) + "900123456";
        String text = String.format("%-350s%n%-350s%n%-350s%n%-350s%n", header, "D" + detail, "V" + detail, trailer);
        assertThat(faults(verify(locate, text.getBytes(java.nio.charset.StandardCharsets.US_ASCII))))
                .containsExactly("F0001@1 rejected"); // the date is far ahead of the day of these tests
        String now = text.replace("20261121", "20260303").replace("20261120", "20260302");
        assertThat(faults(verify(locate, now.getBytes(java.nio.charset.StandardCharsets.US_ASCII))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Creation date  | 20260304 | whole",
                "Creation date  | 20260305 | F0001@1 rejected",
                "Creation date  | 20260221 | whole",
                "Creation date  | 20260220 | F0001@1 rejected",
                "Creation date  | 00000000 | F0001@1 rejected",
                "Creation date  | '        ' | F0001@1 rejected",
                "Creation time  | 0315AM   | F0001@1 rejected",
                "Batch number   | 0000000A | F0001@1 rejected",
                "Batch number   | '        ' | F0001@1 rejected",
                "Period start   | 20260132 | F0001@1 rejected",
                "Period end     | 20260302 | whole",
                "Related batch  | 0000004A | F0001@1 rejected",
                "Sender id      | HUB      | F0004@1 rejected",
                "Receiver id    | CSMS     | F0004@1 rejected",
                "Layout version | 002      | F0010@1 rejected",
                "Layout version | 0A1      | F0001@1 rejected",
                "Environment    | P        | F0011@1 rejected",
                "Environment    | ' '      | F0011@1 rejected",
            })
    void checksTheHeader(String field, String value, String verdict) {
        assertThat(verdict(EXTRACT, withHeader(field, value))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"Partner code, DMV", "File type, PARX"})
    void rejectsAFileOfAnotherExchange(String field, String value) {
        byte[] bytes = between(
                ExtractRecord.header("20260303", 7).with(field, value),
                ExtractRecord.trailer(7, 0, 0, 0).with(field, value));
        assertThat(verdict(EXTRACT, bytes)).isEqualTo("F0004@1 rejected");
        // and one whose two ends disagree is not taken to be a whole one of another exchange
        assertThat(faults(verify(EXTRACT, withHeader(field, value))))
                .containsExactly("F0002 rejected", "F0004@1 rejected");
    }

    @Test
    void rejectsAPeriodThatEndsBeforeItBegins() {
        DrawnRecord header = ExtractRecord.header("20260303", 7)
                .with("Period start", "20260302")
                .with("Period end", "20260301");
        byte[] bytes = between(header, ExtractRecord.trailer(7, 1, 0, 900_123_456L), ExtractRecord.participant(1));
        assertThat(verdict(EXTRACT, bytes)).isEqualTo("F0001@1 rejected");
        byte[] equal = between(
                header.with("Period end", "20260302"),
                ExtractRecord.trailer(7, 1, 0, 900_123_456L),
                ExtractRecord.participant(1));
        assertThat(verdict(EXTRACT, equal)).isEqualTo("whole");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Partner code   | DMV       | F0002 rejected",
                "File type      | PARC      | F0002 rejected",
                "Batch number   | 00000008  | F0002 rejected",
                "Detail count   | 00000000A | F0002 rejected",
                "Detail count   | 000000002 | F0007@3 rejected",
                "Amount total   | 000000000000001 | F0008@3 rejected",
                "Reversal total | 000000000000001 | F0008@3 rejected",
                "SSN hash total | 900123457 | F0002 rejected",
                "SSN hash total | 000900123457 | F0009@3 rejected",
            })
    void checksTheTrailer(String field, String value, String verdict) {
        assertThat(verdict(EXTRACT, withTrailer(field, value))).isEqualTo(verdict);
    }

    @Test
    void namesTheFieldThatIsWrong() {
        assertThat(verify(EXTRACT, withTrailer("SSN hash total", "000900123457"))
                        .faults())
                .extracting(fault -> fault.reason().field())
                .containsExactly("SSN hash total");
        assertThat(verify(EXTRACT, withHeader("Sender id", "DMV")).faults())
                .extracting(fault -> fault.reason().field())
                .containsExactly("Sender id");
    }

    @Test
    void findsDetailSequencesFromOneWithoutAGap() {
        assertThat(verdict(EXTRACT, extract(ExtractRecord.participant(1), ExtractRecord.participant(3))))
                .isEqualTo("F0002 rejected");
        assertThat(verdict(EXTRACT, extract(ExtractRecord.participant(2)))).isEqualTo("F0002 rejected");
        assertThat(verdict(EXTRACT, extract(ExtractRecord.participant(1), ExtractRecord.participant(1))))
                .isEqualTo("F0002 rejected");
        // one that is no number rejects its record, not the file
        assertThat(verdict(EXTRACT, extract(ExtractRecord.participant(1).with("Detail sequence", "00000A1"))))
                .isEqualTo("whole");
    }

    @Test
    void addsUpAmountsReversalsAndSsns() {
        byte[] bytes = money(
                4,
                30_000,
                12_345,
                2_700_000_006L,
                prize("P", "900000001", "00000010000"),
                prize("A", "900000002", "00000020000"),
                prize("R", "900000003", "00000012345"),
                note("900000004"));
        assertThat(faults(verify(MONEY, bytes))).isEmpty();
        assertThat(verdict(
                        MONEY,
                        money(
                                3,
                                30_000,
                                12_345,
                                1_800_000_003L,
                                prize("P", "900000001", "00000010000"),
                                prize("A", "900000002", "00000020000"),
                                prize("X", "000000000", "00000012345"))))
                .isEqualTo("whole");
        assertThat(verdict(MONEY, money(1, 12_345, 0, 900_000_003, prize("R", "900000003", "00000012345"))))
                .isEqualTo("F0008@3 rejected");
    }

    @Test
    void countsWhatIsNoNumberAsZero() {
        byte[] bytes = money(
                3,
                10_000,
                0,
                900_000_001,
                prize("P", "900000001", "0000001000A"),
                prize("P", "90000000A", "00000010000"),
                prize("P", "         ", "           "));
        assertThat(faults(verify(MONEY, bytes))).isEmpty();
    }

    @Test
    void countsARecordOfAWrongTypeAsTheDetailThatItsSenderAddedUp() {
        byte[] bytes = money(
                2,
                20_000,
                0,
                1_800_000_003L,
                prize("P", "900000001", "00000010000"),
                prize("P", "900000002", "00000010000").overwritten(1, "Q"));
        assertThat(faults(verify(MONEY, bytes))).isEmpty();
    }

    @Test
    void keepsTheLowTwelveDigitsOfTheHash() {
        int many = 1200;
        DrawnRecord[] details = new DrawnRecord[many];
        Arrays.fill(details, prize("P", "999999999", "00000000000"));
        long sum = many * 999_999_999L;
        assertThat(sum).isGreaterThan(1_000_000_000_000L);
        assertThat(faults(verify(MONEY, money(many, 0, 0, sum % 1_000_000_000_000L, details))))
                .isEmpty();
    }

    @Test
    void listsTotalsInTheOrderOfTheChecks() {
        assertThat(faults(verify(MONEY, money(9, 9, 9, 9, prize("P", "900000001", "00000010000")))))
                .containsExactly("F0007@3 rejected", "F0008@3 rejected", "F0009@3 rejected");
    }

    @Test
    void rejectsAMissingLastLineEndAndCarriageReturns() {
        byte[] whole = extract(ExtractRecord.participant(1));
        assertThat(verdict(EXTRACT, Arrays.copyOf(whole, whole.length - 1))).isEqualTo("F0003@3 rejected");
        byte[] crlf = FileText.of(
                        ExtractRecord.header("20260303", 7),
                        ExtractRecord.participant(1),
                        ExtractRecord.trailer(7, 1, 0, 900_123_456L))
                .ended("\r\n");
        assertThat(verdict(EXTRACT, crlf)).isEqualTo("F0003@1 rejected");
    }

    @Test
    void rejectsEbcdicWhereOnlyAsciiIsAgreed() {
        byte[] ebcdic = FileText.of(
                        ExtractRecord.header("20260303", 7),
                        ExtractRecord.participant(1),
                        ExtractRecord.trailer(7, 1, 0, 900_123_456L))
                .ebcdic();
        assertThat(verdict(EXTRACT, ebcdic)).isEqualTo("F0003@1 rejected");
        assertThat(verify(EXTRACT, ebcdic).number()).isNull();
    }

    @Test
    void rejectsLowerCaseNowhere() {
        assertThat(verdict(EXTRACT, extract(ExtractRecord.participant(1).with("Last name", "Doe"))))
                .isEqualTo("whole");
    }
}
