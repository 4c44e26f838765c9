package csms.hub.route;

import csms.hub.route.RouteFile.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.kamelet.KameletEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;

/** Puts single route files into Camel and takes them out again, and nothing else with them. */
final class CamelRoutes {

    private final CamelContext camel;
    private final Duration drain;

    /** @param drain how long a route may take to end what it is at */
    CamelRoutes(CamelContext camel, Duration drain) {
        this.camel = camel;
        this.drain = drain;
    }

    /** Loads a file of a kind that is not loaded; on failure nothing of it stays. */
    void load(RouteFile file) throws Exception {
        try {
            load(camel, file);
        } catch (Exception e) {
            forget(file);
            throw e;
        }
    }

    private static void load(CamelContext into, RouteFile file) throws Exception {
        PluginHelper.getRoutesLoader(into).loadRoutes(ResourceHelper.fromString(file.path(), file.text()));
    }

    /**
     * Lets a file's route end what it is at and takes it out.
     *
     * @param others the files that stay
     * @return whether it is out; not, when it was busy for too long: then it runs on
     */
    boolean unload(RouteFile file, Collection<RouteFile> others) throws Exception {
        if (file.kind() == Kind.ROUTE) {
            List<KameletEndpoint> kamelets = kamelets(file, others);
            // The source first: what it has begun must still find its way.
            for (KameletEndpoint kamelet : kamelets) {
                if (!stop(kamelet.getRouteId())) {
                    return false;
                }
            }
            if (!stop(file.id())) {
                for (KameletEndpoint kamelet : kamelets) {
                    camel.getRouteController().startRoute(kamelet.getRouteId());
                }
                return false;
            }
            for (KameletEndpoint kamelet : kamelets) {
                remove(kamelet.getRouteId());
                camel.removeEndpoint(kamelet);
            }
        }
        forget(file);
        return true;
    }

    private boolean stop(String route) throws Exception {
        return camel.getRoute(route) == null
                || camel.getRouteController().stopRoute(route, drain.toMillis(), TimeUnit.MILLISECONDS, true);
    }

    /** The Kamelets that are there for this file alone: its source, and the sinks that no other file names. */
    private List<KameletEndpoint> kamelets(RouteFile file, Collection<RouteFile> others) {
        Route route = camel.getRoute(file.id());
        Endpoint source = route == null ? null : route.getEndpoint();
        List<KameletEndpoint> kamelets = new ArrayList<>();
        for (Endpoint endpoint : List.copyOf(camel.getEndpoints())) {
            if (endpoint instanceof KameletEndpoint kamelet
                    && (endpoint == source || isSinkOf(file, kamelet.getTemplateId(), others))) {
                kamelets.add(kamelet);
            }
        }
        return kamelets;
    }

    private static boolean isSinkOf(RouteFile file, @Nullable String template, Collection<RouteFile> others) {
        return file.text().contains("kamelet:" + template)
                && others.stream().noneMatch(other -> other.text().contains("kamelet:" + template));
    }

    private void forget(RouteFile file) throws Exception {
        Model model = camel.getCamelContextExtension().getContextPlugin(Model.class);
        switch (file.kind()) {
            case KAMELET -> model.removeRouteTemplateDefinitions(file.id());
            case CONFIGURATION -> {
                RouteConfigurationDefinition configuration = model.getRouteConfigurationDefinition(file.id());
                if (configuration != null) {
                    model.removeRouteConfiguration(configuration);
                }
            }
            case ROUTE -> remove(file.id());
        }
    }

    private void remove(String route) throws Exception {
        if (camel.getRoute(route) != null) {
            camel.getRouteController().stopRoute(route);
            camel.removeRoute(route);
        }
        // A route that failed to start is in the model alone.
        Model model = camel.getCamelContextExtension().getContextPlugin(Model.class);
        RouteDefinition left = model.getRouteDefinition(route);
        if (left != null) {
            model.removeRouteDefinition(left);
        }
    }

    /** Builds a file's route with everything it names in a Camel of its own, without starting it. */
    void tryOut(RouteFile file, Collection<RouteFile> all) throws Exception {
        try (DefaultCamelContext scratch = new DefaultCamelContext((BeanRepository) camel.getRegistry())) {
            scratch.getCamelContextExtension().setName("scratch");
            scratch.setAutoStartup(false);
            scratch.getPropertiesComponent().addPropertiesSource(properties());
            if (camel.hasComponent("jms") instanceof JmsComponent jms) {
                JmsComponent copy = new JmsComponent();
                copy.setConfiguration(jms.getConfiguration().copy());
                scratch.addComponent("jms", copy);
            }
            scratch.start();
            List<RouteFile> needed = all.stream()
                    .filter(other -> other.kind() != Kind.ROUTE && !other.path().equals(file.path()))
                    .sorted(Comparator.comparing(RouteFile::kind))
                    .toList();
            for (RouteFile other : needed) {
                load(scratch, other);
            }
            load(scratch, file);
        }
    }

    private PropertiesSource properties() {
        return new PropertiesSource() {
            @Override
            public String getName() {
                return "hub";
            }

            @Override
            public @Nullable String getProperty(String name) {
                return camel.getPropertiesComponent().resolveProperty(name).orElse(null);
            }
        };
    }
}
