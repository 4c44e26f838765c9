package csms.hub.operation.demo;

import csms.hub.layout.Encoding;
import csms.hub.layout.Field;
import csms.hub.layout.FileFormat.LineEnd;
import csms.hub.layout.HouseCodes;
import csms.hub.layout.Mapping;
import csms.hub.layout.RecordLayout;
import csms.hub.record.Ebcdic;
import csms.hub.record.RecordWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Files such as partners send, written by the mappings that read them. */
final class DemoFiles {

    private static final long TWELVE_DIGITS = 1_000_000_000_000L;
    private static final String NEW_YORK = "36";

    private final Mapping extract;
    private final Mapping answers;
    private final LocalDate today;

    /**
     * @param extract of {@code csms.participant-extract}
     * @param answers of {@code ssa.sves-response}
     * @param today in New York
     */
    DemoFiles(Mapping extract, Mapping answers, LocalDate today) {
        this.extract = extract;
        this.answers = answers;
        this.today = today;
    }

    /** Some people as changes to the person index: it keeps everybody whom it knows already. */
    byte[] extract(long number, List<DemoPerson> people) {
        HouseCodes codes = Objects.requireNonNull(extract.house());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Map<String, Object> control = Map.of("Partner code", codes.partner(), "File type", "PARC");
        Map<String, Object> header = new LinkedHashMap<>(control);
        header.put("Batch number", number);
        header.put("Creation date", today.toString());
        header.put("Creation time", "031500");
        header.put("Sender id", codes.sender());
        header.put("Receiver id", codes.receiver());
        header.put("Environment", "T");
        header.put("Layout version", "001");
        line(file, record(extract, "header", header));
        long hash = 0;
        long sequence = 0;
        for (DemoPerson person : people) {
            hash = (hash + Long.parseLong(person.ssn())) % TWELVE_DIGITS;
            Map<String, Object> detail = new LinkedHashMap<>();
            detail.put("Action code", "add");
            detail.put("Detail sequence", ++sequence);
            detail.put("Participant id", person.participantId());
            detail.put("NY Case Identifier", person.caseId());
            detail.put("District code", "01");
            detail.put("Party role", "noncustodial");
            detail.put("SSN", person.ssn());
            detail.put("Last name", person.last());
            detail.put("First name", person.first());
            detail.put("Date of birth", person.born().toString());
            detail.put("Case status", "open");
            detail.put("County FIPS", "36001");
            line(file, record(extract, "participant", detail));
        }
        Map<String, Object> trailer = new LinkedHashMap<>(control);
        trailer.put("Batch number", String.format("%08d", number));
        trailer.put("Detail count", sequence);
        trailer.put("SSN hash total", hash);
        line(file, record(extract, "trailer", trailer));
        return file.toByteArray();
    }

    /** A whole file of answers. */
    byte[] answers(long number, Encoding encoding, List<byte[]> details) {
        return answers(number, NEW_YORK, encoding, details, details.size() + 2L);
    }

