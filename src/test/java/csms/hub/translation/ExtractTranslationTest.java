package csms.hub.translation;

import static csms.hub.translation.Translated.json;
import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.control.BatchExtent;
import csms.hub.control.Verification;
import csms.hub.layout.Encoding;
import csms.hub.participant.PersonIndex;
import csms.hub.request.OpenRequests;
import csms.hub.testing.DrawnRecord;
import csms.hub.testing.ExtractFile;
import csms.hub.testing.ExtractRecord;
import csms.hub.testing.FileText;
import csms.hub.testing.ShippedMappings;
import csms.hub.translation.InboundExchange.RecordIdentity;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the hub makes of the participant extract (new-york/csms). */
class ExtractTranslationTest {

    private final InboundExchange exchange =
            Translated.exchange(ShippedMappings.of("csms.participant-extract"), PersonIndex.EMPTY, OpenRequests.NONE);

    private static DrawnRecord participant() {
        return ExtractRecord.participant(1);
    }

    @Test
    void makesAnEntryOfEveryRecord() {
        Translated made = Translated.of(
                exchange,
                participant()
                        .with("Participant id", "NY0000000001")
                        .with("First name", "JOHN")
                        .with("Middle initial", "Q")
                        .with("Date of birth", "19800131")
                        .with("Sex", "M")
                        .with("CIN", "AB12345X")
                        .with("Assistance type", "F")
                        .with("Family violence", "Y")
                        .with("Arrears total", "00000123456")
                        .with("Monthly obligation", "000045000")
                        .with("Obligation start", "20190301")
                        .with("Former SSN", "900654321")
                        .with("Alias last name", "ROE")
                        .with("Alias first name", "JACK"));
        assertThat(made.events()).containsExactly(json("""
                        {"record":2,"action":"add","participantId":"NY0000000001","caseId":"AB12345X1","district":"01",
                         "role":"noncustodial","ssn":"900123456","name":{"last":"DOE","first":"JOHN","middle":"Q"},
                         "dateOfBirth":"1980-01-31","sex":"M","cin":"AB12345X","caseStatus":"open",
                         "assistance":"former","familyViolence":true,"arrears":"1234.56","monthlyObligation":"450.00",
                         "obligationFrom":"2019-03-01","county":"36001","formerSsn":"900654321",
                         "alias":{"last":"ROE","first":"JACK"}}"""));
        assertThat(made.reasons()).isEmpty();
    }

    @Test
    void leavesOutWhatIsZerosOrBlank() {
        Translated made = Translated.of(exchange, participant().with("SSN", "000000000"));
        assertThat(made.events()).containsExactly(json("""
                        {"record":2,"action":"add","participantId":"P1","caseId":"AB12345X1","district":"01",
                         "role":"noncustodial","name":{"last":"DOE"},"caseStatus":"open","arrears":"0.00",
                         "monthlyObligation":"0.00","county":"36001"}"""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Action code        | ' '        | R0101",
                "Action code        | X          | R0104",
                "Detail sequence    | 000000A    | R0102",
                "Detail sequence    | '       '  | R0101",
                "Participant id     | ' '        | R0101",
                "NY Case Identifier | ' '        | R0101",
                "NY Case Identifier | AB1234XX1  | R0105",
                "District code      | '  '       | R0101",
                "District code      | 58         | R0104",
                "District code      | A1         | R0102",
                "Party role         | ' '        | R0101",
                "Party role         | X          | R0104",
                "SSN                | '         '| R0101",
                "SSN                | 90012345A  | R0106",
                "SSN                | 000123456  | R0106",
                "SSN                | 900001234  | R0106",
                "Last name          | ' '        | R0101",
                "Date of birth      | 19800230   | R0103",
                "Date of birth      | '        ' | R0101",
                "Date of birth      | 1980013A   | R0103",
                "Sex                | Q          | R0104",
                "CIN                | AB1234XX   | R0105",
                "Case status        | ' '        | R0101",
                "Case status        | XX         | R0104",
                "Assistance type    | Z          | R0104",
                "Family violence    | Q          | R0104",
                "Arrears total      | '           ' | R0101",
                "Arrears total      | 0000012345A| R0102",
                "Monthly obligation | -00045000  | R0102",
                "Obligation start   | 20191301   | R0103",
                "County FIPS        | 3600A      | R0102",
                "County FIPS        | '     '    | R0101",
                "County FIPS        | 36003      | R0107",
                "County FIPS        | 09001      | R0107",
                "Former SSN         | 666123456  | R0106",
            })
    void rejectsARecord(String field, String value, String code) {
        Translated made = Translated.of(exchange, participant().with(field, value));
        assertThat(made.reasons()).containsExactly("R/" + code + "@2 " + field);
        assertThat(made.events()).isEmpty();
        assertThat(made.translation().counted()).isEqualTo(1);
    }

    @Test
    void agreesOnTheDistrictOfEveryCountyAndOfTheCitys() {
        for (String county : List.of("36005", "36047", "36061", "36081", "36085")) {
            assertThat(Translated.of(
                                    exchange,
                                    participant().with("District code", "66").with("County FIPS", county))
                            .reasons())
                    .isEmpty();
        }
        assertThat(Translated.of(exchange, participant().with("County FIPS", "00000"))
                        .reasons())
                .isEmpty();
    }

    @Test
    void listsEveryRejectOfARecord() {
        assertThat(Translated.of(
                                exchange,
                                participant()
                                        .with("Party role", "X")
                                        .with("SSN", "X")
                                        .with("Last name", " ")
                                        .with("County FIPS", "36003"))
                        .reasons())
                .containsExactly(
                        "R/R0104@2 Party role", "R/R0106@2 SSN", "R/R0101@2 Last name", "R/R0107@2 County FIPS");
    }

    @Test
    void reportsNothingPersonal() {
        var reasons = Translated.of(
                        exchange, participant().with("SSN", "666123456").with("Date of birth", "19801331"))
                .translation()
                .reasons();
        assertThat(reasons).extracting(reason -> reason.reportable()).containsExactly("*****3456", "");
    }

    @Test
    void namesARecordForItsReport() {
        DrawnRecord[] details = {participant(), ExtractRecord.participant(2).overwritten(1, "Q")};
        byte[] bytes = FileText.of(details).lines();
        BatchExtent extent = new BatchExtent(1, 251, bytes.length, 2, 2, List.of());
        assertThat(exchange.identifying().identify(bytes, extent, Encoding.US_ASCII, 2))
                .isEqualTo(new RecordIdentity("0000001", "AB12345X1", "900123456"));
        assertThat(exchange.identifying().identify(bytes, extent, Encoding.US_ASCII, 3))
                .isEqualTo(new RecordIdentity("0000002", "AB12345X1", "900123456"));
    }

    @Test
    void makesAnEntryOfEveryRecordOfAGeneratedExtract() throws IOException {
        LocalDate today = LocalDate.of(2026, 3, 3);
        ExtractFile file = new ExtractFile(99, 12_000, today, 1);
        byte[] bytes = file.bytes();
        Verification proven = exchange.verifying().verify(file.stream(), bytes.length, Translated.RECEIPT);
        assertThat(proven.faults()).isEmpty();
        int entries = 0;
        for (BatchExtent batch : proven.batches()) {
            int from = (int) batch.offset();
            Translated made = Translated.of(
                    exchange,
                    Arrays.copyOfRange(bytes, from, from + batch.length()),
                    batch,
                    List.of(),
                    Encoding.US_ASCII);
            assertThat(made.reasons()).isEmpty();
            entries += made.events().size();
        }
        assertThat(entries).isEqualTo(file.details());
    }
}
