package csms.hub.channel;

import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The queues that CSMS and partners use: an Artemis broker inside the hub that keeps every message on disk, or an external one. */
public final class Broker implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Broker.class);

    /** A batch of updates in one message stays an ordinary message up to this size. */
    private static final int LARGE_MESSAGE = 2 << 20;

    private static final int MEGABYTE = 1 << 20;
    private static final AtomicInteger SERVERS = new AtomicInteger();

    private final @Nullable ActiveMQServer server;
    private final ConnectionFactory connections;

    private Broker(@Nullable ActiveMQServer server, ConnectionFactory connections) {
        this.server = server;
        this.connections = connections;
    }

    /**
     * Starts the embedded broker; when this returns all queues are there and it can be reached.
     *
     * @param folder of the broker's journal
     * @param host the address to listen on
     * @param port 0 for any free one
     * @param partners those that have queues
     * @param passwords of {@code csms} and the partners
     */
    public static Broker embedded(
            Path folder, String host, int port, Collection<String> partners, Map<String, String> passwords)
            throws IOException {
        Disk.makePrivateFolder(folder);
        String number = Integer.toString(SERVERS.incrementAndGet());
        String hubPassword = Secret.random();
        EmbeddedActiveMQ embedded = new EmbeddedActiveMQ();
        embedded.setConfiguration(configuration(folder, host, port, number, partners));
        embedded.setSecurityManager(BrokerSecurity.users(passwords, hubPassword));
        try {
            embedded.start();
            ActiveMQServer server = embedded.getActiveMQServer();
            if (!server.waitForActivation(30, TimeUnit.SECONDS) || !listens(server)) {
                embedded.stop();
                throw new IOException("The broker cannot start with its data in " + folder + " on port " + port
                        + ": is another hub using them?");
            }
            Broker broker = new Broker(server, connectionFactory("vm://" + number, BrokerSecurity.HUB, hubPassword));
            log.info("Broker on port {}", broker.port());
            return broker;
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("The broker cannot start with its data in " + folder + " on port " + port, e);
        }
    }

    /** An Artemis broker elsewhere, at a core address such as {@code tcp://queues:61616}. */
    public static Broker external(String url, String user, String password) {
        return new Broker(null, connectionFactory(url, user, password));
    }

    /** Connections of the hub itself, which may do everything. */
    public ConnectionFactory connectionFactory() {
        return connections;
    }

    /** How many messages wait in a queue, those on their way to a consumer included; empty for an external broker. */
    public OptionalLong queueDepth(String queue) {
        if (server == null) {
            return OptionalLong.empty();
        }
        Queue found = server.locateQueue(SimpleString.of(queue));
        return found == null ? OptionalLong.empty() : OptionalLong.of(found.getMessageCount());
    }

    /** The port of the embedded broker. */
    public int port() {
        if (server == null) {
            throw new IllegalStateException("The broker is an external one");
        }
        return network(server).getActualPort();
    }

    /** Stops the embedded broker; what it has is on the disk already. */
    @Override
    public void close() throws IOException {
        if (server != null) {
            try {
                server.stop();
            } catch (Exception e) {
                throw new IOException("The broker did not stop cleanly", e);
            }
        }
    }

    private static Configuration configuration(
            Path folder, String host, int port, String number, Collection<String> partners) throws IOException {
        Configuration configuration = new ConfigurationImpl()
                .setName("hub")
                .setJMXManagementEnabled(false)
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setLargeMessagesDirectory(folder.resolve("large-messages").toString())
                .setJournalSyncTransactional(true)
                .setJournalSyncNonTransactional(true)
                .setJournalDatasync(true)
                // How long a commit waits for company: this decides how fast single commits are (traps, A3).
                .setJournalBufferTimeout_NIO(100_000)
                // A message that does not fit into the buffer would be a large one.
                .setJournalBufferSize_NIO(2 * LARGE_MESSAGE)
                .setJournalFileSize(16 * MEGABYTE)
                .setJournalLockAcquisitionTimeout(10_000)
                .setPersistIDCache(true)
                .setIDCacheSize(20_000)
                // Messages beyond this wait on disk. The heap may be 512 MB in all.
                .setGlobalMaxSize(96L * MEGABYTE)
                // Senders wait, and nothing breaks, before the disk is quite full.
                .setMinDiskFree(256L * MEGABYTE);
        configuration.setMaxDiskUsage(-1);
        try {
            configuration
                    .addAcceptorConfiguration("hub", "vm://" + number)
                    .addAcceptorConfiguration(
                            "network",
                            "tcp://" + host + ":" + port + "?protocols=CORE,AMQP;saslMechanisms=PLAIN"
                                    + ";amqpMinLargeMessageSize=" + LARGE_MESSAGE);
        } catch (Exception e) {
            throw new IOException("The broker cannot listen on " + host + ":" + port, e);
        }
        BrokerSecurity.grant(configuration, partners);
        configuration.addAddressSetting("#", addressSettings());
        for (String taken : new String[] {Queues.REQUESTS, Queues.toCsms("*")}) {
            // What the hub could not take in, for want of its database for example, is tried again after a while.
            configuration.addAddressSetting(
                    taken,
                    addressSettings()
                            .setRedeliveryDelay(1_000)
                            .setRedeliveryMultiplier(2)
                            .setMaxRedeliveryDelay(60_000));
        }
        for (String queue : Queues.all(partners)) {
            configuration.addAddressConfiguration(new CoreAddressConfiguration()
                    .setName(queue)
                    .addRoutingType(RoutingType.ANYCAST)
                    .addQueueConfiguration(QueueConfiguration.of(queue)
                            .setAddress(queue)
                            .setRoutingType(RoutingType.ANYCAST)
                            .setDurable(true)
                            // Every case is a group: without buckets the queue would remember each of a million.
                            .setGroupBuckets(1_024)));
        }
        return configuration;
    }

    /**
     * Nobody makes queues but the hub, and nothing is given up: a message that its consumer returns goes back to its
     * place, for as often as it takes, so that a case's updates keep their order. Only what a consumer refuses by name
     * (AMQP's rejected) becomes a dead letter.
     */
    private static AddressSettings addressSettings() {
        return new AddressSettings()
                .setAutoCreateAddresses(false)
                .setAutoCreateQueues(false)
                .setAutoDeleteAddresses(false)
                .setAutoDeleteQueues(false)
                .setDefaultAddressRoutingType(RoutingType.ANYCAST)
                .setDefaultQueueRoutingType(RoutingType.ANYCAST)
                .setDeadLetterAddress(SimpleString.of(Queues.DEAD_LETTERS))
                .setExpiryAddress(SimpleString.of(Queues.EXPIRED))
                .setMaxDeliveryAttempts(-1)
                .setRedeliveryDelay(0)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setMaxSizeBytes(32L * MEGABYTE)
                .setPageSizeBytes(10 * MEGABYTE)
                .setMaxReadPageBytes(10 * MEGABYTE)
                .setMaxReadPageMessages(-1)
                .setPrefetchPageBytes(5 * MEGABYTE)
                .setPrefetchPageMessages(-1);
    }

    private static ConnectionFactory connectionFactory(String url, String user, String password) {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url, user, password);
        factory.setMinLargeMessageSize(LARGE_MESSAGE);
        return factory;
    }

    private static boolean listens(ActiveMQServer server) {
        Acceptor network = network(server);
        return network != null && network.isStarted() && network.getActualPort() > 0;
    }

    private static Acceptor network(ActiveMQServer server) {
        return server.getRemotingService().getAcceptor("network");
    }
}
