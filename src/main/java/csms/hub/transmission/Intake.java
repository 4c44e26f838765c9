package csms.hub.transmission;

import csms.hub.control.Fault;
import csms.hub.control.Verification;
import csms.hub.translation.ExchangeCatalog;
import csms.hub.translation.InboundExchange;
import csms.hub.translation.InboundExchange.Receipt;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where files and messages come in: their bytes are kept before anything else is done with them. */
public final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private static final Pattern SAFE_NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}");

    private final Vault vault;
    private final Journal journal;
    private final ExchangeCatalog exchanges;
    private final Prover prover;
    private final Duration waiting;

    private final ConcurrentHashMap<Place, Seen> incomplete = new ConcurrentHashMap<>();

    private record Place(String partner, String location) {}

    private record Seen(long size, Instant modified, Instant first) {
        boolean is(Arrival arrival) {
            return size == arrival.size() && modified.equals(arrival.modified());
        }
    }

    private record Recognized(
            @Nullable InboundExchange exchange, @Nullable Verification verification) {}

    /** @param waiting how long a file without its trailer may stay unchanged before it is taken as it is */
    public Intake(Vault vault, Journal journal, ExchangeCatalog exchanges, Duration waiting) {
        this.vault = vault;
        this.journal = journal;
        this.exchanges = exchanges;
        this.prover = new Prover(vault, journal, new BatchTable(journal));
        this.waiting = waiting;
    }

    /** Whether it is worth fetching the bytes: not while they are known to be incomplete and have not changed. */
    public boolean worthTaking(Arrival arrival) {
        Seen seen = incomplete.get(place(arrival));
        return seen == null || !seen.is(arrival) || waitedFor(seen);
    }

    /**
     * Keeps the bytes and journals the transmission, or keeps nothing. The same arrival again, as after a crash before its
     * bytes were removed, gives the transmission that it already is.
     *
     * @throws IOException when not all bytes came, or they could not be kept; then it must be offered again
     */
    public Taken take(Arrival arrival, InputStream bytes) throws IOException {
        String suffix = arrival.channel() == Channel.QUEUE ? arrival.name() : "";
        String sha = vault.store(bytes, arrival.size(), suffix).sha256();
        boolean settled = false;
        try {
            Optional<Transmission> same = journal.sameArrival(arrival, sha);
            if (same.isPresent()) {
                LOG.warn(
                        "{} was stored already and is still where it came from",
                        same.get().title());
                vault.settle(sha);
                settled = true;
                return new Taken.Stored(same.get());
            }
            Receipt receipt = new Receipt(sha, journal.now());
            Recognized recognized = recognize(arrival, receipt);
            if (arrival.channel() == Channel.MAILBOX && mustWait(arrival, recognized.verification())) {
                return new Taken.Incomplete();
            }
            Transmission stored = journal.inTransaction(() -> enter(arrival, recognized, receipt));
            vault.settle(sha);
            settled = true;
            incomplete.remove(place(arrival));
            return new Taken.Stored(stored);
        } finally {
            if (!settled) {
                vault.drop(sha, () -> journal.knowsBytes(sha));
            }
        }
    }

    /** The partner's copy is gone: the same bytes at the same place are another arrival from now on. */
    public void removed(Arrival arrival) {
        journal.removed(arrival);
    }

    private Transmission enter(Arrival arrival, Recognized recognized, Receipt receipt) {
        InboundExchange exchange = recognized.exchange();
        long id = journal.add(
                arrival,
                exchange == null ? null : exchange.name(),
                shown(arrival),
                receipt.sha256(),
                receipt.receivedAt());
        if (exchange != null && recognized.verification() != null) {
            prover.enter(id, exchange, recognized.verification());
        }
        return journal.get(id);
    }

    private Recognized recognize(Arrival arrival, Receipt receipt) throws IOException {
        if (arrival.channel() == Channel.QUEUE) {
            return recognizeMessage(arrival, receipt);
        }
        if (!SAFE_NAME.matcher(arrival.name()).matches()) {
            return new Recognized(null, null);
        }
        InboundExchange exchange =
                exchanges.claiming(arrival.partner(), arrival.name()).orElse(null);
        return exchange == null ? new Recognized(null, null) : prove(exchange, arrival, receipt);
    }

    /** A message has no file name: it is of the partner's exchange whose header it has, or of the only one. */
    private Recognized recognizeMessage(Arrival arrival, Receipt receipt) throws IOException {
        List<InboundExchange> candidates = exchanges.all().stream()
                .filter(exchange -> exchange.partner().equals(arrival.partner()))
                .toList();
        Recognized nearest = null;
        for (InboundExchange candidate : candidates) {
            Recognized recognized = prove(candidate, arrival, receipt);
            if (has(recognized, Fault.Check.PARTNER)) {
                continue;
            }
            if (!has(recognized, Fault.Check.HEADER)) {
                return recognized;
            }
            nearest = nearest == null ? recognized : new Recognized(null, null);
        }
        if (candidates.size() == 1) {
            return prove(candidates.get(0), arrival, receipt);
        }
        return nearest == null ? new Recognized(null, null) : nearest;
    }

    private static boolean has(Recognized recognized, Fault.Check check) {
        Verification verification = recognized.verification();
        return verification == null || verification.faults().stream().anyMatch(fault -> fault.check() == check);
    }

    private Recognized prove(InboundExchange exchange, Arrival arrival, Receipt receipt) throws IOException {
        try {
            return new Recognized(exchange, prover.prove(exchange, arrival.size(), receipt));
        } catch (RuntimeException e) {
            // A defect of the mapping must not keep the file in the mailbox: its verify step will fail aloud.
            LOG.error("{} {} could not be verified at receipt", exchange.name(), shown(arrival), e);
            return new Recognized(exchange, null);
        }
    }

    private boolean mustWait(Arrival arrival, @Nullable Verification verification) {
        boolean whole = verification == null
                || verification
                        .structureFault()
                        .filter(fault -> fault.fate() == Fault.Fate.INCOMPLETE)
                        .isEmpty();
        if (whole) {
            return false;
        }
        Seen now = new Seen(arrival.size(), arrival.modified(), journal.now());
        Seen seen = incomplete.merge(place(arrival), now, (old, fresh) -> old.is(arrival) ? old : fresh);
        // Files that went away unfinished are forgotten.
        incomplete.values().removeIf(old -> old.first().isBefore(now.first().minus(waiting.multipliedBy(2))));
        return !waitedFor(seen);
    }

    private boolean waitedFor(Seen seen) {
        return !journal.now().isBefore(seen.first().plus(waiting));
    }

    private static Place place(Arrival arrival) {
        return new Place(arrival.partner(), arrival.location());
    }

    /** The name without what a console or a log should not show; a message's id must stay as CSMS will look for it. */
    private static String shown(Arrival arrival) {
        String name = arrival.name();
        if (arrival.channel() == Channel.QUEUE) {
            return name.replaceAll("[^ -~]", "_");
        }
        if (SAFE_NAME.matcher(name).matches()) {
            return name;
        }
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^\\.", "_");
        return safe.length() > 200 ? safe.substring(0, 200) : safe;
    }
}
