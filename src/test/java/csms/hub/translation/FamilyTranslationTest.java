package csms.hub.translation;

import static csms.hub.translation.Translated.json;
import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.control.BatchExtent;
import csms.hub.layout.Encoding;
import csms.hub.layout.Mapping;
import csms.hub.participant.CaseStatus;
import csms.hub.participant.Entry;
import csms.hub.participant.PersonIndex;
import csms.hub.participant.PersonName;
import csms.hub.participant.Role;
import csms.hub.request.OpenRequests;
import csms.hub.testing.DrawnRecord;
import csms.hub.testing.FileText;
import csms.hub.testing.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records that belong to one before them: licenses with their vehicles, and liens on those. */
class FamilyTranslationTest {

    private static final Mapping MAPPING = Rows.mapping("""
            exchange: tests.family
            direction: inbound
            agreement: { document: tests }
            safeguard: none
            file: { format: fixed-length, recordLength: 60, encoding: [ US-ASCII, IBM037 ], order: [ head, (license, (vehicle, lien...)...)..., tail ] }
            records:
              head:
                - { positions: 1-1,   name: id, type: literal, value: H }
                - { positions: 2-60,  name: filler, type: filler }
              license:
                - { positions: 1-1,   name: id, type: literal, value: L }
                - { positions: 2-10,  name: ssn, type: ssn, presence: required }
                - { positions: 11-30, name: last, type: text, presence: optional }
                - { positions: 31-38, name: as of, type: date, presence: optional, to: [ license.reported, vehicle.reported ] }
                - { positions: 39-53, name: city, type: text, presence: optional, to: [ vehicle.address.city, lien.address.city ] }
                - { positions: 54-60, name: filler, type: filler }
              vehicle:
                parent: license
                rows:
                  - { positions: 1-1,   name: id, type: literal, value: V }
                  - { positions: 2-9,   name: plate, type: text, presence: required, to: [ vehicle.vehicle.plate, lien.vehicle.plate ] }
                  - { positions: 10-24, name: city, type: text, presence: optional, to: vehicle.address.city }
                  - { positions: 25-60, name: filler, type: filler }
              lien:
                parent: vehicle
                rows:
                  - { positions: 1-1,   name: id, type: literal, value: N }
                  - { positions: 2-21,  name: holder, type: text, presence: optional, to: lien.vehicle.lienHolder }
                  - { positions: 22-60, name: filler, type: filler }
              tail:
                - { positions: 1-1,   name: id, type: literal, value: T }
                - { positions: 2-60,  name: filler, type: filler }
            publishes:
              license: { update: license-reported, for: license, always: true }
              vehicle: { update: vehicle-reported, for: vehicle, always: true }
              lien:    { update: vehicle-reported, for: lien, always: true }
            match:
              license: { by: ssn, name: [ last ] }
            """);

    private final InboundExchange exchange = Translated.exchange(
            MAPPING,
            new PersonIndex.Builder()
                    .add(entry("P1", "AB12345X1", 900_111_111))
                    .add(entry("P2", "CD12345X1", 900_222_222))
                    .build(),
            OpenRequests.NONE);

    private static Entry entry(String id, String caseId, int ssn) {
        return new Entry(
                id,
                caseId,
                1,
                Role.NONCUSTODIAL,
                ssn,
                0,
                new PersonName("DOE", "", ""),
                PersonName.NONE,
                0,
                "",
                CaseStatus.OPEN,
                false);
    }

    private static DrawnRecord license(String ssn, String city) {
        return DrawnRecord.of(MAPPING, "license")
                .with("ssn", ssn)
                .with("as of", "20260101")
                .with("city", city);
    }

    private static DrawnRecord vehicle(String plate) {
        return DrawnRecord.of(MAPPING, "vehicle").with("plate", plate);
    }

    private static DrawnRecord lien(String holder) {
        return DrawnRecord.of(MAPPING, "lien").with("holder", holder);
    }

