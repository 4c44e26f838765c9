package csms.hub.channel;

import csms.hub.partner.HubSettings;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The embedded broker, unless {@code hub.broker.url} names another. */
@Configuration(proxyBeanMethods = false)
public class BrokerConfiguration {

    /** Stopped after every bean that depends on its connections. */
    @Bean(destroyMethod = "close")
    Broker broker(HubSettings settings, Environment environment) throws IOException {
        HubSettings.Broker broker = settings.broker();
        if (broker.external()) {
            return Broker.external(broker.url(), broker.user(), broker.password());
        }
        List<String> users = new ArrayList<>(settings.queuePartners());
        users.add("csms");
        return Broker.embedded(
                settings.data().resolve("broker"),
                broker.host(),
                broker.port(),
                settings.queuePartners(),
                BrokerPasswords.read(users, environment::getProperty, settings.production()));
    }

    @Bean
    ConnectionFactory connectionFactory(Broker broker) {
        return broker.connectionFactory();
    }
}
