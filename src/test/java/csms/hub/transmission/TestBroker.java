package csms.hub.transmission;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.slf4j.LoggerFactory;

/** A real Artemis in the test JVM with the queues of CSMS, empty at the start of a test. */
final class TestBroker implements AutoCloseable {

    static {
        for (String noisy : List.of("org.apache.activemq", "org.flywaydb")) {
            ((Logger) LoggerFactory.getLogger(noisy)).setLevel(Level.ERROR);
        }
    }

    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    final ConnectionFactory connections;

    TestBroker() throws Exception {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setPersistenceEnabled(false);
        configuration.setSecurityEnabled(false);
        int id = System.identityHashCode(this);
        configuration.addAcceptorConfiguration("vm", "vm://" + id);
        for (String queue : List.of("csms.updates", "csms.updates.restricted", "csms.outcomes")) {
            configuration.addQueueConfiguration(
                    QueueConfiguration.of(queue).setAddress(queue).setRoutingType(RoutingType.ANYCAST));
        }
        server.setConfiguration(configuration);
        server.start();
        connections = new ActiveMQConnectionFactory("vm://" + id);
    }

    record Received(String text, String type, String exchange, String subject, String group, int deliveryMode) {}

    /** Takes all messages that are on a queue now. */
    List<Received> drain(String queue) throws JMSException {
        List<Received> all = new ArrayList<>();
        try (Connection connection = connections.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            connection.start();
            for (Message m = consumer.receiveNoWait(); m != null; m = consumer.receiveNoWait()) {
                all.add(new Received(
                        ((TextMessage) m).getText(),
                        m.getStringProperty("type"),
                        m.getStringProperty("exchange"),
                        m.getStringProperty("subject"),
                        m.getStringProperty("JMSXGroupID"),
                        m.getJMSDeliveryMode()));
            }
        }
        return all;
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
