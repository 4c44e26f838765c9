package csms.hub.operation;

import csms.hub.channel.Broker;
import csms.hub.channel.Mailboxes;
import csms.hub.partner.HubSettings;
import csms.hub.route.Dispatcher;
import csms.hub.route.RouteLoader;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says when the hub is ready and where, and lets what runs come to its end before anything that it needs is stopped. */
@Component
class StartAndStop {

    private static final Logger LOG = LoggerFactory.getLogger(StartAndStop.class);

    private final HubSettings settings;
    private final Environment environment;
    private final Mailboxes mailboxes;
    private final Broker broker;
    private final RouteLoader routes;
    private final Dispatcher dispatcher;
    private final MappingWatch mappings;

    StartAndStop(
            HubSettings settings,
            Environment environment,
            Mailboxes mailboxes,
            Broker broker,
            RouteLoader routes,
            Dispatcher dispatcher,
            MappingWatch mappings) {
        this.settings = settings;
        this.environment = environment;
        this.mailboxes = mailboxes;
        this.broker = broker;
        this.routes = routes;
        this.dispatcher = dispatcher;
        this.mappings = mappings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        HubSettings.Broker queues = settings.broker();
        LOG.info(
                "ready: http://127.0.0.1:{}, sftp 127.0.0.1:{}, broker {}",
                environment.getProperty("local.server.port"),
                mailboxes.port(),
                queues.external() ? queues.url() : queues.host() + ":" + broker.port());
    }

    /** The context tells this before it stops routes, web server and connections. */
    @EventListener(ContextClosedEvent.class)
    void stopping() throws IOException, InterruptedException {
        LOG.info("stopping: what runs comes to its end, the rest goes on at the next start");
        mappings.close();
        routes.close();
        dispatcher.close();
    }
}
