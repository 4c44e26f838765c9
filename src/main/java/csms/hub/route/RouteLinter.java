package csms.hub.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import csms.hub.layout.Finding;
import csms.hub.layout.Spelling;
import csms.hub.route.RouteFile.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds every mistake in a folder of route files, without running any of them. */
public final class RouteLinter {

    private static final String LABEL = "routes/";

    private final Set<String> beans;
    private final Predicate<String> hasMapping;
    private final RouteSchema schema = new RouteSchema();

    /**
     * @param beans the names that a route file may refer to
     * @param hasMapping whether an exchange, by its name, has a mapping file
     */
    public RouteLinter(Set<String> beans, Predicate<String> hasMapping) {
        this.beans = new TreeSet<>(beans);
        this.hasMapping = hasMapping;
    }

    /** Everything wrong in a folder, by file and line. */
    public List<Finding> lint(Path routes) throws IOException {
        return check(read(routes)).values().stream().flatMap(List::stream).toList();
    }

    /** The files of a folder by their path in it. */
    static SortedMap<String, RouteFile> read(Path routes) throws IOException {
        SortedMap<String, RouteFile> files = new TreeMap<>();
        List<Path> paths;
        try (Stream<Path> found = Files.walk(routes)) {
            paths = found.filter(path -> path.toString().matches(".*\\.ya?ml") && Files.isRegularFile(path))
                    .filter(path -> !path.getFileName().toString().startsWith("."))
                    .toList();
        }
        for (Path path : paths) {
            String name = routes.relativize(path).toString().replace('\\', '/');
            files.put(name, RouteFile.of(name, Files.readString(path)));
        }
        return files;
    }

    /** The findings of each file, by path; an empty list where there are none. */
    SortedMap<String, List<Finding>> check(SortedMap<String, RouteFile> files) {
        SortedMap<String, List<Finding>> findings = new TreeMap<>();
        Known known =
                new Known(ids(files, Kind.KAMELET), ids(files, Kind.CONFIGURATION), ids(files, Kind.ROUTE), beans);
        files.forEach((path, file) -> findings.put(path, check(file, known)));
        return findings;
    }

    /** The names that a file may refer to. */
    record Known(Set<String> kamelets, Set<String> configurations, Set<String> routes, Set<String> beans) {}

