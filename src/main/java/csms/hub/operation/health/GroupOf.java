package csms.hub.operation.health;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.health.AdditionalHealthEndpointPath;
import org.springframework.boot.actuate.health.HealthEndpointGroup;
import org.springframework.boot.actuate.health.HttpCodeStatusMapper;
import org.springframework.boot.actuate.health.StatusAggregator;

/** A health group that has fewer members than its settings say. */
record GroupOf(HealthEndpointGroup group, Predicate<String> members) implements HealthEndpointGroup {

    @Override
    public boolean isMember(String name) {
        return group.isMember(name) && members.test(name);
    }

    @Override
    public boolean showComponents(SecurityContext context) {
        return group.showComponents(context);
    }

    @Override
    public boolean showDetails(SecurityContext context) {
        return group.showDetails(context);
    }

    @Override
    public StatusAggregator getStatusAggregator() {
        return group.getStatusAggregator();
    }

    @Override
    public HttpCodeStatusMapper getHttpCodeStatusMapper() {
        return group.getHttpCodeStatusMapper();
    }

    @Override
    public @Nullable AdditionalHealthEndpointPath getAdditionalPath() {
        return group.getAdditionalPath();
    }
}
