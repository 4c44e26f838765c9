package csms.hub.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import csms.hub.layout.Finding;
import org.jspecify.annotations.Nullable;

/**
 * One file under {@code routes/}: what its path says it is.
 *
 * @param path from the routes folder, with slashes: {@code ssa/sves-response.camel.yaml}
 * @param document null when it is not YAML
 * @param unreadable why it is not YAML
 */
record RouteFile(
        String path,
        String text,
        @Nullable YamlDocument document,
        @Nullable Finding unreadable) {

    static final String ROUTE = ".camel.yaml";
    static final String KAMELET = ".kamelet.yaml";

    static RouteFile of(String path, String text) {
        try {
            return new RouteFile(path, text, new YamlDocument(text), null);
        } catch (YamlDocument.Unreadable e) {
            return new RouteFile(
                    path,
                    text,
                    null,
                    new Finding(
                            "routes/" + path,
                            e.place().line(),
                            e.place().column(),
                            "yaml",
                            String.valueOf(e.getMessage())));
        }
    }

    /** What a file defines. The order is the order of loading. */
    enum Kind {
        KAMELET,
        CONFIGURATION,
        ROUTE
    }

    Kind kind() {
        if (path.endsWith(KAMELET)) {
            return Kind.KAMELET;
        }
        return document != null && document.json().at("/0").has("routeConfiguration") ? Kind.CONFIGURATION : Kind.ROUTE;
    }

    boolean shared() {
        return folder().equals("shared") || folder().equals("kamelets");
    }

    private String folder() {
        int slash = path.indexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** {@code ssa.sves-response} of {@code ssa/sves-response}; {@code receive} of {@code shared/receive}. */
    String id() {
        String name = path.substring(0, path.length() - (path.endsWith(KAMELET) ? KAMELET : ROUTE).length());
        return (shared() ? name.substring(name.indexOf('/') + 1) : name).replace('/', '.');
    }

    /** The route, route configuration or Kamelet itself; missing when the file has none. */
    JsonNode definition() {
        if (document == null) {
            return MissingNode.getInstance();
        }
        return switch (kind()) {
            case KAMELET -> document.json();
            case CONFIGURATION -> document.json().at("/0/routeConfiguration");
            case ROUTE -> document.json().at("/0/route");
        };
    }

    /** Whether it is the route of an exchange: in a partner's folder, called by the dispatcher. */
    boolean ofExchange() {
        return kind() == Kind.ROUTE
                && !shared()
                && uri(definition().at("/from")).startsWith("direct:");
    }

    private static String uri(JsonNode from) {
        return from.path("uri").asText();
    }

    /** Whether the file names a Kamelet or route configuration by that name. */
    boolean uses(RouteFile other) {
        return switch (other.kind()) {
            case KAMELET -> text.contains("kamelet:" + other.id());
            case CONFIGURATION ->
                definition().path("routeConfigurationId").asText().equals(other.id());
            case ROUTE -> false;
        };
    }
}
