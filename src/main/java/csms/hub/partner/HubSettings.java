package csms.hub.partner;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Everything that an installation may set under {@code hub}, with its defaults (application.yaml).
 *
 * @param data the data directory: mailboxes, queues, journal, vault and keys
 * @param partnerKeys where {@code <partner>.pub} lies for each partner that may log in
 * @param routes the folder of route files
 * @param mappings the folder of mapping files
 * @param partners by partner id; each has a mailbox
 */
@ConfigurationProperties("hub")
public record HubSettings(
        @DefaultValue("data") Path data,
        @DefaultValue("test") Environment environment,
        @Nullable Path partnerKeys,
        @DefaultValue("routes") Path routes,
        @DefaultValue("mappings") Path mappings,
        @DefaultValue Receiving receiving,
        @DefaultValue Sftp sftp,
        @DefaultValue Broker broker,
        @DefaultValue Map<String, Partner> partners) {

    private static final Pattern PARTNER_ID = Pattern.compile("[a-z][a-z0-9-]*");

    public HubSettings {
        data = data.toAbsolutePath().normalize();
        partnerKeys = partnerKeys == null ? data.resolve("partner-keys") : partnerKeys.toAbsolutePath();
        partners = Map.copyOf(partners);
        for (String id : partners.keySet()) {
            // The id becomes a folder, a queue and a login; hub is the hub's own login.
            if (!PARTNER_ID.matcher(id).matches() || id.equals("hub")) {
                throw new IllegalArgumentException(
                        "hub.partners: a partner's id is of lower-case letters, digits and -, and not hub: " + id);
            }
        }
    }

    /** Where {@code <partner>.pub} lies for each partner that may log in. */
    @Override
    public Path partnerKeys() {
        return partnerKeys == null ? data.resolve("partner-keys") : partnerKeys;
    }

    public boolean production() {
        return environment == Environment.PRODUCTION;
    }

    /** The ids of all partners, in alphabetical order. */
    public List<String> partnerIds() {
        return partners.keySet().stream().sorted().toList();
    }

    /** The ids of the partners that may also use queues, in alphabetical order. */
    public List<String> queuePartners() {
        return partnerIds().stream()
                .filter(id -> {
                    Partner partner = partners.get(id);
                    return partner != null && partner.queue();
                })
                .toList();
    }

    /** Whether the hub serves real cases or is being tried. */
    public enum Environment {
        TEST,
        PRODUCTION
    }

    /**
     * How files are taken in.
     *
     * @param trailerWait how long a file without its trailer is left in the mailbox before it is quarantined
     * @param pollInterval pause between two looks into a mailbox
     * @param minimumFree room on the data directory's disk below which nothing is taken and the hub is not ready
     */
    public record Receiving(
            @DefaultValue("10m") Duration trailerWait,
            @DefaultValue("1s") Duration pollInterval,
            @DefaultValue("320MB") DataSize minimumFree) {}

    /**
     * The embedded SFTP server.
     *
     * @param host the address it listens on
     * @param port 0 for any free one
     * @param hostKey a private key file; the hub's own when absent, which production refuses
     * @param clientKey the private key of the hub's own poller; the hub's own when absent, which production refuses
     */
    public record Sftp(
            @DefaultValue("0.0.0.0") String host,
            @DefaultValue("2222") int port,
            @Nullable Path hostKey,
            @Nullable Path clientKey) {}

    /**
     * The queue broker.
     *
     * @param host the address the embedded broker listens on
     * @param port of the embedded broker, 0 for any free one
     * @param url of an external broker; the embedded one serves when it is empty
     * @param user at the external broker
     * @param password at the external broker
     */
    public record Broker(
            @DefaultValue("127.0.0.1") String host,
            @DefaultValue("61616") int port,
            @DefaultValue("") String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password) {

        public boolean external() {
            return !url.isBlank();
        }

        /** Without the password. */
        @Override
        public String toString() {
            return external() ? url : host + ":" + port;
        }
    }

    /**
     * One agency and how it is reached.
     *
     * @param queue whether it may use queues besides its mailbox
     * @param sftp its own SFTP server; it uses a mailbox of the hub's when absent
     * @param fileEvery how long it may send nothing before it is overdue; null when nobody waits for it
     */
    public record Partner(
            @DefaultValue("false") boolean queue,
            @Nullable ExternalSftp sftp,
            @Nullable Duration fileEvery) {}

    /**
     * A partner's own SFTP server, where the hub fetches and leaves files.
     *
     * @param privateKey the hub's key at that server
     * @param knownHosts the server's host key in OpenSSH known_hosts form
     * @param fetchFolder where the partner leaves files for the hub
     * @param leaveFolder where the hub leaves files for the partner
     * @param minimumAge how long a file must be unchanged before it is taken
     */
    public record ExternalSftp(
            String host,
            @DefaultValue("22") int port,
            String user,
            Path privateKey,
            Path knownHosts,
            @DefaultValue("to-csms") String fetchFolder,
            @DefaultValue("from-csms") String leaveFolder,
            @DefaultValue("60s") Duration minimumAge) {}
}
