package csms.hub.endtoend;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.qpid.jms.JmsConnectionFactory;

/** CSMS at its queues: a foreign AMQP 1.0 client, not of the broker's make. */
final class QueueUser implements AutoCloseable {

    private final Connection connection;

    QueueUser(int port) throws JMSException {
        connection = new JmsConnectionFactory(
                        "csms", "csms", "amqp://127.0.0.1:" + port + "?jms.prefetchPolicy.all=2000")
                .createConnection();
        connection.start();
    }

    /** Takes messages until none has come for a while. */
    void take(String queue, Duration patience, Consumer<String> each) throws JMSException {
        try (Session session = connection.createSession(false, Session.DUPS_OK_ACKNOWLEDGE);
                MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            while (consumer.receive(patience.toMillis()) instanceof TextMessage message) {
                each.accept(message.getText());
            }
        }
    }

    List<String> takeAll(String queue) throws JMSException {
        List<String> all = new ArrayList<>();
        take(queue, Duration.ofSeconds(1), all::add);
        return all;
    }

    /** The next message. */
    String next(String queue, Duration patience) throws JMSException {
        try (Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            if (consumer.receive(patience.toMillis()) instanceof TextMessage message) {
                return message.getText();
            }
            throw new AssertionError("Nothing came on " + queue + " within " + patience.toSeconds() + " s");
        }
    }

    /** The event's id, without reading all of it. */
    static String id(String event) {
        int from = event.indexOf("\"id\":\"") + 6;
        return event.substring(from, event.indexOf('"', from));
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}