    /**
     * A file of answers that may be wrong.
     *
     * @param state whom it is for, 36 is New York
     * @param counted how many records its trailer says it has; 0 when it has no trailer
     */
    byte[] answers(long number, String state, Encoding encoding, List<byte[]> details, long counted) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        add(
                file,
                encoding,
                record(
                        answers,
                        "header",
                        Map.of(
                                "state_code",
                                state,
                                "date_stamp",
                                today.toString(),
                                "batch_number",
                                number,
                                "environment",
                                "T")));
        details.forEach(detail -> add(file, encoding, detail.clone()));
        if (counted > 0) {
            add(file, encoding, record(answers, "trailer", Map.of("record_count", counted)));
        }
        return file.toByteArray();
    }

    /** That somebody has a Title II benefit, and an address. */
    byte[] titleII(DemoPerson person) {
        Map<String, Object> values = about(person, "first_name", "last_name");
        values.put("date_of_birth", person.born().toString());
        values.put("sves_match_type", "L");
        values.put("res_address1", "17 INVENTED WAY");
        values.put("res_address2", "APT 4");
        values.put("res_city", "ALBANY");
        values.put("res_state", "NY");
        values.put("res_zip5", "12207");
        values.put("res_scrub_ind1", "good");
        values.put("direct_deposit_ind", "checking");
        values.put("laf_code", "current-pay");
        values.put("init_entitlement_dte", "2019-03");
        values.put("curr_entitlement_dte", "2019-03");
        values.put("monthly_benefit", "1234.50");
        return record(answers, "titleII", values);
    }

    /** That somebody has a Title XVI benefit. */
    byte[] titleXVI(DemoPerson person) {
        Map<String, Object> values = about(person, "first_name", "last_name");
        values.put("date_of_birth", person.born().toString());
        values.put("sves_match_type", "L");
        values.put("payment_status_code", "C01");
        values.put("recipient_type", "disabled");
        values.put("type_payee_cd", "self");
        values.put("res_address_1", "9 MADE UP ROAD");
        values.put("res_city", "UTICA");
        values.put("res_state", "NY");
        values.put("res_zip", "13501");
        return record(answers, "titleXVI", values);
    }

    /** That somebody is in prison. */
    byte[] prisoner(DemoPerson person) {
        Map<String, Object> values = about(person, "reported_fname", "reported_lname");
        values.put("reported_date_of_brth", person.born().toString());
        values.put("sves_match_type", "L");
        values.put("id_number", "00A0001");
        values.put("date_of_confinement", today.minusDays(90).toString());
        values.put("report_date", today.minusDays(3).toString());
        values.put("facility_type", "state");
        values.put("facility_name", "IMAGINARY CORRECTIONAL FACILITY");
        values.put("facility_addr1", "1 NOWHERE ROAD");
        values.put("facility_city", "ATTICA");
        values.put("facility_state", "NY");
        values.put("facility_zip", "14011");
        return record(answers, "prisoner", values);
    }

    /** That somebody's claim is not decided yet. */
    byte[] pendingClaim(DemoPerson person) {
        Map<String, Object> values = about(person, "returned_first_name", "returned_last_name");
        LocalDate answered = today.minusDays(2);
        values.put("match_type_code", "L");
        values.put("response_ccyy", String.format("%04d", answered.getYear()));
        values.put("response_mm", String.format("%02d", answered.getMonthValue()));
        values.put("response_dd", String.format("%02d", answered.getDayOfMonth()));
        values.put("claim_type", "disability");
        values.put("claimant_line_1", "3 FICTION STREET");
        values.put("claimant_city", "TROY");
        values.put("claimant_state", "NY");
        values.put("claimant_zip", "12180");
        return record(answers, "pendingClaim", values);
    }

    /** That nothing is known of somebody. */
    byte[] notFound(DemoPerson person) {
        Map<String, Object> values = about(person, "submtd_fname", "submtd_lname");
        values.put("date_of_birth", person.born().toString());
        return record(answers, "notFound", values);
    }

    /** A record of answers with other bytes in one field, whatever they mean. */
    byte[] with(byte[] record, String kind, String field, String bytes) {
        Field place =
                answers.record(kind).flatMap(layout -> layout.field(field)).orElseThrow();
        byte[] changed = record.clone();
        byte[] text = bytes.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, changed, place.start() - 1, Math.min(text.length, place.length()));
        return changed;
    }

    private static Map<String, Object> about(DemoPerson person, String first, String last) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(first, person.first());
        values.put(last, person.last());
        values.put("ssn", person.ssn());
        values.put("member_id", person.participantId());
        return values;
    }

    private static byte[] record(Mapping mapping, String kind, Map<String, Object> values) {
        RecordLayout layout = mapping.record(kind).orElseThrow();
        return new RecordWriter(layout, mapping.house() != null).write(values);
    }

    private static void line(ByteArrayOutputStream file, byte[] record) {
        file.writeBytes(record);
        file.write('\n');
    }

    private void add(ByteArrayOutputStream file, Encoding encoding, byte[] record) {
        if (encoding == Encoding.IBM037) {
            Ebcdic.fromAscii(record, 0, record.length);
        }
        file.writeBytes(record);
        LineEnd end = answers.file().lineEnds().getOrDefault(encoding, LineEnd.NONE);
        if (end == LineEnd.LF) {
            file.write('\n');
        }
    }
}
