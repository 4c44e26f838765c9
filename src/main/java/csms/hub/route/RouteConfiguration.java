package csms.hub.route;

import csms.hub.channel.HubKeys;
import csms.hub.channel.Mailboxes;
import csms.hub.partner.HubSettings;
import csms.hub.route.PartnerEndpoints.Server;
import csms.hub.translation.ExchangeCatalog;
import csms.hub.transmission.DiskSpace;
import csms.hub.transmission.Intake;
import csms.hub.transmission.Operations;
import csms.hub.transmission.ReceivedFile;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Registry;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the routes to the mailboxes, the broker and the journal. */
@Configuration(proxyBeanMethods = false)
public class RouteConfiguration {

    /** The beans that route files may name. */
    public static final Set<String> BEANS = Set.of("takeIn", "pickUp", "receivedFile", "delivery", "batchWorkers");

    /** How many exchanges run beside each other; most of their time they wait for the batch workers. */
    private static final int EXCHANGES = 8;

    @Bean
    PartnerActivity partnerActivity(Clock clock) {
        return new PartnerActivity(clock);
    }

    @Bean
    PartnerEndpoints partnerEndpoints(HubSettings settings, HubKeys keys, Mailboxes mailboxes) {
        Duration interval = settings.receiving().pollInterval();
        return new PartnerEndpoints(partner -> {
            HubSettings.Partner known = settings.partners().get(partner);
            HubSettings.ExternalSftp external = known == null ? null : known.sftp();
            if (external == null) {
                return new Server(
                        "127.0.0.1",
                        mailboxes.port(),
                        "hub",
                        keys.clientKey(),
                        keys.knownHosts(),
                        partner + "/to-csms",
                        partner + "/from-csms",
                        Duration.ZERO,
                        interval);
            }
            return new Server(
                    external.host(),
                    external.port(),
                    external.user(),
                    external.privateKey(),
                    external.knownHosts(),
                    external.fetchFolder(),
                    external.leaveFolder(),
                    external.minimumAge(),
                    interval.multipliedBy(10));
        });
    }

    @Bean(destroyMethod = "close")
    Dispatcher dispatcher(CamelContext camel, Operations operations) {
        return new Dispatcher(camel, operations::unfinished, EXCHANGES);
    }

    @Bean(destroyMethod = "close")
    RouteLoader routeLoader(
            CamelContext camel, HubSettings settings, ExchangeCatalog exchanges, Dispatcher dispatcher) {
        RouteLinter linter =
                new RouteLinter(BEANS, exchange -> exchanges.named(exchange).isPresent());
        return new RouteLoader(camel, settings.routes(), linter, dispatcher::wake);
    }

    /** One pool for the batches of all files: each file has one batch waiting in it at most, so none starves another. */
    @Bean(destroyMethod = "shutdown")
    ExecutorService batchWorkers() {
        return Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    }

    @Bean
    CamelContextConfiguration routes(
            PartnerEndpoints endpoints,
            PartnerActivity activity,
            Clock clock,
            ConnectionFactory broker,
            ExecutorService batchWorkers,
            Intake intake,
            DiskSpace disk,
            ReceivedFile receivedFile,
            ObjectProvider<Dispatcher> dispatcher,
            ObjectProvider<RouteLoader> loader) {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext camel) {
                camel.setStreamCaching(false); // a file is a stream; a cache would hold it in memory
                camel.getPropertiesComponent().addPropertiesSource(endpoints);
                camel.addComponent("jms", QueueComponent.over(broker));
                Registry beans = camel.getRegistry();
                beans.bind(
                        "pickUp",
                        new PickUp(
                                arrival -> disk.enough() && intake.worthTaking(arrival),
                                intake::removed,
                                activity,
                                clock));
                beans.bind(
                        "takeIn",
                        new TakeIn(
                                intake::take,
                                transmission -> dispatcher.getObject().run(transmission),
                                activity));
                beans.bind("delivery", new Delivery());
                beans.bind("receivedFile", receivedFile);
                beans.bind("batchWorkers", batchWorkers);
            }

            @Override
            public void afterApplicationStart(CamelContext camel) {
                try {
                    loader.getObject().start();
                } catch (IOException e) {
                    throw new UncheckedIOException("The folder of routes cannot be read", e);
                }
                dispatcher.getObject().start();
            }
        };
    }
}
