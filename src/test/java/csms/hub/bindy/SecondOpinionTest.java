package csms.hub.bindy;

import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.layout.Mapping;
import csms.hub.layout.RecordLayout;
import csms.hub.record.FieldReader;
import csms.hub.record.Misreading;
import csms.hub.record.Reading;
import csms.hub.record.RecordView;
import csms.hub.testing.ExtractFile;
import csms.hub.testing.ShippedMappings;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.dataformat.bindy.BindyFixedLengthFactory;
import org.apache.camel.dataformat.bindy.FormatFactory;
import org.apache.camel.dataformat.bindy.format.factories.DefaultFactoryRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The layout engine and Bindy read the same of generated participants, as far as Bindy can say the layout. */
class SecondOpinionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
    private static final Reading READING = new Reading(true, false, TODAY);

    private final Mapping mapping = ShippedMappings.of("csms.participant-extract");
    private final RecordLayout layout = mapping.record("participant").orElseThrow();

    @Test
    void agreesOnEveryFieldOfAParticipant() throws Exception {
        ExtractFile file = new ExtractFile(17, 2_000, TODAY, 1);
        byte[] bytes = file.bytes();
        BindyFixedLengthFactory bindy = bindy();
        RecordView view = new RecordView();
        try (CamelContext context = new DefaultCamelContext()) {
            for (int record = 1; record <= file.details(); record++) {
                int offset = record * 251;
                String line = new String(bytes, offset, 250, StandardCharsets.US_ASCII);
                assertThat(ours(view.at(bytes, offset))).isEqualTo(theirs(bindy, context, line));
            }
        }
    }

    /** What our engine reads, with codes and dates taken back to what the record holds. */
    private Map<String, Object> ours(RecordView view) {
        Map<String, Object> read = new LinkedHashMap<>();
        text(read, "actionCode", "Action code", view);
        read.put("detailSequence", value("Detail sequence", view));
        text(read, "participantId", "Participant id", view);
        text(read, "caseId", "NY Case Identifier", view);
        text(read, "district", "District code", view);
        text(read, "role", "Party role", view);
        text(read, "ssn", "SSN", view);
        text(read, "last", "Last name", view);
        text(read, "first", "First name", view);
        text(read, "middle", "Middle initial", view);
        text(read, "dateOfBirth", "Date of birth", view);
        text(read, "sex", "Sex", view);
        text(read, "cin", "CIN", view);
        text(read, "caseStatus", "Case status", view);
        text(read, "assistance", "Assistance type", view);
        text(read, "familyViolence", "Family violence", view);
        read.put("arrears", new BigDecimal(value("Arrears total", view).toString()));
        read.put(
                "monthlyObligation",
                new BigDecimal(value("Monthly obligation", view).toString()));
        text(read, "obligationFrom", "Obligation start", view);
        text(read, "county", "County FIPS", view);
        text(read, "formerSsn", "Former SSN", view);
        text(read, "aliasLast", "Alias last name", view);
        text(read, "aliasFirst", "Alias first name", view);
        return read;
    }

    private Object value(String field, RecordView view) {
        Object value = reader(field).read(view, READING);
        assertThat(value).as(field).isNotNull().isNotInstanceOf(Misreading.class);
        return value == null ? "" : value;
    }

    private void text(Map<String, Object> read, String name, String field, RecordView view) {
        assertThat(reader(field).read(view, READING) instanceof Misreading)
                .as(field)
                .isFalse();
        read.put(name, reader(field).code(view));
    }

    private FieldReader reader(String field) {
        return new FieldReader(layout.field(field).orElseThrow());
    }

    private static Map<String, Object> theirs(BindyFixedLengthFactory bindy, CamelContext context, String line)
            throws Exception {
        BindyParticipant it = new BindyParticipant();
        Map<String, Object> model = new HashMap<>();
        model.put(BindyParticipant.class.getName(), it);
        bindy.bind(context, line, model, 1);
        Map<String, Object> read = new LinkedHashMap<>();
        read.put("actionCode", orEmpty(it.actionCode));
        read.put("detailSequence", (long) it.detailSequence);
        read.put("participantId", orEmpty(it.participantId));
        read.put("caseId", orEmpty(it.caseId));
        read.put("district", orEmpty(it.district));
        read.put("role", orEmpty(it.role));
        read.put("ssn", orEmpty(it.ssn));
        read.put("last", orEmpty(it.last));
        read.put("first", orEmpty(it.first));
        read.put("middle", orEmpty(it.middle));
        read.put("dateOfBirth", orEmpty(it.dateOfBirth));
        read.put("sex", orEmpty(it.sex));
        read.put("cin", orEmpty(it.cin));
        read.put("caseStatus", orEmpty(it.caseStatus));
        read.put("assistance", orEmpty(it.assistance));
        read.put("familyViolence", orEmpty(it.familyViolence));
        read.put("arrears", it.arrears == null ? "" : it.arrears);
        read.put("monthlyObligation", it.monthlyObligation == null ? "" : it.monthlyObligation);
        read.put("obligationFrom", orEmpty(it.obligationFrom));
        read.put("county", orEmpty(it.county));
        read.put("formerSsn", orEmpty(it.formerSsn));
        read.put("aliasLast", orEmpty(it.aliasLast));
        read.put("aliasFirst", orEmpty(it.aliasFirst));
        return read;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static BindyFixedLengthFactory bindy() throws Exception {
        BindyFixedLengthFactory bindy = new BindyFixedLengthFactory(BindyParticipant.class);
        FormatFactory formats = new FormatFactory();
        formats.setFactoryRegistry(new DefaultFactoryRegistry());
        bindy.setFormatFactory(formats);
        return bindy;
    }
}
