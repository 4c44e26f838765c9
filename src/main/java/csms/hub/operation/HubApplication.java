package csms.hub.operation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The hub as one process: journal, broker, mailboxes, routes and console. Camel's own health checks are left out: they
 * would make the hub unready for one partner's outage.
 */
@SpringBootApplication(
        scanBasePackages = "csms.hub",
        excludeName = {
            "org.apache.camel.spring.boot.actuate.health.AsyncHealthIndicatorAutoConfiguration",
            "org.apache.camel.spring.boot.actuate.health.CamelAvailabilityCheckAutoConfiguration",
            "org.apache.camel.spring.boot.actuate.health.CamelHealthCheckAutoConfiguration"
        })
public class HubApplication {

    /** Starts the hub; when this returns it is ready.
     *
     * @param settings as {@code --name=value}, before all others */
    public static ConfigurableApplicationContext start(String... settings) {
        SpringApplication application = new SpringApplication(HubApplication.class);
        application.setLogStartupInfo(false);
        return application.run(settings);
    }
}
