package csms.hub.operation.health;

import csms.hub.partner.HubSettings;
import csms.hub.route.PartnerActivity;
import csms.hub.route.PartnerActivity.Contact;
import csms.hub.transmission.Figures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How each partner is: whether its server answers, and whether what is expected of it came. */
@Component
public class Partners {

    private static final int DOWN_AFTER = 3;
    private static final Duration HUNG = Duration.ofMinutes(2);

    private final HubSettings settings;
    private final PartnerActivity activity;
    private final Supplier<Map<String, Instant>> latest;
    private final Clock clock;
    private final Instant started;

    Partners(HubSettings settings, PartnerActivity activity, Figures figures, Clock clock) {
        this.settings = settings;
        this.activity = activity;
        this.latest = new Remembered<>(Duration.ofSeconds(2), figures::latest);
        this.clock = clock;
        this.started = clock.instant();
    }

    /** In the order of how much they need somebody. */
    public enum Standing {
        /** Its server has not answered for several polls, or its poller hangs. */
        DOWN,
        /** Its server answers, but nothing came for longer than it may take. */
        OVERDUE,
        /** Its server did not answer the last time, or one of its files could not be taken. */
        DEGRADED,
        UP,
        /** No route looks into its mailbox. */
        UNKNOWN
    }

    /**
     * One partner.
     *
     * @param lastPoll when its server last answered, since the hub started
     * @param lastFile when its latest file or message came, ever
     * @param lastError what last went wrong, since the hub started
     * @param errors how often in a row
     */
    public record Partner(
            String id,
            Standing standing,
            @Nullable Instant lastPoll,
            @Nullable Instant lastFile,
            @Nullable String lastError,
            int errors) {}

    /** Those that a route polls or whose files are waited for, by id. */
    public List<Partner> all() {
        return settings.partnerIds().stream()
                .filter(this::concerns)
                .map(this::partner)
                .toList();
    }

    /** Whether anybody cares how a partner is: a route polls it, or its files are waited for. */
    boolean concerns(String id) {
        HubSettings.Partner partner = settings.partners().get(id);
        return partner != null && (activity.contacts().containsKey(id) || partner.fileEvery() != null);
    }

    Partner partner(String id) {
        return partner(id, latest.get().get(id));
    }

    private Partner partner(String id, @Nullable Instant lastFile) {
        Contact contact = activity.contacts().get(id);
        if (contact == null) {
            return new Partner(
                    id, overdue(id, lastFile) ? Standing.OVERDUE : Standing.UNKNOWN, null, lastFile, null, 0);
        }
        return new Partner(
                id,
                standing(id, contact, lastFile),
                contact.lastPoll(),
                lastFile,
                contact.lastError(),
                contact.consecutiveErrors());
    }

    private Standing standing(String id, Contact contact, @Nullable Instant lastFile) {
        Instant answered = Optional.ofNullable(contact.lastPoll()).orElse(started);
        boolean polls = contact.lastPoll() != null || contact.lastError() != null;
        if (contact.consecutiveErrors() >= DOWN_AFTER
                || (polls && answered.isBefore(clock.instant().minus(HUNG)))) {
            return Standing.DOWN;
        }
        if (overdue(id, lastFile)) {
            return Standing.OVERDUE;
        }
        return contact.consecutiveErrors() > 0 ? Standing.DEGRADED : Standing.UP;
    }

    private boolean overdue(String id, @Nullable Instant lastFile) {
        HubSettings.Partner partner = settings.partners().get(id);
        Duration every = partner == null ? null : partner.fileEvery();
        Instant since = lastFile == null ? started : lastFile;
        return every != null && since.isBefore(clock.instant().minus(every));
    }
}
