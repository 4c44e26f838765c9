package csms.hub.route;

import java.util.Set;

/** Wires the routes. */
public class RouteConfiguration {

    /** The beans that route files may name. */
    static final Set<String> BEANS = Set.of("takeIn", "pickUp", "receivedFile", "delivery", "batchWorkers");
}
