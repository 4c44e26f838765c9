package csms.hub.operation.api;

import csms.hub.layout.Finding;
import csms.hub.layout.Mapping;
import csms.hub.partner.HubSettings;
import csms.hub.route.RouteLoader;
import csms.hub.route.RouteStatus;
import csms.hub.translation.LiveMappings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The exchanges of the hub: their mappings, their routes, and what is wrong with either. */
@Component
public class Exchanges {

    private final Path folder;
    private final LiveMappings mappings;
    private final RouteLoader routes;

    Exchanges(HubSettings settings, LiveMappings mappings, RouteLoader routes) {
        this.folder = settings.mappings();
        this.mappings = mappings;
        this.routes = routes;
    }

    /** All of them, by name. */
    public List<ExchangeLine> all() {
        Map<String, Mapping> inUse = mappings.inUse();
        Map<String, List<Finding>> wrong = new TreeMap<>();
        mappings.findings().forEach((file, findings) -> wrong.put(name(file), findings));
        Map<String, RouteStatus> statuses = routes.statuses().stream()
                .collect(Collectors.toMap(RouteStatus::routeId, Function.identity(), (a, b) -> a));
        TreeSet<String> names = new TreeSet<>(inUse.keySet());
        names.addAll(wrong.keySet());
        List<ExchangeLine> lines = new ArrayList<>();
        for (String name : names) {
            Mapping mapping = inUse.get(name);
            RouteStatus route = statuses.get(name);
            lines.add(new ExchangeLine(
                    name,
                    mapping == null ? null : mapping.direction().name().toLowerCase(Locale.ROOT),
                    mapping == null ? null : mapping.digest(),
                    route != null && route.running(),
                    Stream.of(
                                    wrong.getOrDefault(name, List.of()),
                                    route == null ? List.<Finding>of() : route.findings())
                            .flatMap(Collection::stream)
                            .map(Finding::toString)
                            .toList()));
        }
        return lines;
    }

    /** What is wrong with shared routes, Kamelets and mailboxes, which belong to no single exchange. */
    public List<String> otherFindings() {
        TreeSet<String> exchanges = new TreeSet<>(mappings.inUse().keySet());
        return routes.statuses().stream()
                .filter(route -> !exchanges.contains(route.routeId()))
                .flatMap(route -> route.findings().stream())
                .map(Finding::toString)
                .toList();
    }

    private String name(Path file) {
        return folder.relativize(file)
                .toString()
                .replaceFirst("\\.yaml$", "")
                .replace('\\', '.')
                .replace('/', '.');
    }
}
