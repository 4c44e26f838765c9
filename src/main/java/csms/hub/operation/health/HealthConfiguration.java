package csms.hub.operation.health;

import csms.hub.operation.health.Partners.Partner;
import csms.hub.partner.HubSettings;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthContributorRegistry;
import org.springframework.boot.actuate.health.HealthEndpointGroups;
import org.springframework.boot.actuate.health.HealthEndpointGroupsPostProcessor;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.jdbc.DataSourceHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Two kinds of health that are never mixed: {@code readiness} and the whole say whether the hub itself can work, {@code
 * partners} says how each partner is. One partner's outage is no reason to take the hub out of service.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class HealthConfiguration {

    static final String PARTNERS = "partners";

    @Bean
    HealthIndicator databaseHealthIndicator(DataSource database) {
        return new DataSourceHealthIndicator(database);
    }

    @Bean
    SmartInitializingSingleton partnersHealth(
            HealthContributorRegistry registry, HubSettings settings, Partners partners) {
        return () -> settings.partnerIds()
                .forEach(id -> registry.registerContributor(id, (HealthIndicator) () -> health(partners.partner(id))));
    }

    private static Health health(Partner partner) {
        Health.Builder health = Health.status(partner.standing().name());
        if (partner.lastPoll() != null) {
            health.withDetail("lastPoll", partner.lastPoll());
        }
        if (partner.lastFile() != null) {
            health.withDetail("lastFile", partner.lastFile());
        }
        if (partner.lastError() != null) {
            health.withDetail("errorsInARow", partner.errors()).withDetail("lastError", partner.lastError());
        }
        return health.build();
    }

    /** Made before other beans are, so what it needs it gets when it is asked. */
    @Bean
    static HealthEndpointGroupsPostProcessor partnersApart(
            ObjectProvider<HubSettings> settings, ObjectProvider<Partners> partners) {
        return groups -> {
            HealthEndpointGroups all = groups;
            return HealthEndpointGroups.of(
                    new GroupOf(all.getPrimary(), name -> !isPartner(settings, name)),
                    all.getNames().stream()
                            .collect(Collectors.toMap(
                                    name -> name,
                                    name -> new GroupOf(
                                            Objects.requireNonNull(all.get(name)),
                                            name.equals(PARTNERS)
                                                    ? member ->
                                                            partners.getObject().concerns(member)
                                                    : member -> !isPartner(settings, member)))));
        };
    }

    private static boolean isPartner(ObjectProvider<HubSettings> settings, String name) {
        return settings.getObject().partners().containsKey(name);
    }
}
