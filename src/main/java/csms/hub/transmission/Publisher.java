package csms.hub.transmission;

import csms.hub.update.Update;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts what was accepted on the queues of CSMS, a batch in one session that is committed as a whole. The first message to
 * each queue names the batch, so that the broker refuses a batch that it has already: then it is there, and nothing is lost.
 */
final class Publisher {

    static final String UPDATES = "csms.updates";
    static final String RESTRICTED = "csms.updates.restricted";
    static final String OUTCOMES = "csms.outcomes";

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final ConnectionFactory broker;
    private final Outbox outbox;
    private final BatchTable batches;

    Publisher(ConnectionFactory broker, Outbox outbox, BatchTable batches) {
        this.broker = broker;
        this.outbox = outbox;
        this.batches = batches;
    }

    /** Sends the batches in their order, and the outcome with the last of them. */
    void publish(Transmission t, List<Integer> unpublished, OutcomeEvent outcome) throws JMSException {
        try (Connection connection = broker.createConnection()) {
            if (unpublished.isEmpty()) {
                send(connection, t, 0, List.of(), outcome);
            }
            for (int i = 0; i < unpublished.size(); i++) {
                int batch = unpublished.get(i);
                boolean last = i == unpublished.size() - 1;
                send(connection, t, batch, outbox.of(t.id(), batch), last ? outcome : null);
                batches.published(t.id(), batch);
            }
        }
    }

    private static void send(
            Connection connection, Transmission t, int batch, List<Update> updates, @Nullable OutcomeEvent outcome)
            throws JMSException {
        try (Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            sendUpdates(session, t, batch, updates);
            if (outcome != null) {
                TextMessage message = text(session, outcome.json(), OutcomeEvent.TYPE, t.exchange());
                message.setStringProperty("_AMQ_DUPL_ID", outcome.id());
                session.createProducer(session.createQueue(OUTCOMES)).send(message);
            }
            session.commit();
        } catch (JMSException e) {
            if (!refusedAsDuplicate(e)) {
                throw e;
            }
            LOG.warn("{}: batch {} was on the queue already", t.title(), batch);
        }
    }

    private static void sendUpdates(Session session, Transmission t, int batch, List<Update> updates)
            throws JMSException {
        if (updates.isEmpty()) {
            return;
        }
        String batchId = t.sha256() + "-" + batch + (t.round() == 0 ? "" : "-r" + t.round());
        MessageProducer open = session.createProducer(session.createQueue(UPDATES));
        MessageProducer restricted = session.createProducer(session.createQueue(RESTRICTED));
        Set<MessageProducer> begun = new HashSet<>();
        for (Update update : updates) {
            TextMessage message = text(session, update.json(), update.type(), t.exchange());
            message.setStringProperty("subject", update.subject());
            message.setStringProperty("JMSXGroupID", update.subject());
            MessageProducer queue = update.restricted() ? restricted : open;
            if (begun.add(queue)) {
                message.setStringProperty("_AMQ_DUPL_ID", batchId);
            }
            queue.send(message);
        }
    }

    private static TextMessage text(Session session, byte[] json, String type, @Nullable String exchange)
            throws JMSException {
        TextMessage message = session.createTextMessage(new String(json, StandardCharsets.UTF_8));
        message.setStringProperty("type", type);
        if (exchange != null) {
            message.setStringProperty("exchange", exchange);
        }
        return message;
    }

    private static boolean refusedAsDuplicate(JMSException failure) {
        return failure.getCause() instanceof ActiveMQException cause
                && cause.getType() == ActiveMQExceptionType.DUPLICATE_ID_REJECTED;
    }
}
