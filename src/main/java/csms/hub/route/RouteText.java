package csms.hub.route;

import com.fasterxml.jackson.databind.JsonNode;
import csms.hub.layout.Spelling;
import csms.hub.route.RouteLinter.Known;
import csms.hub.route.RouteLinter.Notes;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules about single words of a route file: what it reaches, calls, runs, logs and gives away. */
final class RouteText {

    /** Keys whose value is, or may be, the address of an endpoint. */
    private static final Set<String> ADDRESSES = Set.of("uri", "from", "to", "toD", "wireTap", "poll", "deadLetterUri");

    private static final Set<String> PARTNER_PROTOCOLS =
            Set.of("sftp", "ftp", "ftps", "mina-sftp", "jms", "sjms", "sjms2", "activemq", "activemq6", "amqp");

    private static final Set<String> SCRIPTS = Set.of(
            "script",
            "scriptLanguage",
            "groovy",
            "js",
            "javaScript",
            "joor",
            "java",
            "csimple",
            "python",
            "mvel",
            "ognl",
            "spel",
            "wasm",
            "language",
            "datasonnet");

    private static final Set<String> PROSE = Set.of("description", "note", "title");

    private static final Pattern CLASS_CALL =
            Pattern.compile("\\$\\{\\s*(bean:type:|type:|camelContext|exchange\\b|[^}]*\\bgetClass\\b)");
    private static final Pattern BEAN_CALL = Pattern.compile("\\$\\{\\s*bean:([A-Za-z0-9_-]+)");
    private static final Pattern CONTENT = Pattern.compile(
            "\\$\\{\\s*(body|bodyAs|bodyOneLine|prettyBody|mandatoryBody|in\\.body|message|exchange|headers)");
    private static final Pattern SECRET_KEY =
            Pattern.compile("(?i).*(password|passphrase|secret|token|apikey)|privateKey");
    private static final Pattern SECRET_IN_ADDRESS = Pattern.compile(
            "(?i)[?&][a-z]*(password|passphrase|secret|token|apikey|privateKey)=(?!\\{\\{|#|\\$)[^&]+|//[^/:@]+:[^/@]+@");

    private final RouteFile file;
    private final Known known;
    private final Notes notes;
    private final boolean kamelet;
    private final Set<String> ownBeans = new TreeSet<>();

    RouteText(RouteFile file, Known known, Notes notes) {
        this.file = file;
        this.known = known;
        this.notes = notes;
        this.kamelet = file.kind() == RouteFile.Kind.KAMELET;
        file.definition()
                .at("/spec/template/beans")
                .forEach(bean -> ownBeans.add(bean.path("name").asText()));
    }

    void check() {
        YamlDocument document = file.document();
        if (document != null) {
            walk("", "", document.json());
        }
    }

