package csms.hub.route;

import csms.hub.transmission.Arrival;
import csms.hub.transmission.Channel;
import csms.hub.transmission.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One partner's folder as the pick-up Kamelet sees it: which files are taken, when one is removed from the server, and
 * what is noted of the partner. A file leaves the server only after its bytes are stored.
 */
public final class Mailbox
        implements GenericFileFilter<Object>,
                GenericFileProcessStrategy<Object>,
                PollingConsumerPollStrategy,
                ExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

    /** Names under which clients write what they have not finished. */
    private static final List<String> UNFINISHED = List.of(".filepart", ".part", ".tmp");

    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    private final PickUp common;
    private final String partner;
    private final Duration settle;

    private final Map<String, Sighting> sightings = new HashMap<>();
    private final Set<String> listed = new HashSet<>();
    private boolean failed;

    /** @param settle seconds for which a file must be unchanged before it is taken; 0 where the server hides unfinished files */
    public Mailbox(PickUp common, String partner, long settle) {
        this.common = common;
        this.partner = partner;
        this.settle = Duration.ofSeconds(settle);
    }

    /** What is remembered of a file between two polls. */
    private record Sighting(long size, long modified, Instant since, int failures, Instant notBefore) {

        boolean same(GenericFile<Object> file) {
            return size == file.getFileLength() && modified == file.getLastModified();
        }

        Sighting failedAt(Instant now) {
            long rest = Math.min(LONGEST_REST.toSeconds(), 1L << Math.min(failures, 16));
            return new Sighting(size, modified, since, failures + 1, now.plusSeconds(rest));
        }
    }

    // which files

    @Override
    public synchronized boolean accept(GenericFile<Object> file) {
        String name = file.getFileNameOnly();
        if (file.isDirectory() || name.startsWith(".") || UNFINISHED.stream().anyMatch(name::endsWith)) {
            return false;
        }
        return settled(file) && common.worthTaking().test(arrival(file));
    }

    /** By the hub's own clock: the server's may be wrong, and a listing's time has a grain of a second. */
    private boolean settled(GenericFile<Object> file) {
        Instant now = common.clock().instant();
        String location = file.getAbsoluteFilePath();
        listed.add(location);
        Sighting before = sightings.get(location);
        if (before == null || !before.same(file)) {
            before = new Sighting(file.getFileLength(), file.getLastModified(), now, 0, now);
            sightings.put(location, before);
        }
        return !now.isBefore(before.since().plus(settle)) && !now.isBefore(before.notBefore());
    }

    private Arrival arrival(GenericFile<Object> file) {
        return new Arrival(
                partner,
                Channel.MAILBOX,
                file.getFileNameOnly(),
                file.getAbsoluteFilePath(),
                file.getFileLength(),
                Instant.ofEpochMilli(file.getLastModified()),
                null);
    }

    // one file

    @Override
    public void prepareOnStartup(GenericFileOperations<Object> server, GenericFileEndpoint<Object> endpoint) {
        // the partner's server is left as it is
    }

    @Override
    public boolean begin(
            GenericFileOperations<Object> server,
            GenericFileEndpoint<Object> endpoint,
            Exchange exchange,
            GenericFile<Object> file) {
        exchange.setVariable(TakeIn.ARRIVAL, arrival(file));
        return true;
    }

    @Override
    public void abort(
            GenericFileOperations<Object> server,
            GenericFileEndpoint<Object> endpoint,
            Exchange exchange,
            GenericFile<Object> file) {
        // nothing was begun
    }

    @Override
    public void commit(
            GenericFileOperations<Object> server,
            GenericFileEndpoint<Object> endpoint,
            Exchange exchange,
            GenericFile<Object> file)
            throws Exception {
        if (exchange.getVariable(TakeIn.TAKEN) instanceof Taken.Stored) {
            server.deleteFile(file.getAbsoluteFilePath());
            common.removed().accept(arrival(file));
        }
    }

    @Override
    public void rollback(
            GenericFileOperations<Object> server,
            GenericFileEndpoint<Object> endpoint,
            Exchange exchange,
            GenericFile<Object> file) {
        rest(file.getAbsoluteFilePath());
        note(file.getFileNameOnly() + " could not be taken", exchange.getException());
    }

    private synchronized void rest(String location) {
        sightings.computeIfPresent(
                location, (path, sighting) -> sighting.failedAt(common.clock().instant()));
    }

    // the poll

    @Override
    public synchronized boolean begin(Consumer consumer, Endpoint endpoint) {
        failed = false;
        listed.clear();
        return true;
    }

    @Override
    public synchronized void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        sightings.keySet().retainAll(listed);
        if (!failed) {
            common.activity().polled(partner);
        }
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        note("the mailbox could not be read", cause);
        return false;
    }

    @Override
    public void handleException(Throwable exception) {
        handleException("", null, exception);
    }

    @Override
    public void handleException(String message, Throwable exception) {
        handleException(message, null, exception);
    }

    @Override
    public synchronized void handleException(String message, @Nullable Exchange exchange, Throwable exception) {
        if (exchange != null && exchange.getVariable(TakeIn.ARRIVAL) instanceof Arrival arrival) {
            rest(arrival.location());
            note(arrival.name() + " could not be taken", exception);
        } else if (!failed) { // a failed poll was noted already: Camel tells its strategy first, then its handler
            note("the mailbox could not be read", exception);
        }
    }

    private synchronized void note(String what, @Nullable Throwable cause) {
        failed = true;
        String why = rootMessage(cause);
        int times = common.activity().failed(partner, what + ": " + why);
        if (Integer.bitCount(times) == 1) { // the 1st, 2nd, 4th, 8th … in a row: an outage of a day fills no log
            LOG.warn("{}: {}, {} time(s) in a row; nothing is lost, tried again: {}", partner, what, times, why);
        }
    }

    private static String rootMessage(@Nullable Throwable cause) {
        if (cause == null) {
            return "unknown cause";
        }
        Throwable root = cause;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + (root.getMessage() == null ? "" : " " + root.getMessage());
    }
}
