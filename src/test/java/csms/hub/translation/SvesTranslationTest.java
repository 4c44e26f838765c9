package csms.hub.translation;

import static csms.hub.translation.Translated.json;
import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.control.BatchExtent;
import csms.hub.layout.Encoding;
import csms.hub.participant.CaseStatus;
import csms.hub.participant.Entry;
import csms.hub.participant.PersonIndex;
import csms.hub.participant.PersonName;
import csms.hub.participant.Role;
import csms.hub.record.Reason;
import csms.hub.request.OpenRequests;
import csms.hub.testing.DrawnRecord;
import csms.hub.testing.FileText;
import csms.hub.testing.ShippedMappings;
import csms.hub.testing.SvesRecord;
import csms.hub.update.Update;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the hub makes of SVES answers, row by row of the page's table (federal/ssa-sves-responses). */
class SvesTranslationTest {

    private static final String JOHN = "900123456";

    private static final PersonIndex INDEX = new PersonIndex.Builder()
            .add(entry("P1", "AB12345X1", Role.NONCUSTODIAL, 900_123_456, CaseStatus.OPEN, false))
            .add(entry("P2", "CD12345X1", Role.NONCUSTODIAL, 900_222_222, CaseStatus.OPEN, false))
            .add(entry("P2", "BA12345X2", Role.CUSTODIAL, 900_222_222, CaseStatus.OPEN, false))
            .add(entry("P3", "CL12345X1", Role.NONCUSTODIAL, 900_333_333, CaseStatus.CLOSED, false))
            .add(entry("P4", "FV12345X1", Role.CUSTODIAL, 900_444_444, CaseStatus.OPEN, true))
            .add(entry("P5", "NO12345X1", Role.PUTATIVE_FATHER, 0, CaseStatus.OPEN, false))
            .add(entry("P6", "", Role.NONCUSTODIAL, 900_666_666, CaseStatus.OPEN, false))
            .build();

    private static final OpenRequests REQUESTS =
            number -> number == 42 ? Optional.of("request-forty-two") : Optional.empty();

    private final InboundExchange exchange =
            Translated.exchange(ShippedMappings.of("ssa.sves-response"), INDEX, REQUESTS);

    private static Entry entry(String id, String caseId, Role role, int ssn, CaseStatus status, boolean violence) {
        return new Entry(
                id,
                caseId,
                1,
                role,
                ssn,
                0,
                new PersonName("DOE", "JOHN", "Q"),
                PersonName.NONE,
                1980_01_31,
                "",
                status,
                violence);
    }

    private static DrawnRecord titleII() {
        return SvesRecord.titleII()
                .with("ssn", JOHN)
                .with("last_name", "DOE")
                .with("first_name", "JOHN")
                .with("date_of_birth", "19800131");
    }

    private static DrawnRecord titleXVI() {
        return SvesRecord.titleXVI()
                .with("ssn", JOHN)
                .with("last_name", "DOE")
                .with("first_name", "JOHN")
                .with("date_of_birth", "19800131");
    }

    private static DrawnRecord prisoner() {
        return SvesRecord.prisoner()
                .with("ssn", JOHN)
                .with("reported_lname", "DOE")
                .with("reported_fname", "JOHN")
                .with("reported_date_of_brth", "19800131");
    }

    private static DrawnRecord pendingClaim() {
        return SvesRecord.pendingClaim()
                .with("ssn", JOHN)
                .with("returned_last_name", "DOE")
                .with("returned_first_name", "JOHN");
    }

    private static DrawnRecord notFound() {
        return SvesRecord.notFound().with("ssn", JOHN);
    }

    private Translated translate(DrawnRecord... details) {
        return Translated.of(exchange, details);
    }

    @Nested
    class TitleII {

        @Test
        void makesABenefitOfEveryRecordEvenWithNothingInIt() {
            Translated made = translate(titleII());
            assertThat(made.names()).containsExactly("titleII");
            assertThat(made.data("titleII")).isEqualTo(json("{\"program\":\"title-ii\"}"));
            assertThat(made.reasons()).isEmpty();
            assertThat(made.translation().applied()).isEqualTo(1);
        }

