package csms.hub.route;

import csms.hub.layout.Finding;
import java.util.List;

/**
 * How one file under {@code routes/} stands, for operators.
 *
 * @param file with its folder: {@code routes/ssa/sves-response.camel.yaml}
 * @param routeId the route, route configuration or Kamelet that it defines
 * @param running whether the hub works by it, or by its last good version
 * @param findings why its present version is not loaded; empty when it is
 */
public record RouteStatus(String file, String routeId, boolean running, List<Finding> findings) {}
