package csms.hub.update;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UpdateSchemasTest {

    private static final Path FOLDER = Path.of("mappings/csms");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PERSON = """
            "person": {"participantId": "P00000001", "caseId": "AB12345X1", "role": "noncustodial", "ssn": "900123456",
              "name": {"last": "DOE", "first": "JOHN", "middle": "Q"}, "dateOfBirth": "1980-01-31", "match": "exact"},
            "reported": "2026-02-01", "familyViolence": true""";

    /** One event's data of every type, without the person. */
    private static final Map<String, String> EXAMPLES = new TreeMap<>();

    static {
        example("address-located", """
                "address": {"line1": "1 MAIN ST", "line2": "APT 2", "line3": "REAR, FLOOR 3", "city": "ALBANY", "state": "NY",
                  "zip": "12207-1234", "country": "CA"}, "kind": "former-residence", "quality": "good", "phone": "5185550100\"""");
        example("employment-reported", """
                "employer": {"fein": "000000001", "stateEin": "12345", "name": "ACME", "address": {"city": "TROY"}},
                "hiredOn": "2026-01-15", "status": "new-hire", "salary": "52000.00", "payBasis": "per-annum",
                "payCycle": "biweekly", "healthInsurance": false, "duty": "army", "stateOfHire": "NY\"""");
        example("income-reported", """
                "period": "2026-Q1", "amount": "-12.50", "kind": "wage", "payer": {"name": "BANK", "address": {"line1": "1 A ST"}},
                "amounts": [{"box": "1", "amount": "10.00"}], "amended": true, "account": "1234\"""");
        example("benefit-reported", """
                "program": "title-ii", "status": "current-pay", "amount": "1234.50", "entitledOn": "2020-01",
                "history": [{"month": "2026-01", "amount": "1234.50", "kind": "paid"}], "directDeposit": "checking",
                "unearnedIncome": [{"kind": "A", "verification": "1", "beganOn": "2025-12"}], "medicareA": true,
                "payee": {"kind": "self", "represented": false}, "period": "week", "employer": {"name": "ACME"}""");
        example("death-reported", """
                "date": "2026-01-01", "source": "ssa", "change": "added", "lastResidence": {"city": "TROY", "zip": "12180"}""");
        example("confinement-reported", """
                "facility": {"name": "COUNTY JAIL", "kind": "county", "address": {"line1": "1 A ST"}, "phone": "5185550100"},
                "inmateNumber": "A1", "confinedOn": "2025-01-01", "reportedSsn": "900000002\"""");
        example("medical-coverage-reported", """
                "sponsor": "noncustodial", "sponsorName": {"last": "DOE"}, "sponsorSsn": "900000003", "kind": "tricare",
                "covered": {"participantId": "P2", "ssn": "900000004", "name": {"last": "DOE"}}, "relation": "child\"""");
        example("license-reported", """
                "license": {"number": "0123", "class": "D", "status": "valid", "expiresOn": "2030-01-01"},
                "supportSuspended": false, "transactedOn": "2025-01-01\"""");
        example("license-action-reported", """
                "requestId": "R1", "action": "suspend", "orderNumber": "0000012345", "result": "accepted",
                "noticedOn": "2026-01-01", "effectiveOn": "2026-01-10", "restrictedUseEligible": true""");
        example("vehicle-reported", """
                "vehicle": {"plate": "ABC1234", "year": "2019", "status": "valid", "coOwned": false}, "address": {"city": "TROY"}""");
        example("payment-intercepted", """
                "amount": "500.00", "source": "lottery", "reference": "C1", "receivedOn": "2026-01-01", "year": "2025",
                "parts": {"gross": "1000.00", "netToWinner": "500.00"}, "jointReturn": false, "held": "joint-return\"""");
        example("payment-reversed", """
                "amount": "500.00", "source": "income-withholding", "reversalOf": "0000012345-20260306", "shortReason": "no-pay\"""");
        example("payment-received", """
                "amount": "25.00", "source": "income-withholding", "paidOn": "2026-03-06", "payer": {"name": "NYC OPA"},
                "method": "ach", "orderNumber": "0000012345", "parts": {"current": "20.00", "arrears": "5.00"}""");
        example("claim-matched", """
                "claim": {"number": "C1", "kind": "bodily-injury", "insurer": {"fein": "000000001", "address": {"city": "TROY"}},
                  "adjuster": {"name": "A B", "email": "a@example.com"}, "employer": {"name": "ACME"}, "origin": "direct"}""");
        example("account-matched", """
                "account": {"institution": {"name": "BANK"}, "number": "1234", "kind": "savings", "balance": "1.00",
                  "balanceKind": "current", "payee": "sole"}, "freeze": {"noticeNumber": "1", "result": "frozen", "on": "2026-01-01"}""");
        example("registration-reported", """
                "entry": {"number": "PF1", "kind": "notice-of-intent", "filedOn": "2026-01-01", "status": "active",
                  "father": {"name": {"last": "DOE"}, "dateOfBirth": "1980"}, "child": {"dateOfBirth": "2025-12", "sex": "F"},
                  "provesParentage": false, "entriesFound": 2, "entryNumber": 1}""");
        example("assistance-changed", """
                "program": "family-assistance", "status": "on", "effectiveOn": "2026-01-01", "children": 2, "grant": "400.00",
                "cin": "AB12345C", "otherParent": {"ssn": "900000005", "name": {"last": "ROE"}}, "referral": true""");
        example("identity-verified", """
                "requestId": "R1", "result": "corrected", "correctedSsn": "900000006", "otherSsns": ["900000007"]""");
        example("update-withdrawn", """
                "withdraws": ["a-1-b-c"], "reason": "file undone\"""");
        example("request-answered", """
                "requestId": "R1", "result": "no-record", "code": "E10\"""");
        example("submission-acknowledged", """
                "requestId": "R1", "result": "warned", "codes": ["PE001", "PW002"], "reference": "000017\"""");
        example("interstate-case-matched", """
                "action": "person-matched", "otherCase": {"caseId": "X1", "state": "NJ", "orderExists": true},
                "associated": [{"ssn": "900000008", "name": {"last": "ROE"}, "participantType": "custodial"}]""");
        example("interstate-transaction-received", """
                "serialNumber": "000000000017", "otherState": "NJ", "function": "ENF", "action": "R", "reason": "ERALL",
                "case": {"caseType": "A", "stateWithCej": "NY"}, "noncustodialParent": {"heightFt": "6", "dateOfBirth": "1980-01-31"},
                "participants": [{"nameLast": "ROE", "participantEmployerInfoEmpName": "ACME"}],
                "orders": [{"orderFipsState": "34", "orderFreqAmount": "-12.50"}], "collections": [{"rdfiId": "1"}],
                "information": {"informationTextLine1": "A"}""");
    }

    private final UpdateSchemas schemas = load();

    private static void example(String type, String fields) {
        EXAMPLES.put(type, fields);
    }

    @ParameterizedTest
    @MethodSource("files")
    void everySchemaIsOneAndIsNamedAfterItsFile(Path file) throws IOException {
        JsonNode schema = JSON.readTree(Files.readAllBytes(file));
        var metaSchema =
                JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(SchemaLocation.of(SchemaId.V202012));

        assertThat(metaSchema.validate(schema)).isEmpty();
        assertThat(schema.path("title").asText())
                .isEqualTo(file.getFileName().toString().replace(".schema.json", ""));
        assertThat(schema.path("$id").asText())
                .endsWith(":" + schema.path("title").asText() + ":1");
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyObjectIsClosedAndEveryPropertyDescribed(Path file) throws IOException {
        List<String> wanting = new ArrayList<>();
        inspect(file.getFileName().toString(), JSON.readTree(Files.readAllBytes(file)), wanting);
        assertThat(wanting).isEmpty();
    }

    @Test
    void everyUpdateHasAnExample() throws IOException {
        try (Stream<Path> updates = Files.list(FOLDER.resolve("updates"))) {
            assertThat(updates.map(file -> file.getFileName().toString().replace(".schema.json", "")))
                    .containsExactlyInAnyOrderElementsOf(EXAMPLES.keySet());
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void anExampleOfEveryTypeIsValid(String type) {
        assertThat(schemas.violations(type, event(type))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void aBrokenExampleOfEveryTypeIsNot(String type) throws IOException {
        ObjectNode event = (ObjectNode) JSON.readTree(event(type));
        ((ObjectNode) event.path("data")).put("misspelled", "x").remove("person");
        ((ObjectNode) event.path("data")).put("reported", "20260201");

        assertThat(schemas.violations(type, event.toString()))
                .anyMatch(violation -> violation.contains("'person'"))
                .anyMatch(violation -> violation.contains("'misspelled'"))
                .anyMatch(violation -> violation.startsWith("data.reported: "))
                .noneMatch(violation -> violation.contains("20260201"));
    }

    @Test
    void refusesAnEnvelopeThatIsNotAsPromised() throws IOException {
        ObjectNode event = (ObjectNode) JSON.readTree(event("death-reported"));
        event.put("record", 0)
                .put("safeguard", "secret")
                .put("transmission", "abc")
                .put("extra", 1)
                .remove("subject");

        assertThat(schemas.violations("death-reported", event.toString())).hasSize(5);
        assertThat(schemas.violations("death-reported", "{\"a\": 1, \"a\": 2}"))
                .containsExactly("no JSON, at line 1, column 13");
        assertThat(schemas.violations("license-reported", event("death-reported")))
                .contains("type: not csms.license-reported");
        assertThat(schemas.violations("birth-reported", event("death-reported")))
                .contains("no schema urn:csms:update:birth-reported:1");
    }

    @Test
    void neverRepeatsAValue() {
        String event = event("death-reported").replace("900123456", "90012345X").replace("noncustodial", "SECRET");

        assertThat(schemas.violations("death-reported", event))
                .anyMatch(violation -> violation.startsWith("data.person.ssn: "))
                .anyMatch(violation -> violation.startsWith("data.person.role: "))
                .noneMatch(violation -> violation.contains("90012345X") || violation.contains("SECRET"));
    }

    @Test
    void takesWhatTheWriterWrites() {
        Shape shape = Shape.of(
                List.of("program", "history[].month", "history[].amount", "employer.address.lines", "medicareA"));
        Values values = shape.values();
        values.put(shape.slot("program"), "title-ii");
        values.put(shape.slot("employer.address.lines"), "1 MAIN ST");
        values.put(shape.slot("medicareA"), true);
        Values row = values.addRow(shape.slot("history[]"));
        row.put(shape.row("history[]").slot("month"), "2026-01");
        row.put(shape.row("history[]").slot("amount"), "10.00");
        EventWriter writer = new EventWriter(
                new EventSource("ssa.sves-response", "0123456789abcdef".repeat(4), Instant.EPOCH, "ab".repeat(32)));

        Update update = writer.write(
                new Publication("benefit", "benefit-reported", Safeguard.SSA, shape),
                new Heading(2, 1, "unidentified", new Person(null, null, null, null, null, null, "none"), true, true),
                values);

        assertThat(schemas.violations("benefit-reported", new String(update.json(), UTF_8)))
                .isEmpty();
    }

    @Test
    void knowsTheOutcomes() {
        String finished = """
                {"exchange": "ssa.sves-response", "fileName": "SVES-RESPONSE.20260303.000001.TXT", "transmission": "%s",
                 "fate": "accepted", "previousFate": "quarantined", "records": 3, "applied": 1, "rejected": 1, "notOurs": 1,
                 "updates": {"benefit-reported": 1}, "reasons": [{"code": "R0103", "severity": "R", "record": 4,
                 "field": "date_of_death", "message": "not a date"}]}""".formatted("ab".repeat(32));
        assertThat(schemas.outcomeViolations("transmission-finished", finished)).isEmpty();
        assertThat(schemas.outcomeViolations("transmission-finished", finished.replace("accepted", "lost")))
                .hasSize(1);
        assertThat(schemas.outcomeViolations("request-changed", """
                        {"requestId": "R1", "exchange": "dmv.suspension-order", "status": "rejected", "codes": ["R0301"]}""")).isEmpty();
        assertThat(schemas.outcomeViolations("request-changed", "{\"requestId\": \"R1\", \"status\": \"gone\"}"))
                .hasSize(1);
    }

    private static void inspect(String place, JsonNode node, List<String> wanting) {
        if (node.path("type").asText().equals("object")
                && node.has("properties")
                && !node.path("additionalProperties").isBoolean()) {
            wanting.add(place + " is open");
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (field.getKey().equals("properties")) {
                for (Map.Entry<String, JsonNode> property : field.getValue().properties()) {
                    if (!property.getValue().has("description")) {
                        wanting.add(place + "." + property.getKey() + " has no description");
                    }
                    inspect(place + "." + property.getKey(), property.getValue(), wanting);
                }
            } else if (field.getValue().isObject()) {
                inspect(place + "." + field.getKey(), field.getValue(), wanting);
            }
        }
    }

    private static String event(String type) {
        return """
                { "specversion": "1.0", "id": "0123456789abcdef0123456789abcdef-17-benefit.2-AB12345X1",
                  "source": "/partners/ssa/exchanges/sves-response", "type": "csms.%s", "subject": "AB12345X1",
                  "time": "2026-03-03T12:34:56.789Z", "datacontenttype": "application/json",
                  "dataschema": "urn:csms:update:%s:1", "exchange": "ssa.sves-response", "transmission": "%s",
                  "record": 17, "mapping": "%s", "safeguard": "ssa", "review": false, "data": { %s, %s } }""".formatted(type, type, "0123456789abcdef".repeat(4), "ab".repeat(32), PERSON, EXAMPLES.get(type));
    }

    private static Stream<String> types() {
        return EXAMPLES.keySet().stream();
    }

    private static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    private static UpdateSchemas load() {
        try {
            return UpdateSchemas.load(FOLDER);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
