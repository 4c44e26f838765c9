package csms.hub.route;

import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.transmission.Answer;
import csms.hub.transmission.Arrival;
import csms.hub.transmission.Channel;
import csms.hub.transmission.Taken;
import csms.hub.transmission.Transmission;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartnerQueueTest {

    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    private final ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory("vm://71");
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    private final List<byte[]> stored = new CopyOnWriteArrayList<>();
    private final List<Transmission> handedOver = new CopyOnWriteArrayList<>();
    private final PartnerActivity activity = new PartnerActivity(Clock.systemUTC());
    private volatile int failures;
    private volatile RuntimeException bug;

    @BeforeEach
    void start() throws Exception {
        broker.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .addAddressSetting(
                        "#",
                        new AddressSettings()
                                .setDeadLetterAddress(SimpleString.of("dead"))
                                .setMaxDeliveryAttempts(2))
                .addQueueConfiguration(QueueConfiguration.of("dead").setRoutingType(RoutingType.ANYCAST))
                .addAcceptorConfiguration("in-vm", "vm://71"));
        broker.start();
        camel.addComponent("jms", QueueComponent.over(connections));
        camel.getRegistry().bind("takeIn", new TakeIn(this::take, handedOver::add, activity));
        camel.getRegistry().bind("delivery", new Delivery());
        camel.start();
        for (String file : List.of(
                "kamelets/take.kamelet.yaml",
                "kamelets/put.kamelet.yaml",
                "shared/partner-server.camel.yaml",
                "shared/received-file.camel.yaml",
                "shared/take-in.camel.yaml",
                "shared/deliver.camel.yaml")) {
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(ResourceHelper.resolveMandatoryResource(camel, "file:routes/" + file));
        }
        String queue = Files.readString(Path.of("routes/ssa/mailbox.camel.yaml"))
                .replace("ssa", "dmv")
                .replace("mailbox", "queue")
                .replace("kamelet:pick-up", "kamelet:take");
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("queue.camel.yaml", queue));
    }

    @AfterEach
    void stop() throws Exception {
        camel.close();
        connections.close();
        broker.stop();
    }

    private Taken take(Arrival arrival, InputStream bytes) throws IOException {
        if (bug != null) {
            throw bug;
        }
        if (failures > 0) {
            failures--;
            throw new IOException("no space left on device");
        }
        arrivals.add(arrival);
        stored.add(bytes.readAllBytes());
        return new Taken.Stored(Transmissions.of(1, null));
    }

    /** What the partner puts. */
    @FunctionalInterface
    private interface Writing {
        Message message(JMSContext session) throws Exception;
    }

    private void put(Writing writing) throws Exception {
        try (JMSContext session = connections.createContext()) {
            session.createProducer().send(session.createQueue("partner.dmv.to-csms"), writing.message(session));
        }
    }

    private Message get(String queue, long timeout) {
        try (JMSContext session = connections.createContext();
                var consumer = session.createConsumer(session.createQueue(queue))) {
            return consumer.receive(timeout);
        }
    }

    @Test
    void takesBytesAndText() throws Exception {
        put(session -> {
            BytesMessage message = session.createBytesMessage();
            message.writeBytes(new byte[] {(byte) 0xC6, 0, 1});
            message.setJMSCorrelationID("request-7");
            return message;
        });
        put(session -> session.createTextMessage("LOCR\n"));
        Await.until("taken", () -> handedOver.size() == 2);
        assertThat(activity.contacts().get("dmv").lastFile()).isNotNull();
        assertThat(stored.get(0)).isEqualTo(new byte[] {(byte) 0xC6, 0, 1});
        assertThat(stored.get(1)).isEqualTo("LOCR\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(arrivals.get(0).name()).isEqualTo("request-7");
        assertThat(arrivals.get(0).channel()).isEqualTo(Channel.QUEUE);
        assertThat(arrivals.get(0).location()).isEqualTo("partner.dmv.to-csms");
        assertThat(arrivals.get(0).partner()).isEqualTo("dmv");
        assertThat(arrivals.get(1).name()).startsWith("ID:");
        assertThat(get("partner.dmv.to-csms", 100)).isNull();
    }

    @Test
    void keepsADescriptionOfAMessageThatIsNeitherBytesNorText() throws Exception {
        put(session -> {
            MapMessage message = session.createMapMessage();
            message.setString("plate", "X");
            return message;
        });
        put(session -> session.createTextMessage("LOCR\n"));
        Await.until("taken", () -> handedOver.size() == 2);
        assertThat(new String(stored.get(0), StandardCharsets.UTF_8)).contains("neither bytes nor text", "plate=X");
    }

    @Test
    void holdsAMessageWhileItCannotBeStored() throws Exception {
        failures = 2;
        put(session -> session.createTextMessage("LOCR\n"));
        Await.until("taken", () -> handedOver.size() == 1);
        assertThat(stored).hasSize(1);
        assertThat(get("dead", 100)).isNull();
    }

    @Test
    void leavesAMessageThatBreaksTheHubToTheBrokersDeadLetters() throws Exception {
        bug = new IllegalStateException("a bug");
        put(session -> session.createTextMessage("LOCR\n"));
        assertThat(get("dead", 10_000)).isInstanceOf(TextMessage.class);
        bug = null;
        put(session -> session.createTextMessage("LOCV\n"));
        Await.until("taken", () -> handedOver.size() == 1);
    }

    @Test
    void answersByQueueWithTheCorrelationId() throws Exception {
        Answer answer = new Answer("dmv", Channel.QUEUE, "request-7.ack", "RJCT".getBytes(), "request-7");
        camel.createProducerTemplate().sendBody("direct:deliver", Optional.of(answer));
        Message message = get("partner.dmv.from-csms", 5_000);
        assertThat(message).isInstanceOf(BytesMessage.class);
        assertThat(message.getJMSCorrelationID()).isEqualTo("request-7");
        assertThat(message.getBody(byte[].class)).isEqualTo("RJCT".getBytes());
    }
}