    @Test
    void readsAChildsUpdateFromItsParentTooAndAPersonFromThere() {
        Translated made = Translated.of(
                exchange,
                license("900111111", "ALBANY"),
                vehicle("AAA1111"),
                vehicle("BBB2222").with("city", "TROY"),
                license("900222222", "UTICA"),
                vehicle("CCC3333"));
        assertThat(made.reasons()).isEmpty();
        assertThat(made.names()).containsExactly("license", "vehicle", "vehicle", "license", "vehicle");
        assertThat(made.events())
                .extracting(event -> event.path("subject").asText())
                .containsExactly("AB12345X1", "AB12345X1", "AB12345X1", "CD12345X1", "CD12345X1");
        assertThat(made.data("vehicle")).isEqualTo(json("""
                        {"reported":"2026-01-01","address":{"city":"ALBANY"},"vehicle":{"plate":"AAA1111"}}"""));
        // what the child says itself stands before what its parent says
        assertThat(made.events().get(2).path("data").path("address")).isEqualTo(json("{\"city\":\"TROY\"}"));
        assertThat(made.events().get(4).path("data").path("address")).isEqualTo(json("{\"city\":\"UTICA\"}"));
    }

    @Test
    void readsAGrandchildsUpdateFromBothBeforeIt() {
        Translated made = Translated.of(
                exchange, license("900111111", "ALBANY"), vehicle("AAA1111"), lien("FIRST BANK"), lien("SECOND BANK"));
        assertThat(made.data("lien")).isEqualTo(json("""
                        {"address":{"city":"ALBANY"},"vehicle":{"plate":"AAA1111","lienHolder":"FIRST BANK"}}"""));
        assertThat(made.names()).containsExactly("license", "vehicle", "lien", "lien");
    }

    @ParameterizedTest
    @EnumSource
    void readsTheParentsOfABatchFromTheirOwnBytes(Encoding encoding) {
        FileText batch = FileText.of(lien("FIRST BANK"), vehicle("BBB2222"));
        FileText first = FileText.of(license("900111111", "ALBANY"));
        FileText second = FileText.of(vehicle("AAA1111"));
        boolean ebcdic = encoding == Encoding.IBM037;
        byte[] bytes = ebcdic ? batch.ebcdic() : batch.lines();
        BatchExtent extent = new BatchExtent(
                2,
                1_000_000,
                bytes.length,
                10_000,
                2,
                List.of(new BatchExtent.Parent("license", 60, 2), new BatchExtent.Parent("vehicle", 120, 3)));
        Translated made = Translated.of(
                exchange,
                bytes,
                extent,
                List.of(ebcdic ? first.ebcdic() : first.lines(), ebcdic ? second.ebcdic() : second.lines()),
                encoding);
        assertThat(made.reasons()).isEmpty();
        assertThat(made.data("lien")).isEqualTo(json("""
                        {"address":{"city":"ALBANY"},"vehicle":{"plate":"AAA1111","lienHolder":"FIRST BANK"}}"""));
        assertThat(made.data("vehicle").path("vehicle").path("plate").asText()).isEqualTo("BBB2222");
        assertThat(made.events())
                .extracting(event -> event.path("record").asLong())
                .containsExactly(10_000L, 10_001L);
    }

    @Test
    void rejectsAChildWithoutAParent() {
        Translated made = Translated.of(exchange, vehicle("AAA1111"), lien("FIRST BANK"));
        assertThat(made.reasons()).containsExactly("R/R0204@2", "R/R0204@3");
        assertThat(made.translation().rejected()).isEqualTo(2);
        assertThat(made.translation().counted()).isZero();
    }

    @Test
    void neverTakesAGrandparentsOldChildForAParent() {
        Translated made = Translated.of(
                exchange,
                license("900111111", "ALBANY"),
                vehicle("AAA1111"),
                license("900222222", "UTICA"),
                lien("FIRST BANK"));
        assertThat(made.reasons()).containsExactly("R/R0204@5");
    }

    @Test
    void listsAFieldOfAChildBesideNoMissingParent() {
        assertThat(Translated.of(exchange, vehicle(" ")).reasons()).containsExactly("R/R0101@2 plate");
    }

    @Test
    void rejectsAChildWhoseParentSaysWhatCannotBeRead() {
        Translated made =
                Translated.of(exchange, license("900111111", "ALBANY").with("as of", "20260230"), vehicle("AAA1111"));
        assertThat(made.reasons()).containsExactly("R/R0103@2 as of", "R/R0103@3");
        assertThat(made.translation().reasons().get(1).message())
                .isEqualTo("license.as of before it: not a date of the form CCYYMMDD");
    }

    @Test
    void rejectsAChildWhoseParentIsAboutNobody() {
        assertThat(Translated.of(exchange, license("900333333", "ALBANY"), vehicle("AAA1111"))
                        .reasons())
                .containsExactly("R/R0201@2", "R/R0201@3");
    }
}