        @Test
        void readsEveryFieldOfTheTable() {
            Translated made = translate(titleII()
                    .with("middle_initial", "Q")
                    .with("date_of_death", "20251200")
                    .with("res_address1", "17 INVENTED WAY")
                    .with("res_address3", "ATTN NOBODY")
                    .with("res_city", "ALBANY")
                    .with("res_state", "NY")
                    .with("res_zip5", "12207")
                    .with("res_zip4", "1234")
                    .with("res_scrub_ind1", "GA")
                    .with("can_bic", "900123456C1")
                    .with("direct_deposit_ind", "S")
                    .with("laf_code", "S7")
                    .with("deferred_pmt_date", "202605")
                    .with("init_entitlement_dte", "201903")
                    .with("curr_entitlement_dte", "202001")
                    .with("susp_term_date", "202511")
                    .with("monthly_benefit", "123450")
                    .with("health_ins_code", "G")
                    .with("smi_option_code", "N")
                    .with("black_lung_ent_cd", "E")
                    .with("black_lung_pmt_amt", "070025")
                    .with("mbc_num_entries", "2")
                    .withRow("pmt_history_sub", 1, "pmt_hist_date", "202602")
                    .withRow("pmt_history_sub", 1, "pmt_hist_amt", "123450")
                    .withRow("pmt_history_sub", 1, "pmt_hist_type", "C")
                    .withRow("pmt_history_sub", 2, "pmt_hist_date", "      ")
                    .withRow("pmt_history_sub", 2, "pmt_hist_amt", "000000")
                    .withRow("pmt_history_sub", 2, "pmt_hist_type", "N"));
            assertThat(made.names()).containsExactly("titleII", "blackLung", "titleIIAddress", "titleIIDeath");
            assertThat(made.types())
                    .containsExactly("benefit-reported", "benefit-reported", "address-located", "death-reported");
            assertThat(made.data("titleII")).isEqualTo(json("""
                            {"program":"title-ii","status":"suspended-prisoner","amount":"1234.50","entitledOn":"2019-03",
                             "currentlyEntitledOn":"2020-01","suspendedOn":"2025-11","deferredTo":"2026-05",
                             "claimNumber":"900123456","beneficiaryCode":"C1","directDeposit":"savings",
                             "medicareA":true,"medicareB":false,
                             "history":[{"month":"2026-02","amount":"1234.50","kind":"paid"},
                                        {"amount":"0.00","kind":"not-paid"}]}"""));
            assertThat(made.data("blackLung"))
                    .isEqualTo(json("{\"program\":\"black-lung\",\"status\":\"entitled\",\"amount\":\"700.25\"}"));
            assertThat(made.data("titleIIAddress")).isEqualTo(json("""
                            {"kind":"residence","quality":"good","address":{"line1":"17 INVENTED WAY",
                             "line2":"ATTN NOBODY","city":"ALBANY","state":"NY","zip":"12207-1234"}}"""));
            assertThat(made.data("titleIIDeath")).isEqualTo(json("{\"date\":\"2025-12-01\",\"source\":\"ssa\"}"));
            assertThat(made.event("titleII").path("review").asBoolean()).isFalse();
            assertThat(made.event("titleIIDeath").path("review").asBoolean()).isTrue();
            assertThat(made.reasons()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "'C ' | current-pay",
                    "DP | deferred-assistance",
                    "D1 | deferred",
                    "S1 | suspended-work-abroad",
                    "S2 | suspended-work",
                    "S7 | suspended-prisoner",
                    "S8 | suspended-payee",
                    "S9 | suspended-other",
                    "S5 | suspended",
                    "T1 | ended-death",
                    "T8 | ended-disability-ceased",
                    "TX | ended-other",
                    "TB | ended-other",
                    "T0 | ended",
                    "'N ' | denied",
                    "'P ' | pending",
                    "'U ' | uninsured",
                    "'X ' | ended-without-entitlement",
                    "Z9 | Z9"
                })
        void readsThePaymentStatus(String code, String word) {
            assertThat(translate(titleII().with("laf_code", code))
                            .data("titleII")
                            .path("status")
                            .asText())
                    .isEqualTo(word);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "E | true",
                    "G | true",
                    "Y | true",
                    "N | false",
                    "X | false",
                })
        void readsMedicareA(String code, boolean covered) {
            assertThat(translate(titleII().with("health_ins_code", code))
                            .data("titleII")
                            .path("medicareA")
                            .asBoolean())
                    .isEqualTo(covered);
        }

        @Test
        void leavesMedicareOutWhenNothingIsSaid() {
            assertThat(translate(titleII()).data("titleII").has("medicareA")).isFalse();
            assertThat(translate(titleII()).data("titleII").has("medicareB")).isFalse();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {"E | entitled", "P | pending", "N | nonpay", "D | ended-death", "T | ended"})
        void readsBlackLung(String code, String word) {
            Translated made = translate(titleII().with("black_lung_ent_cd", code));
            assertThat(made.data("blackLung"))
                    .isEqualTo(json("{\"program\":\"black-lung\",\"status\":\"" + word + "\"}"));
        }

        @Test
        void neverLooksAtBlackLungAmountsOrRowsBeyondTheirCount() {
            DrawnRecord record = titleII()
                    .with("black_lung_pmt_amt", "OLDOLD")
                    .with("mbc_num_entries", "1")
                    .withRow("pmt_history_sub", 1, "pmt_hist_amt", "000000")
                    .withRow("pmt_history_sub", 2, "pmt_hist_date", "999999")
                    .withRow("pmt_history_sub", 8, "pmt_hist_amt", "?");
            Translated made = translate(record);
            assertThat(made.reasons()).isEmpty();
            assertThat(made.names()).containsExactly("titleII");
        }

