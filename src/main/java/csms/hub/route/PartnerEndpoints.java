package csms.hub.route;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.spi.PropertiesSource;
import org.jspecify.annotations.Nullable;

/**
 * Where each partner's server is, as properties for the Kamelets: {@code {{partner.ssa.host}}} is the host that holds
 * the mailbox of {@code ssa}.
 */
public final class PartnerEndpoints implements PropertiesSource {

    private static final Pattern NAME = Pattern.compile("partner\\.([a-z0-9-]+)\\.([a-zA-Z]+)");

    private final Function<String, Server> servers;

    /** @param servers the server of a partner by its id */
    public PartnerEndpoints(Function<String, Server> servers) {
        this.servers = servers;
    }

    /**
     * One partner's SFTP server, or the partner's mailbox at the hub's own.
     *
     * @param keyFile the hub's private key there
     * @param knownHosts the server's public key in OpenSSH known_hosts form; no other key is accepted
     * @param fetchFolder where the partner leaves files for the hub, from the user's home
     * @param leaveFolder where the hub leaves files for the partner
     * @param minimumAge how long a file must be unchanged before it is taken; zero where the server hides unfinished files
     * @param interval between two looks into the folder
     */
    public record Server(
            String host,
            int port,
            String user,
            Path keyFile,
            Path knownHosts,
            String fetchFolder,
            String leaveFolder,
            Duration minimumAge,
            Duration interval) {}

    @Override
    public String getName() {
        return "partner-endpoints";
    }

    @Override
    public @Nullable String getProperty(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() ? value(servers.apply(matcher.group(1)), matcher.group(2)) : null;
    }

    private static @Nullable String value(Server server, String setting) {
        return switch (setting) {
            case "host" -> server.host();
            case "port" -> String.valueOf(server.port());
            case "user" -> server.user();
            case "keyFile" -> server.keyFile().toString();
            case "knownHosts" -> server.knownHosts().toString();
            case "fetchFolder" -> server.fetchFolder();
            case "leaveFolder" -> server.leaveFolder();
            case "minimumAge" -> String.valueOf(server.minimumAge().toSeconds());
            case "interval" -> String.valueOf(server.interval().toMillis());
            default -> null;
        };
    }
}
