package csms.hub.route;

import csms.hub.transmission.Arrival;
import csms.hub.transmission.Channel;
import csms.hub.transmission.Taken;
import csms.hub.transmission.Transmission;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** The two steps of {@code routes/shared/take-in}: the bean {@code takeIn}. */
public final class TakeIn {

    /** Variable: the {@link Arrival} that a Kamelet found. */
    static final String ARRIVAL = "arrival";

    /** Variable: what became of it, a {@link Taken}. */
    static final String TAKEN = "taken";

    private final Storing storing;
    private final Consumer<Transmission> dispatcher;
    private final PartnerActivity activity;

    /** @param dispatcher runs the route of what was stored */
    public TakeIn(Storing storing, Consumer<Transmission> dispatcher, PartnerActivity activity) {
        this.storing = storing;
        this.dispatcher = dispatcher;
        this.activity = activity;
    }

    /** Puts the bytes of an arrival into the vault. */
    @FunctionalInterface
    public interface Storing {
        Taken take(Arrival arrival, InputStream bytes) throws IOException;
    }

    /** Claim check: the bytes are kept exactly as received, before anything looks at them. */
    public Taken store(Exchange exchange, @Body InputStream bytes) throws IOException {
        Arrival arrival = exchange.getVariable(ARRIVAL, Arrival.class);
        Taken taken = storing.take(arrival, bytes);
        if (arrival.channel() == Channel.QUEUE && taken instanceof Taken.Incomplete) {
            throw new IOException("A message is whole or it is not there, but this one was called incomplete");
        }
        if (taken instanceof Taken.Stored) {
            activity.took(arrival.partner(), arrival.name());
        }
        exchange.setVariable(TAKEN, taken);
        return taken;
    }

    /** Starts the route of the exchange that the transmission belongs to; one that is still being sent stays where it is. */
    public void handOver(@Body Taken taken) {
        if (taken instanceof Taken.Stored stored) {
            dispatcher.accept(stored.transmission());
        }
    }
}
