package csms.hub.update;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes the updates of one transmission as CloudEvents (design, The update), one after another into the same buffer. Of one
 * thread; a batch makes its own.
 */
public final class EventWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private final EventSource source;
    /** What every event of the transmission says alike, encoded once: a fifth of its bytes. */
    private final SerializedString uri;

    private final SerializedString time;
    private final SerializedString exchange;
    private final SerializedString transmission;
    private final SerializedString mapping;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(1024);
    private final JsonGenerator json;

    public EventWriter(EventSource source) {
        this.source = source;
        this.uri = new SerializedString(source.uri());
        this.exchange = new SerializedString(source.exchange());
        this.transmission = new SerializedString(source.transmission());
        this.mapping = new SerializedString(source.mapping());
        // the journal keeps microseconds, the clock gives nanoseconds: a replay must say the same
        this.time = new SerializedString(
                source.receivedAt().truncatedTo(ChronoUnit.MILLIS).toString());
        try {
            json = JSON.createGenerator(buffer, JsonEncoding.UTF8);
            json.setRootValueSeparator(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One update.
     *
     * @param values of the publication's shape
     */
    public Update write(Publication publication, Heading heading, Values values) {
        if (values.shape() != publication.shape()) {
            throw new IllegalArgumentException("values of another shape than " + publication.name() + " has");
        }
        String id = id(publication, heading);
        String type = "csms." + publication.type();
        try {
            json.writeStartObject();
            json.writeStringField("specversion", "1.0");
            json.writeStringField("id", id);
            constant("source", uri);
            json.writeStringField("type", type);
            json.writeStringField("subject", heading.subject());
            constant("time", time);
            json.writeStringField("datacontenttype", "application/json");
            json.writeStringField("dataschema", "urn:csms:update:" + publication.type() + ":1");
            constant("exchange", exchange);
            constant("transmission", transmission);
            json.writeNumberField("record", heading.record());
            constant("mapping", mapping);
            json.writeStringField("safeguard", publication.safeguard().word());
            json.writeBooleanField("review", heading.review());
            json.writeObjectFieldStart("data");
            write(heading.person());
            if (heading.familyViolence()) {
                json.writeBooleanField("familyViolence", true);
            }
            Node.writePresent(publication.shape().nodes(), json, values);
            json.writeEndObject();
            json.writeEndObject();
            json.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] event = buffer.toByteArray();
        buffer.reset();
        boolean restricted = heading.familyViolence() || publication.safeguard().restricted();
        return new Update(id, type, heading.subject(), restricted, heading.record(), event);
    }

    /**
     * One entry of the person index, as the participant extract tells it: not an event but its data alone, with the record
     * it came from.
     *
     * @param subject the participant's id
     */
    public Update writeEntry(Publication publication, long record, String subject, Values values) {
        try {
            json.writeStartObject();
            json.writeNumberField("record", record);
            Node.writePresent(publication.shape().nodes(), json, values);
            json.writeEndObject();
            json.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] entry = buffer.toByteArray();
        buffer.reset();
        String id = source.transmission().substring(0, 32) + "-" + record + "-" + publication.name();
        return new Update(id, "csms." + publication.type(), subject, true, record, entry);
    }

    private void constant(String name, SerializedString value) throws IOException {
        json.writeFieldName(name);
        json.writeString(value);
    }

    private String id(Publication publication, Heading heading) {
        StringBuilder id = new StringBuilder(96)
                .append(source.transmission(), 0, 32)
                .append('-')
                .append(heading.record())
                .append('-')
                .append(publication.name());
        if (heading.occurrence() > 0) {
            id.append('.').append(heading.occurrence());
        }
        return id.append('-').append(heading.subject()).toString();
    }

    private void write(Person person) throws IOException {
        json.writeObjectFieldStart("person");
        part("participantId", person.participantId());
        part("caseId", person.caseId());
        part("role", person.role());
        part("ssn", person.ssn());
        Person.Name name = person.name();
        if (name != null && !name.isEmpty()) {
            json.writeObjectFieldStart("name");
            part("last", name.last());
            part("first", name.first());
            part("middle", name.middle());
            json.writeEndObject();
        }
        part("dateOfBirth", person.dateOfBirth());
        part("match", person.match());
        json.writeEndObject();
    }

    private void part(String name, @Nullable String value) throws IOException {
        if (value != null && !value.isBlank()) {
            json.writeStringField(name, value);
        }
    }
}
