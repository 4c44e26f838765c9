package csms.hub.translation;

import static csms.hub.translation.Translated.json;
import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.layout.Mapping;
import csms.hub.participant.CaseStatus;
import csms.hub.participant.Entry;
import csms.hub.participant.PersonIndex;
import csms.hub.participant.PersonName;
import csms.hub.participant.Role;
import csms.hub.testing.DrawnRecord;
import csms.hub.testing.ShippedMappings;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the hub makes of locate answers where their layout is peculiar (federal/fcr-locate-response). */
class LocateTranslationTest {

    private static final PersonIndex INDEX = new PersonIndex.Builder()
            .add(new Entry(
                    "P1",
                    "AB12345X1",
                    1,
                    Role.NONCUSTODIAL,
                    900_123_456,
                    0,
                    new PersonName("DOE", "JOHN", ""),
                    PersonName.NONE,
                    1980_01_31,
                    "",
                    CaseStatus.OPEN,
                    false))
            .build();

    private static final Mapping IRS = ShippedMappings.of("irs.locate-response");
    private static final Mapping VA = ShippedMappings.of("va.locate-response");

    private static Translated translate(Mapping mapping, DrawnRecord record) {
        return Translated.of(Translated.exchange(mapping, INDEX, number -> Optional.empty()), record);
    }

    private static DrawnRecord taxReturn() {
        return DrawnRecord.of(IRS, "taxReturn").with("ssn_submitted", "900123456");
    }

    private static DrawnRecord beneficiary() {
        return DrawnRecord.of(VA, "beneficiary").with("ssn_submitted", "900123456");
    }

    @Test
    void makesTheAnswerAndTheDeathTogetherAndNothingElse() {
        Translated made = translate(
                IRS,
                taxReturn()
                        .with("response_code", "02")
                        .with("returned_line_1", "1 EXAMPLE STREET")
                        .with("address_format_ind", "Z")
                        .with("cp_ssn", "NO SSN"));
        assertThat(made.names()).containsExactly("answered", "deceased");
        assertThat(made.data("answered")).isEqualTo(json("{\"result\":\"deceased\",\"code\":\"02\",\"text\":\"C01\"}"));
        assertThat(made.reasons()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "X", ""})
    void readsAnAddressInItsParts(String indicator) {
        Translated made = translate(
                IRS,
                taxReturn()
                        .with("address_format_ind", indicator)
                        .with("returned_line_1", "1 EXAMPLE STREET")
                        .with("returned_country", "US"));
        assertThat(made.data("address").path("address")).isEqualTo(json("{\"line1\":\"1 EXAMPLE STREET\"}"));
    }

    @Test
    void leavesOutAnAddressOfUnknownFormat() {
        Translated made =
                translate(IRS, taxReturn().with("address_format_ind", "Z").with("returned_line_1", "1 EXAMPLE STREET"));
        assertThat(made.names()).containsExactly("noAddress");
        assertThat(made.reasons()).containsExactly("W/R0104@2 address_format_ind");
        assertThat(made.translation().applied()).isEqualTo(1);
    }

    @Test
    void takesTheTaxYearBeforeTheDateOfTheAddress() {
        DrawnRecord dated = taxReturn().with("returned_city", "ALBANY").with("date_of_address", "20260415");
        assertThat(translate(IRS, dated).data("address").path("reported").asText())
                .isEqualTo("2026-04-15");
        assertThat(translate(IRS, dated.with("irs_tax_year", "2025"))
                        .data("address")
                        .path("reported")
                        .asText())
                .isEqualTo("2025-12-31");
    }

    @Test
    void tellsNoDeathOfADateThatIsNone() {
        Translated made = translate(VA, beneficiary().with("va_date_of_death", "20261399"));
        assertThat(made.names()).isEmpty();
        assertThat(made.reasons()).containsExactly("W/R0103@2 va_date_of_death");
        assertThat(made.translation().applied()).isEqualTo(1);
    }

    @Test
    void rejectsTheMalformedSsnOfAnotherPersonAlthoughItIsNeverPublished() {
        assertThat(translate(IRS, taxReturn().with("returned_city", "ALBANY").with("cp_ssn", "666123456"))
                        .reasons())
                .containsExactly("R/R0106@2 cp_ssn");
    }
}