    private void walk(String pointer, String key, JsonNode node) {
        if (SCRIPTS.contains(key) && !pointer.contains("/parameters/") && !pointer.contains("/properties/")) {
            notes.add(pointer, "no-script", key + " is a script; write a bean in Java, with a test, and name it here");
        }
        if (node.isTextual() && !PROSE.contains(key)) {
            word(pointer, key, node.asText());
        }
        if (node.isObject()) {
            node.fields()
                    .forEachRemaining(entry -> walk(pointer + "/" + entry.getKey(), entry.getKey(), entry.getValue()));
            if (key.equals("log")
                    && CONTENT.matcher(node.path("message").asText()).find()) {
                notes.add(pointer, "no-body-log", "logs what a file says; log its name or number instead");
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(pointer + "/" + i, key.equals("steps") ? "" : key, node.get(i));
        }
    }

    private void word(String pointer, String key, String word) {
        if (ADDRESSES.contains(key)) {
            address(pointer, word);
        } else if (PARTNER_PROTOCOLS.contains(scheme(word)) && word.contains(":")) {
            protocol(pointer, scheme(word));
        }
        if (key.equals("log") && CONTENT.matcher(word).find()) {
            notes.add(pointer, "no-body-log", "logs what a file says; log its name or number instead");
        }
        if (CLASS_CALL.matcher(word).find()) {
            notes.add(pointer, "no-script", "calls a class; write a bean in Java, with a test, and name it here");
        }
        Matcher call = BEAN_CALL.matcher(word);
        while (call.find()) {
            if (!call.group(1).equals("type")) {
                bean(pointer, call.group(1));
            }
        }
        secrets(pointer, key, word);
        references(pointer, key, word);
    }

    private void address(String pointer, String address) {
        String scheme = scheme(address);
        String rest = address.contains(":") ? address.substring(address.indexOf(':') + 1) : "";
        String target = rest.replaceAll("^/*([^?/]*).*", "$1");
        if (PARTNER_PROTOCOLS.contains(scheme)) {
            protocol(pointer, scheme);
        }
        switch (scheme) {
            case "log" -> {
                if (!address.contains("showBody=false")) {
                    notes.add(pointer, "no-body-log", "log: shows what a file says; use the step log with its name");
                }
            }
            case "kamelet" -> {
                boolean inside = target.equals("source") || target.equals("sink");
                if (!(inside && kamelet)
                        && !target.contains("$")
                        && !known.kamelets().contains(target)) {
                    notes.add(
                            pointer,
                            "kamelet-exists",
                            "routes/kamelets has no " + target + Spelling.hint(target, known.kamelets()));
                }
            }
            case "direct" -> {
                boolean begins = pointer.endsWith("/from/uri");
                if (!begins
                        && !target.contains("$")
                        && !target.contains("{{")
                        && !known.routes().contains(target)) {
                    notes.add(
                            pointer,
                            "route-exists",
                            "no route begins with direct:" + target + Spelling.hint(target, known.routes()));
                }
            }
            case "bean" -> bean(pointer, target);
            case "class", "language", "exec" ->
                notes.add(
                        pointer,
                        "no-script",
                        scheme + ": runs code; write a bean in Java, with a test, and name it here");
            default -> {
                // any other component
            }
        }
    }

    private void protocol(String pointer, String scheme) {
        if (!kamelet) {
            notes.add(
                    pointer,
                    "protocol-in-kamelet",
                    scheme + ": stands in Kamelets only, where its safe settings are; use kamelet:"
                            + (scheme.contains("ftp") ? "pick-up or kamelet:deliver" : "take or kamelet:put"));
        }
    }

    private void secrets(String pointer, String key, String word) {
        boolean literal = !word.contains("{{") && !word.startsWith("#") && !word.startsWith("${") && !word.isEmpty();
        boolean inSchema = kamelet && pointer.startsWith("/spec/definition");
        if ((SECRET_KEY.matcher(key).matches() && literal && !inSchema)
                || SECRET_IN_ADDRESS.matcher(word).find()
                || word.contains("-----BEGIN")) {
            notes.add(
                    pointer, "no-secret", "is a secret in a file that is shared; write {{the.setting}} that holds it");
        }
    }

    private void references(String pointer, String key, String word) {
        boolean parameter = pointer.contains("/parameters/") || pointer.contains("/constructors/");
        if (key.equals("beanType")
                || word.startsWith("#class:")
                || word.startsWith("#type:")
                || word.startsWith("#script:")) {
            notes.add(
                    pointer,
                    "bean-exists",
                    "names a class; name a bean by ref, one of " + String.join(", ", known.beans()));
        } else if (parameter) {
            if (word.startsWith("#")) {
                bean(pointer, word);
            }
        } else if (key.equals("ref")
                || key.equals("bean")
                || key.equals("process")
                || key.equals("executorService")
                || key.equals("aggregationStrategy")
                || key.equals("routePolicy")
                || key.endsWith("Ref")) {
            bean(pointer, word);
        }
    }

    private void bean(String pointer, String reference) {
        String name = reference.replaceFirst("^#(bean:)?", "");
        if (name.contains("{{")) {
            String own = name.replaceAll("^\\{\\{(.*)}}$", "$1");
            if (kamelet && !own.contains("{{") && !ownBeans.contains(own) && name.matches("\\{\\{.*}}")) {
                notes.add(pointer, "bean-exists", "the template has no bean " + own + Spelling.hint(own, ownBeans));
            }
        } else if (!known.beans().contains(name)) {
            notes.add(pointer, "bean-exists", "the hub has no bean " + name + Spelling.hint(name, known.beans()));
        }
    }

    private static String scheme(String address) {
        int colon = address.indexOf(':');
        return colon < 0 ? address : address.substring(0, colon);
    }
}
