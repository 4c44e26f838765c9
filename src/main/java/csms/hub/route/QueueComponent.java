package csms.hub.route;

import jakarta.jms.ConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;
import org.springframework.jms.connection.CachingConnectionFactory;

/** Camel's {@code jms:} over the hub's broker. */
public final class QueueComponent {

    private QueueComponent() {}

    /** @param broker a plain factory, or one that caches */
    public static JmsComponent over(ConnectionFactory broker) {
        CachingConnectionFactory caching =
                broker instanceof CachingConnectionFactory already ? already : new CachingConnectionFactory(broker);
        ConnectionFactory plain = caching.getTargetConnectionFactory();
        JmsComponent jms = new JmsComponent();
        // A listener keeps its own session open; a producer without a cache would open a connection a message.
        jms.getConfiguration().setListenerConnectionFactory(plain == null ? broker : plain);
        jms.getConfiguration().setTemplateConnectionFactory(caching);
        jms.setConnectionFactory(caching);
        return jms;
    }
}
