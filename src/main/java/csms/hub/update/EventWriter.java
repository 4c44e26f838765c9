package csms.hub.update;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
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
    private final String uri;
    private final String time;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(1024);
    private final JsonGenerator json;

    public EventWriter(EventSource source) {
        this.source = source;
        this.uri = source.uri();
        // the journal keeps microseconds, the clock gives nanoseconds: a replay must say the same
        this.time = source.receivedAt().truncatedTo(ChronoUnit.MILLIS).toString();
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
     * @param record number of the record in the file, from 1, the header included
     * @param occurrence of a repetition that makes one update each, from 1; 0 when the update is made once a record
     * @param person whom it is about; its subject is the event's
     * @param familyViolence whether the person is protected; then the update is restricted
     * @param values of the publication's shape
     */
    public Update write(
            Publication publication,
            long record,
            int occurrence,
            Person person,
            boolean review,
            boolean familyViolence,
            Values values) {
        if (values.shape() != publication.shape()) {
            throw new IllegalArgumentException("values of another shape than " + publication.name() + " has");
        }
        String subject = person.subject();
        String id = id(publication, record, occurrence, subject);
        String type = "csms." + publication.type();
        try {
            json.writeStartObject();
            json.writeStringField("specversion", "1.0");
            json.writeStringField("id", id);
            json.writeStringField("source", uri);
            json.writeStringField("type", type);
            json.writeStringField("subject", subject);
            json.writeStringField("time", time);
            json.writeStringField("datacontenttype", "application/json");
            json.writeStringField("dataschema", "urn:csms:update:" + publication.type() + ":1");
            json.writeStringField("exchange", source.exchange());
            json.writeStringField("transmission", source.transmission());
            json.writeNumberField("record", record);
            json.writeStringField("mapping", source.mapping());
            json.writeStringField("safeguard", source.safeguard().word());
            json.writeBooleanField("review", review);
            json.writeObjectFieldStart("data");
            write(person);
            if (familyViolence) {
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
        boolean restricted = familyViolence || source.safeguard().restricted();
        return new Update(id, type, subject, restricted, record, event);
    }

    private String id(Publication publication, long record, int occurrence, String subject) {
        StringBuilder id = new StringBuilder(96)
                .append(source.transmission(), 0, 32)
                .append('-')
                .append(record)
                .append('-')
                .append(publication.name());
        if (occurrence > 0) {
            id.append('.').append(occurrence);
        }
        return id.append('-').append(subject).toString();
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
