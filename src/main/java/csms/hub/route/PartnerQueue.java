package csms.hub.route;

import csms.hub.transmission.Arrival;
import csms.hub.transmission.Channel;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** One partner's queue as the take Kamelet sees it: a message becomes an arrival and its bytes. */
public final class PartnerQueue {

    private final String partner;
    private final String queue;

    public PartnerQueue(String partner, String queue) {
        this.partner = partner;
        this.queue = queue;
    }

    /** The bytes of a message as a file would have them. */
    public byte[] read(Exchange exchange, @Body Message message) throws JMSException {
        byte[] bytes = bytes(message);
        String correlationId = message.getJMSCorrelationID();
        String name = correlationId == null || correlationId.isBlank() ? message.getJMSMessageID() : correlationId;
        exchange.setVariable(
                TakeIn.ARRIVAL,
                new Arrival(
                        partner,
                        Channel.QUEUE,
                        name == null ? "" : name,
                        queue,
                        bytes.length,
                        Instant.ofEpochMilli(message.getJMSTimestamp()),
                        name));
        return bytes;
    }

    private static byte[] bytes(Message message) throws JMSException {
        if (message instanceof BytesMessage binary) {
            byte[] bytes = new byte[Math.toIntExact(binary.getBodyLength())];
            binary.readBytes(bytes);
            return bytes;
        }
        return text(message).getBytes(StandardCharsets.UTF_8);
    }

    /** Of a message that is neither bytes nor text, a description: it is kept and quarantined like any other unknown bytes. */
    private static String text(Message message) throws JMSException {
        if (message instanceof TextMessage text) {
            return text.getText() == null ? "" : text.getText();
        }
        StringBuilder description = new StringBuilder("A message that is neither bytes nor text\n");
        if (message instanceof MapMessage map) {
            List<?> names = Collections.list(map.getMapNames());
            for (Object name : names) {
                description
                        .append(name)
                        .append('=')
                        .append(map.getObject(name.toString()))
                        .append('\n');
            }
        }
        return description.toString();
    }
}
