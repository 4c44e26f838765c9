package csms.hub.operation.health;

import csms.hub.channel.Broker;
import csms.hub.channel.Queues;
import csms.hub.partner.HubSettings;
import jakarta.jms.Connection;
import java.util.List;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Whether the broker answers and has every queue that partners and CSMS build against. */
@Component("brokerHealthIndicator")
final class BrokerHealth extends AbstractHealthIndicator {

    private final Broker broker;
    private final HubSettings settings;

    BrokerHealth(Broker broker, HubSettings settings) {
        super("the broker does not answer");
        this.broker = broker;
        this.settings = settings;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws Exception {
        try (Connection connection = broker.connectionFactory().createConnection()) {
            connection.start();
        }
        List<String> missing = settings.broker().external()
                ? List.of()
                : Queues.all(settings.queuePartners()).stream()
                        .filter(queue -> broker.queueDepth(queue).isEmpty())
                        .toList();
        if (missing.isEmpty()) {
            health.up();
        } else {
            health.down().withDetail("missing", missing);
        }
    }
}