        @Test
        void makesNoAddressOfAnEmptyOneOrOneThatCleaningFoundEmpty() {
            assertThat(translate(titleII().with("res_state", "NY").with("res_zip5", "12207"))
                            .names())
                    .containsExactly("titleII");
            assertThat(translate(titleII().with("res_city", "ALBANY").with("res_scrub_ind1", "EA"))
                            .names())
                    .containsExactly("titleII");
            assertThat(translate(titleII().with("res_city", "ALBANY").with("res_scrub_ind1", "BA"))
                            .data("titleIIAddress")
                            .path("quality")
                            .asText())
                    .isEqualTo("bad");
            assertThat(translate(titleII().with("res_city", "ALBANY").with("res_scrub_ind1", "QQ"))
                            .data("titleIIAddress")
                            .path("quality")
                            .asText())
                    .isEqualTo("QQ");
        }
    }

    @Nested
    class TitleXVI {

        @Test
        void readsEveryFieldOfTheTable() {
            Translated made = translate(titleXVI()
                    .with("date_of_death", "20251204")
                    .with("dod_source_code", "2")
                    .with("res_address_1", "9 MADE UP ROAD")
                    .with("res_city", "UTICA")
                    .with("res_state", "NY")
                    .with("res_zip", "135010000")
                    .with("res_scrub_ind1", "CH")
                    .with("telephone_number", "3155550100")
                    .with("type_payee_cd", "REL")
                    .with("payee_mail_addr1", "C/O SOMEBODY")
                    .with("payee_mail_addr2", "2 PAYEE PLACE")
                    .with("payee_mail_city", "ROME")
                    .with("payee_mail_state", "NY")
                    .with("payee_mail_zip", "13440")
                    .with("payee_addr_scrub_ind1", "BA")
                    .with("recipient_type", "DI")
                    .with("eligibility_date", "201801")
                    .with("curr_pmt_status_code", "N01")
                    .with("payment_status_code", "C01")
                    .with("payment_status_date", "202601")
                    .with("direct_deposit_ind", "E")
                    .with("rep_payee_ind", "Y")
                    .with("est_self_emp_amt", "000100")
                    .with("unernd_income_num", "2")
                    .withRow("t16_unernd_income_sub", 1, "t16_ui_type_code", "A")
                    .withRow("t16_unernd_income_sub", 1, "t16_ui_verification_cd", "V")
                    .withRow("t16_unernd_income_sub", 1, "t16_ui_income_start_dte", "202001")
                    .withRow("t16_unernd_income_sub", 1, "t16_ui_income_stop_dte", "202112")
                    .withRow("t16_unernd_income_sub", 2, "t16_ui_type_code", "B")
                    .with("payhist_num", "3")
                    .withRow("payhist_sub", 1, "t16_phist_pmt_date", "20260201")
                    .withRow("payhist_sub", 1, "t16_phist_pmt_amount", "009430{")
                    .withRow("payhist_sub", 1, "t16_phist_pay_flag", "1")
                    .withRow("payhist_sub", 2, "t16_phist_pmt_date", "20260101")
                    .withRow("payhist_sub", 2, "t16_phist_pmt_amount", "000125N")
                    .withRow("payhist_sub", 3, "t16_phist_pmt_amount", "0000000"));
            assertThat(made.names()).containsExactly("titleXVI", "titleXVIAddress", "payeeAddress", "titleXVIDeath");
            assertThat(made.data("titleXVI")).isEqualTo(json("""
                            {"program":"title-xvi","status":"current-pay","statusOn":"2026-01","entitledOn":"2018-01",
                             "kind":"disabled","payee":{"kind":"relative","represented":true},"directDeposit":"ebt",
                             "selfEmployment":"1.00",
                             "unearnedIncome":[{"kind":"A","verification":"V","beganOn":"2020-01","endedOn":"2021-12"},
                                               {"kind":"B"}],
                             "history":[{"paidOn":"2026-02-01","amount":"943.00","kind":"1"},
                                        {"paidOn":"2026-01-01","amount":"-12.55"},
                                        {"amount":"0.00"}]}"""));
            assertThat(made.data("titleXVIAddress")).isEqualTo(json("""
                            {"kind":"residence","quality":"changed","phone":"3155550100","address":{
                             "line1":"9 MADE UP ROAD","city":"UTICA","state":"NY","zip":"13501"}}"""));
            assertThat(made.data("payeeAddress")).isEqualTo(json("""
                            {"kind":"payee","quality":"bad","address":{"line1":"C/O SOMEBODY","line2":"2 PAYEE PLACE",
                             "city":"ROME","state":"NY","zip":"13440"}}"""));
            assertThat(made.data("titleXVIDeath"))
                    .isEqualTo(json("{\"date\":\"2025-12-04\",\"source\":\"electronic-death\"}"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "C01 | current-pay",
                    "N01 | nonpay-income",
                    "N02 | nonpay-inmate",
                    "N04 | nonpay-resources",
                    "N22 | nonpay-jail",
                    "N54 | nonpay",
                    "T01 | ended-death",
                    "T31 | ended-system",
                    "T22 | ended",
                    "E01 | eligible-no-pay",
                    "H80 | held",
                    "M01 | forced-pay",
                    "S06 | suspended",
                    "Q01 | Q01"
                })
        void readsThePaymentStatusAndFallsBackToTheCurrentOne(String code, String word) {
            assertThat(translate(titleXVI().with("payment_status_code", code).with("curr_pmt_status_code", "Z99"))
                            .data("titleXVI")
                            .path("status")
                            .asText())
                    .isEqualTo(word);
            assertThat(translate(titleXVI().with("curr_pmt_status_code", code))
                            .data("titleXVI")
                            .path("status")
                            .asText())
                    .isEqualTo(word);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "AI | aged",
                    "AS | aged-spouse",
                    "BC | blind-child",
                    "BI | blind",
                    "BS | blind-spouse",
                    "DC | disabled-child",
                    "DI | disabled",
                    "DS | disabled-spouse",
                    "EP | essential-person",
                    "XA | ineligible",
                    "QQ | QQ"
                })
        void readsTheKindOfRecipient(String code, String word) {
            assertThat(translate(titleXVI().with("recipient_type", code))
                            .data("titleXVI")
                            .path("kind")
                            .asText())
                    .isEqualTo(word);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "1 | field-office",
                    "2 | electronic-death",
                    "3 | mbr",
                    "4 | returned-check",
                    "5 | returned-check",
                    "6 | state",
                    "9 | ssa",
                    "' ' | ssa"
                })
        void readsTheSourceOfADeath(String code, String word) {
            assertThat(translate(titleXVI().with("date_of_death", "20251204").with("dod_source_code", code))
                            .data("titleXVIDeath")
                            .path("source")
                            .asText())
                    .isEqualTo(word);
        }

        @Test
        void makesNoDeathOfASourceAlone() {
            assertThat(translate(titleXVI().with("dod_source_code", "2")).names())
                    .containsExactly("titleXVI");
        }

        @ParameterizedTest
        @ValueSource(strings = {"SEL", "   "})
        void makesNoPayeesAddressWhenThePersonIsTheirOwnPayee(String payee) {
            assertThat(translate(titleXVI().with("type_payee_cd", payee).with("payee_mail_city", "ROME"))
                            .names())
                    .containsExactly("titleXVI");
        }

        @Test
        void leavesThePayeesAddressOutWhenItIsBlank() {
            assertThat(translate(titleXVI().with("type_payee_cd", "AGY").with("payee_mail_zip", "13440"))
                            .names())
                    .containsExactly("titleXVI");
        }
    }

    @Nested
    class Prisoner {

        @Test
        void readsEveryFieldOfTheTable() {
            Translated made = translate(prisoner()
                    .with("reported_ssn", "900999999")
                    .with("id_number", "00A0001")
                    .with("date_of_confinement", "20251103")
                    .with("release_date", "20290101")
                    .with("report_date", "20260110")
                    .with("facility_type", "05")
                    .with("facility_name", "IMAGINARY CORRECTIONAL FACILITY")
                    .with("facility_addr1", "1 NOWHERE ROAD")
                    .with("facility_addr2", "BLOCK B")
                    .with("facility_addr3", "TIER 2")
                    .with("facility_addr4", "CELL 9")
                    .with("facility_city", "ATTICA")
                    .with("facility_state", "NY")
                    .with("facility_zip", "14011")
                    .with("facility_phone", "5855550100")
                    .with("facility_contact_name", "RECORDS OFFICE"));
            assertThat(made.names()).containsExactly("confinement");
            assertThat(made.data("confinement")).isEqualTo(json("""
                            {"reported":"2026-01-10","facility":{"name":"IMAGINARY CORRECTIONAL FACILITY",
                              "kind":"boot-camp","phone":"5855550100","contact":"RECORDS OFFICE","address":{
                              "line1":"1 NOWHERE ROAD","line2":"BLOCK B","line3":"TIER 2, CELL 9","city":"ATTICA",
                              "state":"NY","zip":"14011"}},
                             "inmateNumber":"00A0001","confinedOn":"2025-11-03","releasedOn":"2029-01-01",
                             "reportedSsn":"900999999"}"""));
        }

        @Test
        void closesAnAddressUp() {
            Translated made = translate(prisoner()
                    .with("facility_addr2", "BLOCK B")
                    .with("facility_addr4", "CELL 9")
                    .with("facility_city", "ATTICA"));
            assertThat(made.data("confinement").path("facility").path("address"))
                    .isEqualTo(json("{\"line1\":\"BLOCK B\",\"line2\":\"CELL 9\",\"city\":\"ATTICA\"}"));
        }

        @Test
        void saysTheReportedSsnOnlyWhenItDiffers() {
            assertThat(translate(prisoner().with("reported_ssn", JOHN))
                            .data("confinement")
                            .has("reportedSsn"))
                    .isFalse();
            assertThat(translate(prisoner().with("reported_ssn", "000000000"))
                            .data("confinement")
                            .has("reportedSsn"))
                    .isFalse();
        }

        @ParameterizedTest
        @CsvSource({
            "01, state",
            "02, county",
            "03, federal",
            "04, mental",
            "05, boot-camp",
            "06, medical",
            "07, work-camp",
            "08, detention",
            "09, juvenile"
        })
        void readsTheKindOfFacility(String code, String word) {
            assertThat(translate(prisoner().with("facility_type", code))
                            .data("confinement")
                            .path("facility")
                            .path("kind")
                            .asText())
                    .isEqualTo(word);
        }

        @Test
        void passesALongPastReleaseOnLikeAnyOther() {
            assertThat(translate(prisoner().with("release_date", "19990101")).data("confinement"))
                    .isEqualTo(json("{\"releasedOn\":\"1999-01-01\"}"));
        }
    }

    @Nested
    class PendingClaim {

        @Test
        void readsEveryFieldOfTheTable() {
            Translated made = translate(pendingClaim()
                    .with("response_ccyy", "2026")
                    .with("response_mm", "02")
                    .with("response_dd", "27")
                    .with("claim_type", "SU")
                    .with("claimant_line_1", "3 FICTION STREET")
                    .with("claimant_line_4", "REAR")
                    .with("claimant_city", "TROY")
                    .with("claimant_state", "NY")
                    .with("claimant_zip", "121800001"));
            assertThat(made.names()).containsExactly("pendingClaim", "claimantAddress");
            assertThat(made.data("pendingClaim")).isEqualTo(json("""
                            {"reported":"2026-02-27","program":"title-ii","status":"claim-pending","kind":"survivor"}"""));
            assertThat(made.data("claimantAddress")).isEqualTo(json("""
                            {"reported":"2026-02-27","kind":"claimant","address":{"line1":"3 FICTION STREET",
                             "line2":"REAR","city":"TROY","state":"NY","zip":"12180-0001"}}"""));
        }

        @Test
        void namesThePersonByTheReturnedNameOrElseTheMatchedOne() {
            assertThat(translate(pendingClaim().with("returned_middle_name", "QUINCY"))
                            .person("pendingClaim")
                            .path("name"))
                    .isEqualTo(json("{\"last\":\"DOE\",\"first\":\"JOHN\",\"middle\":\"QUINCY\"}"));
            DrawnRecord matched = SvesRecord.pendingClaim()
                    .with("ssn", JOHN)
                    .with("last_name", "DOEBERMAN")
                    .with("first_name", "J");
            assertThat(translate(matched).person("pendingClaim").path("name"))
                    .isEqualTo(json("{\"last\":\"DOEBERMAN\",\"first\":\"J\"}"));
        }

        @Test
        void rejectsADateOfTheAnswerThatIsNone() {
            assertThat(translate(pendingClaim()
                                    .with("response_ccyy", "2026")
                                    .with("response_mm", "13")
                                    .with("response_dd", "01"))
                            .reasons())
                    .containsExactly("R/R0103@2 response_ccyy");
        }
    }

    @Nested
    class RequestAnswered {

        @Test
        void answersThatNothingWasFound() {
            Translated made = translate(notFound().with("user_field", "000000000000042"));
            assertThat(made.names()).containsExactly("noRecord");
            assertThat(made.data("noRecord"))
                    .isEqualTo(json("{\"requestId\":\"request-forty-two\",\"result\":\"no-record\",\"code\":\"E10\"}"));
            assertThat(translate(notFound().with("loc_resp_cd", "39")).data("noRecord"))
                    .isEqualTo(json("{\"result\":\"no-record\",\"code\":\"39\"}"));
        }

        @ParameterizedTest
        @CsvSource({"09, source-unavailable", "10, no-data", "QQ, no-data"})
        void makesNothingElseOfARecordWithAResponseCode(String code, String result) {
            var expected = json("{\"result\":\"" + result + "\",\"code\":\"" + code + "\"}");
            Translated made = translate(
                    titleII()
                            .with("response_code", code)
                            .with("res_city", "ALBANY")
                            .with("black_lung_ent_cd", "E"),
                    titleXVI().with("loc_resp_code", code),
                    prisoner().with("locate_resp_code", code),
                    pendingClaim().with("loc_resp_code", code));
            assertThat(made.names()).containsExactly("noData", "noData", "noData", "noData");
            for (var event : made.events()) {
                var data = event.path("data").<com.fasterxml.jackson.databind.node.ObjectNode>deepCopy();
                data.remove("person");
                assertThat(data).isEqualTo(expected);
            }
        }

        @Test
        void readsNoOtherFieldOfARecordWithAResponseCode() {
            assertThat(translate(titleII()
                                    .with("response_code", "09")
                                    .with("monthly_benefit", "JUNK")
                                    .with("date_of_death", "JUNK")
                                    .with("mbc_num_entries", "9"))
                            .reasons())
                    .isEmpty();
        }

        @Test
        void namesTheRequestOfALocateAnswerOnly() {
            DrawnRecord answer = titleII().with("response_code", "09").with("user_field", "000000000000042");
            assertThat(translate(answer).data("noData").path("requestId").asText())
                    .isEqualTo("request-forty-two");
            assertThat(translate(answer.copy().with("sves_match_type", "P"))
                            .data("noData")
                            .has("requestId"))
                    .isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"               ", "42             ", "              4", "STATE-USE-42   "})
        void joinsNothingToAnEchoThatIsNoNumber(String echo) {
            Translated made = translate(notFound().with("user_field", echo));
            assertThat(made.data("noRecord").has("requestId")).isFalse();
            assertThat(made.reasons()).isEmpty();
        }

        @Test
        void rejectsAnAnswerToARequestThatWasNeverMade() {
            Translated made = translate(
                    notFound().with("user_field", "000000000000043"),
                    titleII().with("response_code", "09").with("user_field", "000000000000043"));
            assertThat(made.reasons()).containsExactly("R/R0204@2", "R/R0204@3");
            assertThat(made.events()).isEmpty();
            assertThat(made.translation().rejected()).isEqualTo(2);
            assertThat(made.translation().counted()).isZero();
        }

        @Test
        void makesTheOtherUpdatesOfARecordWhoseRequestIsUnknown() {
            Translated made = translate(titleII().with("user_field", "000000000000043"));
            assertThat(made.names()).containsExactly("titleII");
            assertThat(made.reasons()).isEmpty();
        }
    }

    @Nested
    class Rejects {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "sves_match_type      | X        | R0104",
                    "sves_match_type      | ' '      | R0104",
                    "loc_closed_ind       | N        | R0104",
                    "sort_state_code      | 37       | R0104",
                    "ssn                  | '         ' | R0101",
                    "ssn                  | 000000000 | R0101",
                    "ssn                  | 90012345X | R0106",
                    "ssn                  | 666123456 | R0106",
                    "date_of_birth        | 19800230 | R0103",
                    "date_of_death        | 20261301 | R0103",
                    "date_of_death        | 2026030X | R0103",
                    "init_entitlement_dte | 202613   | R0103",
                    "curr_entitlement_dte | 2026     | R0103",
                    "susp_term_date       | 20260A   | R0103",
                    "deferred_pmt_date    | 000001   | R0103",
                    "monthly_benefit      | '      ' | R0102",
                    "monthly_benefit      | 1234.5   | R0102",
                    "mbc_num_entries      | 9        | R0102",
                    "mbc_num_entries      | ' '      | R0102",
                    "mbc_num_entries      | X        | R0102",
                    "direct_deposit_ind   | X        | R0104",
                    "black_lung_ent_cd    | X        | R0104",
                    "locate_source        | E99      | R0104",
                    "record_id            | FF       | R0104",
                })
        void rejectsATitleIIRecord(String field, String value, String code) {
            Translated made = translate(titleII().with(field, value));
            assertThat(made.reasons()).containsExactly("R/" + code + "@2 " + field);
            assertThat(made.events()).isEmpty();
            assertThat(made.translation().rejected()).isEqualTo(1);
            assertThat(made.translation().counted()).isEqualTo(1);
            assertThat(made.translation().applied()).isZero();
        }

        @Test
        void rejectsBadRowsOfTablesByTheirOwnPositions() {
            Reason reason = translate(titleII()
                            .with("mbc_num_entries", "8")
                            .withRow("pmt_history_sub", 1, "pmt_hist_amt", "000000")
                            .withRow("pmt_history_sub", 2, "pmt_hist_amt", "000000")
                            .withRow("pmt_history_sub", 3, "pmt_hist_amt", "00000X")
                            .withRow("pmt_history_sub", 4, "pmt_hist_amt", "000000")
                            .withRow("pmt_history_sub", 5, "pmt_hist_amt", "000000")
                            .withRow("pmt_history_sub", 6, "pmt_hist_amt", "000000")
                            .withRow("pmt_history_sub", 7, "pmt_hist_amt", "000000")
                            .withRow("pmt_history_sub", 8, "pmt_hist_amt", "000000"))
                    .translation()
                    .reasons()
                    .get(0);
            assertThat(reason.describe("SVES-RESPONSE.20260303.000001.TXT"))
                    .isEqualTo("SVES-RESPONSE.20260303.000001.TXT record 2 titleII.pmt_hist_amt (505-510):"
                            + " not digits [R0102]");
            assertThat(reason.start()).isEqualTo(505);
            assertThat(reason.length()).isEqualTo(6);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "est_self_emp_amt    | '      ' | R0102",
                    "unernd_income_num   | ' '      | R0102",
                    "payhist_num         | 9        | R0102",
                    "payment_status_date | 202600   | R0103",
                    "eligibility_date    | 20AA01   | R0103",
                    "date_of_death       | 19000229 | R0103",
                    "direct_deposit_ind  | X        | R0104",
                    "rep_payee_ind       | X        | R0104",
                    "loc_closed_ind      | X        | R0104",
                    "sves_match_type     | X        | R0104",
                    "sort_state_code     | 09       | R0104",
                })
        void rejectsATitleXVIRecord(String field, String value, String code) {
            assertThat(translate(titleXVI().with(field, value)).reasons()).containsExactly("R/" + code + "@2 " + field);
        }

        @Test
        void rejectsAnAmountOfTheHistoryThatIsNotZoned() {
            assertThat(translate(titleXVI()
                                    .with("payhist_num", "1")
                                    .withRow("payhist_sub", 1, "t16_phist_pmt_amount", "000012-"))
                            .reasons())
                    .containsExactly("R/R0102@2 t16_phist_pmt_amount");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "facility_type         | 10       | R0104",
                    "date_of_confinement   | 20250931 | R0103",
                    "release_date          | ABCDEFGH | R0103",
                    "report_date           | 20250000 | R0103",
                    "reported_date_of_brth | 19801301 | R0103",
                    "reported_ssn          | 000123456 | R0106",
                    "sort_state_code       | 01       | R0104",
                })
        void rejectsAPrisonerRecord(String field, String value, String code) {
            assertThat(translate(prisoner().with(field, value)).reasons()).containsExactly("R/" + code + "@2 " + field);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "match_type_code         | X  | R0104",
                    "pedning_sort_state_code | 01 | R0104",
                    "ssn                     | X  | R0106",
                })
        void rejectsAPendingClaim(String field, String value, String code) {
            assertThat(translate(pendingClaim().with(field, value)).reasons())
                    .containsExactly("R/" + code + "@2 " + field);
        }

        @Test
        void takesADateThatTheFcrTurnedToBlanks() {
            Translated made = translate(titleII()
                    .with("date_of_death", "        ")
                    .with("date_of_birth", "        ")
                    .with("init_entitlement_dte", "      "));
            assertThat(made.reasons()).isEmpty();
            assertThat(made.person("titleII").path("dateOfBirth").asText()).isEqualTo("1980-01-31");
        }

        @Test
        void listsEveryRejectOfARecordInTheOrderOfItsFields() {
            Translated made = translate(
                    titleII()
                            .with("monthly_benefit", "X")
                            .with("sves_match_type", "X")
                            .with("date_of_death", "X")
                            .with("ssn", "X"),
                    titleII());
            assertThat(made.reasons())
                    .containsExactly(
                            "R/R0104@2 sves_match_type",
                            "R/R0103@2 date_of_death",
                            "R/R0106@2 ssn",
                            "R/R0102@2 monthly_benefit");
            assertThat(made.translation().rejected()).isEqualTo(1);
            assertThat(made.translation().applied()).isEqualTo(1);
        }

        @Test
        void matchesNobodyWhenAFieldIsRejected() {
            assertThat(translate(titleII().with("ssn", "900777777").with("monthly_benefit", "X"))
                            .reasons())
                    .containsExactly("R/R0102@2 monthly_benefit");
        }

        @Test
        void takesNoSsnOfTheTestAreaInProduction() {
            InboundExchange production = MappedExchange.of(
                    ShippedMappings.of("ssa.sves-response"),
                    new csms.hub.participant.Matcher(() -> INDEX),
                    REQUESTS,
                    true);
            assertThat(Translated.of(production, titleII()).reasons()).containsExactly("R/R0106@2 ssn");
        }

        @Test
        void neverSaysAValue() {
            for (Reason reason : translate(titleII()
                            .with("ssn", "90012345X")
                            .with("date_of_death", "SECRET")
                            .with("monthly_benefit", "SECRET"))
                    .translation()
                    .reasons()) {
                assertThat(reason.describe("F")).doesNotContain("90012345X").doesNotContain("SECRET");
            }
        }
    }

    @Nested
    class Who {

        @Test
        void rejectsAnAnswerAboutNobody() {
            Translated made = translate(titleII().with("ssn", "900777777"));
            assertThat(made.reasons()).containsExactly("R/R0201@2");
            assertThat(made.translation().rejected()).isEqualTo(1);
            assertThat(made.translation().counted()).isZero();
            assertThat(made.translation().notOurs()).isZero();
        }

        @Test
        void takesTheEchoedParticipantWhoseSsnAgrees() {
            assertThat(translate(titleII().with("member_id", "P1")).person("titleII"))
                    .isEqualTo(json("""
                            {"participantId":"P1","caseId":"AB12345X1","role":"noncustodial","ssn":"900123456",
                             "name":{"last":"DOE","first":"JOHN"},"dateOfBirth":"1980-01-31","match":"exact"}"""));
            assertThat(translate(titleII().with("member_id", "P2")).reasons()).containsExactly("R/R0202@2");
            assertThat(translate(titleII().with("member_id", "P9")).reasons()).containsExactly("R/R0201@2");
        }

        @Test
        void reviewsAMatchWithoutAnSsnInTheIndex() {
            Translated made = translate(titleII().with("member_id", "P5"));
            assertThat(made.person("titleII").path("match").asText()).isEqualTo("name");
            assertThat(made.event("titleII").path("review").asBoolean()).isTrue();
            assertThat(made.reasons()).containsExactly("W/W0403@2");
            assertThat(translate(titleII().with("member_id", "P5").with("last_name", "SMITH"))
                            .reasons())
                    .containsExactly("R/R0202@2");
        }

        @Test
        void reviewsAnotherNameOrBirthDate() {
            Translated name = translate(titleII().with("last_name", "SMITH"));
            assertThat(name.person("titleII").path("match").asText()).isEqualTo("review");
            assertThat(name.person("titleII").path("name").path("last").asText())
                    .isEqualTo("SMITH");
            assertThat(name.event("titleII").path("review").asBoolean()).isTrue();
            assertThat(name.reasons()).containsExactly("W/W0403@2");
            Translated birth =
                    translate(titleII().with("date_of_birth", "19800201").with("res_city", "ALBANY"));
            assertThat(birth.person("titleII").path("match").asText()).isEqualTo("review");
            assertThat(birth.reasons()).containsExactly("W/W0403@2");
            assertThat(birth.translation().applied()).isEqualTo(1);
        }

        @Test
        void comparesNothingThatIsOnlyWhatWeSubmitted() {
            Translated made = translate(notFound().with("submtd_lname", "SMITH").with("date_of_birth", "19990101"));
            assertThat(made.person("noRecord").path("match").asText()).isEqualTo("exact");
            assertThat(made.event("noRecord").path("review").asBoolean()).isFalse();
            assertThat(made.reasons()).isEmpty();
        }

        @Test
        void tellsEachCaseOfThePersonInTheOrderOfTheCases() {
            Translated made = translate(titleII().with("ssn", "900222222").with("res_city", "ALBANY"));
            assertThat(made.names()).containsExactly("titleII", "titleII", "titleIIAddress", "titleIIAddress");
            assertThat(made.events())
                    .extracting(event -> event.path("subject").asText())
                    .containsExactly("BA12345X2", "CD12345X1", "BA12345X2", "CD12345X1");
            assertThat(made.events()
                            .get(0)
                            .path("data")
                            .path("person")
                            .path("role")
                            .asText())
                    .isEqualTo("custodial");
            assertThat(made.events().get(0).path("id").asText())
                    .isEqualTo("0123456789abcdef0123456789abcdef-2-titleII-BA12345X2");
            assertThat(made.translation().applied()).isEqualTo(1);
        }

        @Test
        void reviewsAClosedCase() {
            Translated made = translate(titleII().with("ssn", "900333333"));
            assertThat(made.person("titleII").path("match").asText()).isEqualTo("exact");
            assertThat(made.event("titleII").path("review").asBoolean()).isTrue();
            assertThat(made.reasons()).containsExactly("W/W0403@2");
        }

        @Test
        void alwaysReviewsADeathWithoutAWarning() {
            Translated made = translate(titleII().with("date_of_death", "20251201"));
            assertThat(made.event("titleIIDeath").path("review").asBoolean()).isTrue();
            assertThat(made.event("titleII").path("review").asBoolean()).isFalse();
            assertThat(made.reasons()).isEmpty();
        }

        @Test
        void restrictsWhatIsAboutAProtectedPerson() {
            Translated index = translate(titleII().with("ssn", "900444444"));
            assertThat(index.data("titleII").path("familyViolence").asBoolean()).isTrue();
            assertThat(index.translation().updates())
                    .extracting(Update::restricted)
                    .containsExactly(true);
            for (DrawnRecord record : List.of(
                    titleII().with("fv_state_1", "36"),
                    titleII().with("fv_state_2", "36"),
                    titleII().with("fv_state_3", "09"),
                    titleXVI().with("fvi_state_1", "36"),
                    prisoner().with("fvi_state_3", "36"),
                    notFound().with("fvi_state_2", "36"))) {
                Translated made = translate(record);
                assertThat(made.events()
                                .get(0)
                                .path("data")
                                .path("familyViolence")
                                .asBoolean())
                        .isTrue();
                assertThat(made.translation().updates().get(0).restricted()).isTrue();
            }
            Translated plain = translate(titleII());
            assertThat(plain.data("titleII").has("familyViolence")).isFalse();
            assertThat(plain.translation().updates())
                    .extracting(Update::restricted)
                    .containsExactly(false);
        }

        @Test
        void takesFromTheIndexWhatTheRecordLeavesBlank() {
            DrawnRecord bare = SvesRecord.titleII().with("ssn", JOHN);
            assertThat(translate(bare).person("titleII")).isEqualTo(json("""
                            {"participantId":"P1","caseId":"AB12345X1","role":"noncustodial","ssn":"900123456",
                             "name":{"last":"DOE","first":"JOHN","middle":"Q"},"dateOfBirth":"1980-01-31",
                             "match":"exact"}"""));
        }

        @Test
        void namesTheParticipantWhereThereIsNoCase() {
            Translated made = translate(titleII().with("ssn", "900666666"));
            assertThat(made.events().get(0).path("subject").asText()).isEqualTo("P6");
            assertThat(made.person("titleII").has("caseId")).isFalse();
        }
    }

    @Test
    void makesTheSameOfEbcdic() {
        DrawnRecord[] details = {
            titleXVI().with("payhist_num", "1").withRow("payhist_sub", 1, "t16_phist_pmt_amount", "000125}"), notFound()
        };
        byte[] ebcdic = FileText.of(details).ebcdic();
        byte[] before = ebcdic.clone();
        Translated made = Translated.of(
                exchange, ebcdic, new BatchExtent(1, 920, ebcdic.length, 2, 2, List.of()), List.of(), Encoding.IBM037);
        assertThat(made.events()).isEqualTo(translate(details).events());
        assertThat(made.data("titleXVI").path("history").get(0).path("amount").asText())
                .isEqualTo("-12.50");
        assertThat(ebcdic).isEqualTo(before);
    }

    @Test
    void makesUpdatesOfRepeatsInTheOrderOfTheRecords() {
        Translated made = translate(titleII(), notFound(), titleII());
        assertThat(made.events())
                .extracting(event -> event.path("record").asInt())
                .containsExactly(2, 3, 4);
        assertThat(made.events())
                .extracting(event -> event.path("safeguard").asText())
                .containsOnly("ssa");
    }

    @Test
    void namesTheEnvelopeAsAgreed() {
        var event = translate(titleII()).events().get(0);
        assertThat(event.path("source").asText()).isEqualTo("/partners/ssa/exchanges/sves-response");
        assertThat(event.path("time").asText()).isEqualTo("2026-03-03T12:00:00Z");
        assertThat(event.path("mapping").asText()).hasSize(64);
        assertThat(event.path("exchange").asText()).isEqualTo("ssa.sves-response");
    }

    @Test
    void allowsRejectsUpToALimitRoundedUpButNeverFewerThanFive() {
        assertThat(exchange.allowedRejects(0)).isEqualTo(5);
        assertThat(exchange.allowedRejects(250)).isEqualTo(5);
        assertThat(exchange.allowedRejects(251)).isEqualTo(6);
        assertThat(exchange.allowedRejects(300)).isEqualTo(6);
        assertThat(exchange.allowedRejects(1_000_000)).isEqualTo(20_000);
    }
}
