package csms.hub.transmission;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import csms.hub.record.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What CSMS is told of a transmission whose fate is final (design, section 6).
 *
 * @param id the event's id, never used for another outcome
 * @param json the whole CloudEvent, UTF-8
 */
record OutcomeEvent(String id, byte[] json) {

    static final String TYPE = "csms.transmission-finished";

    /** At most so many reasons stand in an outcome. */
    static final int REASONS = 1_000;

    private static final JsonFactory JSON = new JsonFactory();

    /** @param updates how many of each type, by type
     * @param reasons the first ones, at most {@link #REASONS} */
    static OutcomeEvent of(Transmission t, Map<String, Long> updates, List<Reason> reasons, Instant time) {
        String id = t.sha256().substring(0, 32) + "-outcome-" + t.id() + "." + t.outcomes();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("specversion", "1.0");
            json.writeStringField("id", id);
            json.writeStringField("source", source(t));
            json.writeStringField("type", TYPE);
            json.writeStringField("time", time.toString());
            json.writeStringField("datacontenttype", "application/json");
            json.writeStringField("dataschema", "urn:csms:outcome:transmission-finished:1");
            json.writeObjectFieldStart("data");
            data(json, t, updates, reasons);
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new OutcomeEvent(id, bytes.toByteArray());
    }

    private static String source(Transmission t) {
        String exchange = t.exchange();
        return "/partners/" + t.partner()
                + (exchange == null ? "" : "/exchanges/" + exchange.substring(exchange.indexOf('.') + 1));
    }

    private static void data(JsonGenerator json, Transmission t, Map<String, Long> updates, List<Reason> reasons)
            throws IOException {
        Fate fate = t.fate();
        if (fate == null) {
            throw new IllegalStateException(t.title() + " has no fate to tell");
        }
        if (t.exchange() != null) {
            json.writeStringField("exchange", t.exchange());
        }
        json.writeStringField("fileName", t.fileName());
        json.writeStringField("transmission", t.sha256());
        json.writeStringField("fate", fate.word());
        if (t.previousFate() != null) {
            json.writeStringField("previousFate", t.previousFate().word());
        }
        json.writeNumberField("records", t.details());
        json.writeNumberField("applied", t.applied());
        json.writeNumberField("rejected", t.rejected());
        json.writeNumberField("notOurs", t.notOurs());
        json.writeObjectFieldStart("updates");
        for (Map.Entry<String, Long> number : updates.entrySet()) {
            json.writeNumberField(number.getKey().replaceFirst("^csms\\.", ""), number.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("reasons");
        for (Reason reason : reasons) {
            json.writeStartObject();
            json.writeStringField("code", reason.code());
            json.writeStringField("severity", reason.severity().letter());
            if (reason.record() > 0) {
                json.writeNumberField("record", reason.record());
            }
            if (!reason.field().isEmpty()) {
                json.writeStringField("field", reason.field());
            }
            json.writeStringField("message", reason.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
