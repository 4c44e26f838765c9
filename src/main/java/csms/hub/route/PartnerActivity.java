package csms.hub.route;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** When each partner's server was last asked, what it last gave, and what went wrong since. */
public final class PartnerActivity {

    private final ConcurrentHashMap<String, Contact> contacts = new ConcurrentHashMap<>();
    private final Clock clock;

    public PartnerActivity(Clock clock) {
        this.clock = clock;
    }

    /**
     * What is known of one partner since the hub started.
     *
     * @param lastPoll when its server last answered
     * @param lastFile when something was last taken from it
     * @param lastFileName the name of that
     * @param lastError what last went wrong, without anything a file says
     * @param lastErrorAt when that was
     * @param consecutiveErrors how often in a row; 0 when the last contact was good
     */
    public record Contact(
            @Nullable Instant lastPoll,
            @Nullable Instant lastFile,
            @Nullable String lastFileName,
            @Nullable String lastError,
            @Nullable Instant lastErrorAt,
            int consecutiveErrors) {

        private static final Contact NONE = new Contact(null, null, null, null, null, 0);
    }

    /** All partners that were ever asked, by id. */
    public Map<String, Contact> contacts() {
        return new TreeMap<>(contacts);
    }

    /** The server answered and everything worked. */
    public void polled(String partner) {
        Instant now = clock.instant();
        change(
                partner,
                seen -> new Contact(now, seen.lastFile, seen.lastFileName, seen.lastError, seen.lastErrorAt, 0));
    }

    /** Something was taken and is stored. */
    public void took(String partner, String fileName) {
        Instant now = clock.instant();
        change(
                partner,
                seen -> new Contact(
                        seen.lastPoll, now, fileName, seen.lastError, seen.lastErrorAt, seen.consecutiveErrors));
    }

    /** The server could not be asked, or one of its files could not be taken.
     *
     * @return how often in a row now */
    public int failed(String partner, String error) {
        Instant now = clock.instant();
        return change(
                        partner,
                        seen -> new Contact(
                                seen.lastPoll,
                                seen.lastFile,
                                seen.lastFileName,
                                error,
                                now,
                                seen.consecutiveErrors + 1))
                .consecutiveErrors();
    }

    private Contact change(String partner, UnaryOperator<Contact> change) {
        return contacts.compute(partner, (id, seen) -> change.apply(seen == null ? Contact.NONE : seen));
    }
}
