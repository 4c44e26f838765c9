package csms.hub.update;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.jackson.JsonFormat;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventWriterTest {

    private static final String TRANSMISSION = "0123456789abcdef".repeat(4);
    private static final String MAPPING = "fedcba9876543210".repeat(4);
    private static final Person PERSON = new Person(
            "P00000001",
            "AB12345X1",
            "noncustodial",
            "900123456",
            new Person.Name("DOE", "JOHN", null),
            "1980-01-31",
            "exact");

    private final EventWriter writer = new EventWriter(
            new EventSource("ssa.sves-response", TRANSMISSION, Instant.parse("2026-03-03T12:34:56.789012Z"), MAPPING));

    @Test
    void writesTheEnvelopeInItsOrderAndThePersonFirst() {
        Publication benefit = publication("benefit", "benefit-reported", "program", "amount", "reported");
        Values values = benefit.shape().values();
        put(values, benefit, "amount", "1234.50");
        put(values, benefit, "reported", "2026-02-01");
        put(values, benefit, "program", "title-ii");

        Update update = writer.write(benefit, Heading.of(17, PERSON, false, false), values);

        assertThat(text(update))
                .isEqualTo("{\"specversion\":\"1.0\",\"id\":\"0123456789abcdef0123456789abcdef-17-benefit-AB12345X1\","
                        + "\"source\":\"/partners/ssa/exchanges/sves-response\",\"type\":\"csms.benefit-reported\","
                        + "\"subject\":\"AB12345X1\",\"time\":\"2026-03-03T12:34:56.789Z\","
                        + "\"datacontenttype\":\"application/json\",\"dataschema\":\"urn:csms:update:benefit-reported:1\","
                        + "\"exchange\":\"ssa.sves-response\",\"transmission\":\"" + TRANSMISSION
                        + "\",\"record\":17,\"mapping\":\"" + MAPPING + "\",\"safeguard\":\"ssa\",\"review\":false,"
                        + "\"data\":{\"person\":{\"participantId\":\"P00000001\",\"caseId\":\"AB12345X1\","
                        + "\"role\":\"noncustodial\",\"ssn\":\"900123456\",\"name\":{\"last\":\"DOE\",\"first\":\"JOHN\"},"
                        + "\"dateOfBirth\":\"1980-01-31\",\"match\":\"exact\"},\"reported\":\"2026-02-01\","
                        + "\"program\":\"title-ii\",\"amount\":\"1234.50\"}}");
        assertThat(update.id()).isEqualTo("0123456789abcdef0123456789abcdef-17-benefit-AB12345X1");
        assertThat(update.type()).isEqualTo("csms.benefit-reported");
        assertThat(update.subject()).isEqualTo("AB12345X1");
        assertThat(update.record()).isEqualTo(17);
        assertThat(update.restricted()).isFalse();
    }

    @Test
    void writesOneEventAfterAnotherWithoutATraceOfTheFirst() {
        Publication death = publication("death", "death-reported", "date", "lastResidence.zip");
        Values values = death.shape().values();
        put(values, death, "date", "2025-01-01");
        put(values, death, "lastResidence.zip", "12207");
        writer.write(death, Heading.of(2, PERSON, true, false), values);
        values.clear();
        put(values, death, "date", "2025-02-02");

        Update second = writer.write(death, Heading.of(3, PERSON, true, false), values);

        assertThat(text(second))
                .startsWith("{\"specversion\"")
                .endsWith("\"match\":\"exact\"},\"date\":\"2025-02-02\"}}");
    }

    @Test
    void writesAnObjectInOnePieceWhateverTheOrderItIsFilledIn() {
        Publication address =
                publication("address", "address-located", "address.lines", "kind", "address.zip", "address.city");
        Values values = address.shape().values();
        put(values, address, "address.zip", "12207");
        put(values, address, "kind", "mailing");
        put(values, address, "address.lines", "C/O SMITH");
        put(values, address, "address.city", "ALBANY");

        assertThat(data(address, values))
                .isEqualTo(
                        "\"address\":{\"line1\":\"C/O SMITH\",\"zip\":\"12207\",\"city\":\"ALBANY\"},\"kind\":\"mailing\"");
    }

    @Test
    void leavesOutAnObjectWithNothingInIt() {
        Publication employment =
                publication("job", "employment-reported", "employer.address.lines", "employer.name", "hiredOn");
        Values values = employment.shape().values();
        put(values, employment, "employer.name", null);
        put(values, employment, "employer.address.lines", "  ");
        put(values, employment, "hiredOn", "2026-01-15");

        assertThat(data(employment, values)).isEqualTo("\"hiredOn\":\"2026-01-15\"");
    }

    @Test
    void closesUpTheLinesOfAnAddressAndAppendsAFourthToTheThird() {
        Publication address = publication("address", "address-located", "address.lines");
        Values values = address.shape().values();
        for (String line : new String[] {"A", " ", "B", null, "C", "D", "E"}) {
            put(values, address, "address.lines", line);
        }

        assertThat(data(address, values))
                .isEqualTo("\"address\":{\"line1\":\"A\",\"line2\":\"B\",\"line3\":\"C, D, E\"}");
    }

    @Test
    void writesTheRowsOfAListWithoutTheEmptyOnes() {
        Publication benefit = publication(
                "benefit", "benefit-reported", "history[]", "history[].month", "history[].amount", "status");
        Values values = benefit.shape().values();
        int history = benefit.shape().slot("history[]");
        Shape row = benefit.shape().row("history[]");
        Values first = values.addRow(history);
        first.put(row.slot("month"), "2026-01");
        first.put(row.slot("amount"), "10.00");
        values.addRow(history);
        values.addRow(history).put(row.slot("month"), "2025-12");

        assertThat(data(benefit, values))
                .isEqualTo("\"history\":[{\"month\":\"2026-01\",\"amount\":\"10.00\"},{\"month\":\"2025-12\"}]");

        assertThatThrownBy(() -> values.put(history, "x")).hasMessageContaining("takes rows");

        values.clear();
        values.addRow(history);
        assertThat(values.isEmpty()).isTrue();
        assertThat(data(benefit, values)).isEmpty();
    }

    @Test
    void writesObjectsAndListsInTheRowsOfAList() {
        Publication match = publication(
                "match",
                "interstate-case-matched",
                "associated[].name.last",
                "associated[].otherSsns[]",
                "associated[].sex");
        Values values = match.shape().values();
        Shape row = match.shape().row("associated[]");
        Values fields = values.addRow(match.shape().slot("associated[]"));
        fields.put(row.slot("otherSsns[]"), "900000001");
        fields.put(row.slot("otherSsns[]"), "900000002");
        fields.put(row.slot("name.last"), "ROE");

        assertThat(data(match, values))
                .isEqualTo(
                        "\"associated\":[{\"name\":{\"last\":\"ROE\"},\"otherSsns\":[\"900000001\",\"900000002\"]}]");
    }

    @Test
    void writesNumbersAndFlagsAsSuchAndListsOfPlainValues() {
        Publication answer = publication("a", "submission-acknowledged", "codes[]", "children", "held");
        Values values = answer.shape().values();
        put(values, answer, "codes[]", "01");
        put(values, answer, "codes[]", "02");
        put(values, answer, "children", 3L);
        put(values, answer, "held", true);

        assertThat(data(answer, values)).isEqualTo("\"codes\":[\"01\",\"02\"],\"children\":3,\"held\":true");
    }

    @Test
    void isEmptyWithNothingButTheDateItIsTrueAsOf() {
        Publication address = publication("address", "address-located", "reported", "address.lines");
        Values values = address.shape().values();
        put(values, address, "reported", "2026-02-01");
        assertThat(values.isEmpty()).isTrue();
        put(values, address, "address.lines", "1 MAIN ST");
        assertThat(values.isEmpty()).isFalse();
    }

    @Test
    void sendsAProtectedPersonsUpdatesToTheRestrictedQueue() {
        Publication death = publication("death", "death-reported", "date", "reported");
        Values values = death.shape().values();
        put(values, death, "date", "2025-01-01");
        put(values, death, "reported", "2025-01-02");

        Update update = writer.write(death, Heading.of(2, PERSON, true, true), values);

        assertThat(update.restricted()).isTrue();
        assertThat(text(update))
                .contains("},\"familyViolence\":true,\"reported\":\"2025-01-02\",\"date\":\"2025-01-01\"}}");
        assertThat(restricts(Safeguard.FTI)).isTrue();
        assertThat(restricts(Safeguard.REGISTRY)).isTrue();
        assertThat(restricts(Safeguard.NDNH)).isFalse();
    }

    @Test
    void namesTheOccurrenceAndTheUnidentifiedInTheId() {
        Publication payment = publication("payment", "payment-received", "amount");
        Values values = payment.shape().values();
        put(values, payment, "amount", "25.00");
        Person nobody = new Person(null, null, null, "900123456", null, null, "none");

        Update update = writer.write(payment, new Heading(5, 2, nobody.subject(), nobody, true, false), values);

        assertThat(update.id()).isEqualTo("0123456789abcdef0123456789abcdef-5-payment.2-unidentified");
        assertThat(text(update))
                .contains("\"data\":{\"person\":{\"ssn\":\"900123456\",\"match\":\"none\"},\"amount\":\"25.00\"}");
        assertThat(new Person("P1", null, null, null, null, null, null).subject())
                .isEqualTo("P1");
    }

    @Test
    void isReadByTheCloudEventsLibrary() {
        Publication death = publication("death", "death-reported", "date");
        Values values = death.shape().values();
        put(values, death, "date", "2025-01-01");

        CloudEvent event = EventFormatProvider.getInstance()
                .resolveFormat(JsonFormat.CONTENT_TYPE)
                .deserialize(writer.write(death, Heading.of(2, PERSON, true, false), values)
                        .json());

        assertThat(event.getType()).isEqualTo("csms.death-reported");
        assertThat(event.getDataSchema()).hasToString("urn:csms:update:death-reported:1");
        assertThat(event.getExtension("record")).isEqualTo(2);
        assertThat(event.getExtension("review")).isEqualTo(true);
        assertThat(event.getTime().toInstant()).isEqualTo(Instant.parse("2026-03-03T12:34:56.789Z"));
        assertThat(new String(event.getData().toBytes(), UTF_8)).contains("\"date\":\"2025-01-01\"");
    }

    @Test
    void refusesPathsThatExcludeEachOther() {
        assertThatThrownBy(() -> Shape.of(List.of("payer", "payer.name"))).hasMessageContaining("value and an object");
        assertThatThrownBy(() -> Shape.of(List.of("address.lines", "address.line2")))
                .hasMessageContaining("name lines alone");
        assertThatThrownBy(() -> Shape.of(List.of("person.ssn"))).hasMessageContaining("person");
        assertThatThrownBy(() -> Shape.of(List.of("a..b"))).hasMessageContaining("not names joined by points");
        assertThatThrownBy(() -> Shape.of(List.of("a.b")).slot("a.c")).hasMessage("no a.c among [a.b]");
        assertThatThrownBy(() -> Shape.of(List.of("codes[]")).row("codes[]")).hasMessageContaining("no rows");
    }

    @Test
    void neverPrintsThePerson() {
        assertThat(PERSON.toString()).isEqualTo("person(hidden)");
        assertThat(PERSON.name().toString()).isEqualTo("name(hidden)");
    }

    private boolean restricts(Safeguard safeguard) {
        Publication death = new Publication("death", "death-reported", safeguard, Shape.of(List.of("date")));
        return writer.write(
                        death, Heading.of(2, PERSON, true, false), death.shape().values())
                .restricted();
    }

    private static Publication publication(String name, String type, String... paths) {
        return new Publication(name, type, Safeguard.SSA, Shape.of(List.of(paths)));
    }

    private static void put(Values values, Publication publication, String path, Object value) {
        values.put(publication.shape().slot(path), value);
    }

    private String data(Publication publication, Values values) {
        String event = text(writer.write(publication, Heading.of(2, PERSON, false, false), values));
        String behind = event.substring(event.indexOf("\"match\":\"exact\"}") + "\"match\":\"exact\"}".length());
        return behind.equals("}}") ? "" : behind.substring(1, behind.length() - 2);
    }

    private static String text(Update update) {
        return new String(update.json(), UTF_8);
    }
}
