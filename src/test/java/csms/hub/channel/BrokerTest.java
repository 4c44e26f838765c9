package csms.hub.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.JMSSecurityRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BrokerTest {

    private static final Map<String, String> PASSWORDS =
            Map.of("csms", "csms-secret", "dmv", "dmv-secret", "wms", "wms-secret");

    @TempDir
    Path folder;

    private Broker broker;

    @BeforeEach
    void start() throws IOException {
        broker = Broker.embedded(folder, "127.0.0.1", 0, List.of("dmv", "wms"), PASSWORDS);
    }

    @AfterEach
    void stop() throws IOException {
        broker.close();
    }

    @Test
    void givesCsmsByAmqpWhatTheHubSentByCore() throws Exception {
        send(Queues.UPDATES, "{\"type\":\"csms.death-reported\"}", null);
        assertThat(broker.queueDepth(Queues.UPDATES)).hasValue(1);

        try (JMSContext csms = amqp("csms", "csms-secret")) {
            QueueBrowser browser = csms.createBrowser(csms.createQueue(Queues.UPDATES));
            assertThat(Collections.list(browser.getEnumeration())).hasSize(1);
            Message message =
                    csms.createConsumer(csms.createQueue(Queues.UPDATES)).receive(5_000);
            assertThat(((TextMessage) message).getText()).isEqualTo("{\"type\":\"csms.death-reported\"}");
            assertThat(message.getStringProperty("type")).isEqualTo("csms.death-reported");
            assertThat(message.getStringProperty("JMSXGroupID")).isEqualTo("AB12345C1");
        }
    }

    @Test
    void takesRequestsFromCsmsAndAnswersFromAPartner() {
        try (JMSContext csms = amqp("csms", "csms-secret");
                JMSContext dmv = amqp("dmv", "dmv-secret");
                JMSContext hub = broker.connectionFactory().createContext()) {
            csms.createProducer().send(csms.createQueue(Queues.REQUESTS), "ask");
            dmv.createProducer()
                    .send(dmv.createQueue("partner.dmv.to-csms"), "LOCR".getBytes(StandardCharsets.US_ASCII));

            assertThat(receive(hub, Queues.REQUESTS, String.class)).isEqualTo("ask");
            assertThat(receive(hub, "partner.dmv.to-csms", byte[].class))
                    .isEqualTo("LOCR".getBytes(StandardCharsets.US_ASCII));

            hub.createProducer().send(hub.createQueue("partner.dmv.from-csms"), "LOCQ");
            assertThat(receive(dmv, "partner.dmv.from-csms", String.class)).isEqualTo("LOCQ");
        }
    }

    @Test
    void letsCsmsWriteNoUpdate() {
        try (JMSContext amqp = amqp("csms", "csms-secret");
                JMSContext core = core("csms", "csms-secret")) {
            for (JMSContext csms : List.of(amqp, core)) {
                assertThatThrownBy(() -> csms.createProducer().send(csms.createQueue(Queues.UPDATES), "forged"))
                        .isInstanceOf(JMSSecurityRuntimeException.class);
            }
        }
        assertThat(broker.queueDepth(Queues.UPDATES)).hasValue(0);
    }

    @Test
    void letsAPartnerReadNobodyElsesQueue() {
        try (JMSContext amqp = amqp("dmv", "dmv-secret");
                JMSContext core = core("dmv", "dmv-secret")) {
            for (JMSContext dmv : List.of(amqp, core)) {
                for (String queue : List.of(
                        "partner.wms.from-csms", "partner.wms.to-csms", "partner.dmv.to-csms", Queues.UPDATES)) {
                    assertThatThrownBy(() ->
                                    dmv.createConsumer(dmv.createQueue(queue)).receive(500))
                            .as(queue)
                            .isInstanceOf(JMSSecurityRuntimeException.class);
                }
            }
        }
    }

    @Test
    void letsAPartnerSendToNoOtherQueue() {
        try (JMSContext dmv = amqp("dmv", "dmv-secret")) {
            for (String queue :
                    List.of("partner.wms.to-csms", "partner.dmv.from-csms", Queues.REQUESTS, Queues.DEAD_LETTERS)) {
                assertThatThrownBy(() -> dmv.createProducer().send(dmv.createQueue(queue), "forged"))
                        .as(queue)
                        .isInstanceOf(JMSSecurityRuntimeException.class);
            }
        }
    }

    @Test
    void refusesWrongPasswordsAndStrangers() {
        assertThatThrownBy(() -> amqp("csms", "guessed").start()).isInstanceOf(JMSSecurityRuntimeException.class);
        assertThatThrownBy(() -> core("csms", "guessed").start()).isInstanceOf(JMSSecurityRuntimeException.class);
        assertThatThrownBy(() -> amqp(null, null).start()).isInstanceOf(JMSRuntimeException.class);
        assertThatThrownBy(() -> core(null, null).start()).isInstanceOf(JMSSecurityRuntimeException.class);
        assertThatThrownBy(() -> core("hub", "hub").start()).isInstanceOf(JMSSecurityRuntimeException.class);
    }

    @Test
    void makesNoQueueThatItDoesNotHave() {
        try (JMSContext hub = broker.connectionFactory().createContext()) {
            assertThatThrownBy(() -> hub.createProducer().send(hub.createQueue("csms.udpates"), "lost"))
                    .isInstanceOf(JMSRuntimeException.class);
        }
        assertThat(broker.queueDepth("csms.udpates")).isEmpty();
    }

    @Test
    void keepsMessagesWhenItStopsAndStarts() throws Exception {
        send(Queues.UPDATES, "kept", null);
        broker.close();
        start();

        assertThat(broker.queueDepth(Queues.UPDATES)).hasValue(1);
        try (JMSContext csms = amqp("csms", "csms-secret")) {
            assertThat(receive(csms, Queues.UPDATES, String.class)).isEqualTo("kept");
        }
    }

    @Test
    void refusesABatchWhoseFirstMessageWasSentBeforeAlsoAfterARestart() throws Exception {
        send(Queues.UPDATES, "first", "transmission-1");
        assertThatThrownBy(() -> send(Queues.UPDATES, "again", "transmission-1"))
                .hasMessageContaining("Duplicate message detected");
        broker.close();
        start();
        assertThatThrownBy(() -> send(Queues.UPDATES, "again", "transmission-1"))
                .hasMessageContaining("Duplicate message detected");
        send(Queues.UPDATES, "second", "transmission-2");

        assertThat(broker.queueDepth(Queues.UPDATES)).hasValue(4);
    }

    @Test
    void returnsAMessageToItsPlaceHoweverOftenItIsRolledBack() {
        try (JMSContext hub = broker.connectionFactory().createContext()) {
            for (int i = 1; i <= 3; i++) {
                hub.createProducer().send(hub.createQueue(Queues.UPDATES), "update " + i);
            }
        }
        try (JMSContext csms = coreFactory("csms", "csms-secret").createContext(JMSContext.SESSION_TRANSACTED)) {
            JMSConsumer consumer = csms.createConsumer(csms.createQueue(Queues.UPDATES));
            for (int attempt = 1; attempt <= 30; attempt++) {
                assertThat(consumer.receiveBody(String.class, 5_000)).isEqualTo("update 1");
                csms.rollback();
            }
            assertThat(consumer.receiveBody(String.class, 5_000)).isEqualTo("update 1");
            assertThat(consumer.receiveBody(String.class, 5_000)).isEqualTo("update 2");
            assertThat(consumer.receiveBody(String.class, 5_000)).isEqualTo("update 3");
            csms.commit();
        }
        assertThat(broker.queueDepth(Queues.DEAD_LETTERS)).hasValue(0);
    }

    @Test
    void keepsWhatAConsumerRefusesForGoodAsADeadLetter() throws Exception {
        send(Queues.UPDATES, "refused", null);
        try (JMSContext csms = new JmsConnectionFactory("csms", "csms-secret", "amqp://127.0.0.1:" + broker.port())
                .createContext(JMSContext.CLIENT_ACKNOWLEDGE)) {
            Message message =
                    csms.createConsumer(csms.createQueue(Queues.UPDATES)).receive(5_000);
            message.setIntProperty("JMS_AMQP_ACK_TYPE", 2); // rejected
            message.acknowledge();
        }
        try (JMSContext hub = broker.connectionFactory().createContext()) {
            assertThat(receive(hub, Queues.DEAD_LETTERS, String.class)).isEqualTo("refused");
        }
    }

    @Test
    void carriesAMessageOfAMegabyteToAmqp() throws Exception {
        byte[] body = new byte[1_500_000];
        body[body.length - 1] = 7;
        try (JMSContext hub = broker.connectionFactory().createContext();
                JMSContext dmv = amqp("dmv", "dmv-secret")) {
            BytesMessage message = hub.createBytesMessage();
            message.writeBytes(body);
            hub.createProducer().send(hub.createQueue("partner.dmv.from-csms"), message);
            assertThat(folder.resolve("large-messages")).isEmptyDirectory();
            assertThat(receive(dmv, "partner.dmv.from-csms", byte[].class)).isEqualTo(body);
        }
    }

    @Test
    void saysSoWhenItsPortIsTaken() throws Exception {
        assertThatThrownBy(() ->
                        Broker.embedded(folder.resolve("other"), "127.0.0.1", broker.port(), List.of(), PASSWORDS))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(Integer.toString(broker.port()));
    }

    /** A batch of two messages in one transaction, as the publisher sends it. */
    private void send(String queue, String body, String duplicateId) throws JMSException {
        try (JMSContext hub = broker.connectionFactory().createContext(JMSContext.SESSION_TRANSACTED)) {
            TextMessage message = hub.createTextMessage(body);
            message.setStringProperty("type", "csms.death-reported");
            message.setStringProperty("JMSXGroupID", "AB12345C1");
            if (duplicateId == null) {
                hub.createProducer().send(hub.createQueue(queue), message);
            } else {
                message.setStringProperty("_AMQ_DUPL_ID", duplicateId);
                hub.createProducer()
                        .send(hub.createQueue(queue), message)
                        .send(hub.createQueue(queue), hub.createTextMessage(body + " and more"));
            }
            hub.commit();
        }
    }

    private static <T> T receive(JMSContext context, String queue, Class<T> type) {
        try (JMSConsumer consumer = context.createConsumer(context.createQueue(queue))) {
            return consumer.receiveBody(type, 5_000);
        }
    }

    private JMSContext amqp(String user, String password) {
        ConnectionFactory factory = user == null
                ? new JmsConnectionFactory("amqp://127.0.0.1:" + broker.port())
                : new JmsConnectionFactory(user, password, "amqp://127.0.0.1:" + broker.port());
        return factory.createContext();
    }

    private JMSContext core(String user, String password) {
        return coreFactory(user, password).createContext();
    }

    private ConnectionFactory coreFactory(String user, String password) {
        return new ActiveMQConnectionFactory("tcp://127.0.0.1:" + broker.port(), user, password);
    }
}
