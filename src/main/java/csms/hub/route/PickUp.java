package csms.hub.route;

import csms.hub.transmission.Arrival;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What every {@link Mailbox} of the pick-up Kamelet works with: the bean {@code pickUp}.
 *
 * @param worthTaking whether a file that was seen may be taken now
 * @param removed is told of each file that is stored and no longer on the server
 */
public record PickUp(
        Predicate<Arrival> worthTaking, Consumer<Arrival> removed, PartnerActivity activity, Clock clock) {}