    private static Set<String> ids(Map<String, RouteFile> files, Kind kind) {
        return files.values().stream()
                .filter(file ->
                        file.path().endsWith(RouteFile.ROUTE) || file.path().endsWith(RouteFile.KAMELET))
                .filter(file -> file.kind() == kind)
                .map(RouteFile::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Finding> check(RouteFile file, Known known) {
        boolean kamelet = file.path().startsWith("kamelets/");
        String ending = kamelet ? RouteFile.KAMELET : RouteFile.ROUTE;
        if (!file.path().endsWith(ending)) {
            return List.of(new Finding(LABEL + file.path(), 1, 1, "file-name", "is not loaded; name it …" + ending));
        }
        YamlDocument document = file.document();
        if (document == null) {
            return file.unreadable() == null ? List.of() : List.of(file.unreadable());
        }
        Notes notes = new Notes(LABEL + file.path(), document);
        switch (file.kind()) {
            case KAMELET -> kamelet(file, notes);
            case CONFIGURATION -> configuration(file, notes);
            case ROUTE -> route(file, known, notes);
        }
        new RouteText(file, known, notes).check();
        return notes.all();
    }

    /** The findings of one file while it is read. */
    static final class Notes {
        private final String label;
        private final YamlDocument document;
        private final List<Finding> findings = new ArrayList<>();

        Notes(String label, YamlDocument document) {
            this.label = label;
            this.document = document;
        }

        void add(String pointer, String rule, String message) {
            YamlDocument.Place place = document.place(pointer);
            findings.add(new Finding(label, place.line(), place.column(), rule, message));
        }

        List<Finding> all() {
            return findings.stream()
                    .distinct()
                    .sorted(Comparator.comparingInt(Finding::line)
                            .thenComparingInt(Finding::column)
                            .thenComparing(Finding::rule))
                    .toList();
        }
    }

    private void kamelet(RouteFile file, Notes notes) {
        JsonNode kamelet = file.definition();
        if (!kamelet.path("apiVersion").asText().equals("camel.apache.org/v1")
                || !kamelet.path("kind").asText().equals("Kamelet")) {
            notes.add("/kind", "schema", "a Kamelet begins with apiVersion: camel.apache.org/v1 and kind: Kamelet");
        }
        if (!kamelet.at("/metadata/name").asText().equals(file.id())) {
            notes.add("/metadata/name", "id-is-path", "write name: " + file.id() + ", as the file is named");
        }
        describe(kamelet.at("/spec/definition"), "/spec/definition", notes);
        JsonNode template = kamelet.at("/spec/template");
        if (!template.has("from") && !template.has("route")) {
            notes.add("/spec/template", "schema", "from or route is missing");
        }
        template.fields().forEachRemaining(part -> {
            JsonNode definitions = JsonNodeFactory.instance
                    .arrayNode()
                    .add(JsonNodeFactory.instance.objectNode().set(part.getKey(), part.getValue()));
            for (RouteSchema.Problem problem : schema.problems(definitions)) {
                notes.add(
                        "/spec/template" + problem.pointer().substring("/0".length()),
                        problem.rule(),
                        problem.message());
            }
        });
    }

    private void configuration(RouteFile file, Notes notes) {
        one(file, notes);
        String pointer = "/0/routeConfiguration";
        if (!file.definition().path("id").asText().equals(file.id())) {
            notes.add(pointer + "/id", "id-is-path", "write id: " + file.id() + ", as the path says");
        }
        describe(file.definition(), pointer, notes);
    }

    private void route(RouteFile file, Known known, Notes notes) {
        one(file, notes);
        JsonNode route = file.definition();
        if (route.isMissingNode()) {
            return;
        }
        String id = file.id();
        if (!route.path("id").asText().equals(id)) {
            notes.add("/0/route/id", "id-is-path", "write id: " + id + ", as the path says");
        }
        describe(route, "/0/route", notes);
        String configuration = route.path("routeConfigurationId").asText();
        if (configuration.isEmpty()) {
            notes.add(
                    "/0/route",
                    "route-configuration",
                    "routeConfigurationId is missing: one of " + String.join(", ", known.configurations()));
        } else if (!known.configurations().contains(configuration)) {
            notes.add(
                    "/0/route/routeConfigurationId",
                    "route-configuration",
                    "no file of routes/shared defines " + configuration
                            + Spelling.hint(configuration, known.configurations()));
        }
        for (String own : List.of("errorHandler", "errorHandlerRef")) {
            if (route.has(own)) {
                notes.add(
                        "/0/route/" + own,
                        "route-configuration",
                        "what happens on failure is written once, under routes/shared");
            }
        }
        if (file.ofExchange()) {
            exchange(file, notes);
        }
    }

    private void exchange(RouteFile file, Notes notes) {
        String id = file.id();
        JsonNode from = file.definition().path("from");
        if (!from.path("uri").asText().equals("direct:" + id)) {
            notes.add(
                    "/0/route/from/uri", "id-is-path", "write uri: direct:" + id + ", by which the exchange is called");
        }
        JsonNode steps = from.path("steps");
        for (int i = 0; i < steps.size(); i++) {
            JsonNode variable = steps.path(i).path("setVariable");
            if (variable.path("name").asText().equals("exchange")
                    && !variable.path("constant").asText().equals(id)) {
                notes.add(
                        "/0/route/from/steps/" + i + "/setVariable",
                        "id-is-path",
                        "the exchange is named " + id + ", as the path says");
            }
        }
        if (!hasMapping.test(id)) {
            notes.add(
                    "/0/route/id",
                    "exchange-has-mapping",
                    "mappings/" + file.path().replace(RouteFile.ROUTE, ".yaml") + " is missing or has mistakes");
        }
    }

    private void one(RouteFile file, Notes notes) {
        YamlDocument document = file.document();
        JsonNode json = document == null ? JsonNodeFactory.instance.nullNode() : document.json();
        for (RouteSchema.Problem problem : schema.problems(json)) {
            notes.add(problem.pointer(), problem.rule(), problem.message());
        }
        if (json.size() > 1) {
            notes.add(
                    "/1",
                    "one-route",
                    "a file holds one route or one route configuration; give this one a file of its own");
        }
        JsonNode first = json.path(0);
        if (json.isArray() && !first.has("route") && !first.has("routeConfiguration")) {
            notes.add("/0", "one-route", "a file holds one route or one route configuration");
        }
    }

    private static void describe(JsonNode definition, String pointer, Notes notes) {
        if (definition.path("description").asText().isBlank()) {
            notes.add(pointer, "description", "description is missing: say in a sentence what it is for");
        }
    }
}
