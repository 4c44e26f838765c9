package csms.hub.channel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The names of the queues, which partners and CSMS build against (design, section 6). */
public final class Queues {

    public static final String UPDATES = "csms.updates";
    public static final String RESTRICTED_UPDATES = "csms.updates.restricted";
    public static final String REQUESTS = "csms.requests";
    public static final String OUTCOMES = "csms.outcomes";

    /** Messages that a consumer refused for good. */
    public static final String DEAD_LETTERS = "hub.dead-letters";

    /** Messages that were not taken within the time that their sender set. */
    public static final String EXPIRED = "hub.expired";

    private Queues() {}

    /** The queue on which a partner sends to the hub. */
    public static String toCsms(String partner) {
        return "partner." + partner + ".to-csms";
    }

    /** The queue on which the hub sends to a partner. */
    public static String fromCsms(String partner) {
        return "partner." + partner + ".from-csms";
    }

    /** All queues of a hub whose given partners have queues. */
    public static List<String> all(Collection<String> partners) {
        List<String> queues =
                new ArrayList<>(List.of(UPDATES, RESTRICTED_UPDATES, REQUESTS, OUTCOMES, DEAD_LETTERS, EXPIRED));
        for (String partner : partners) {
            queues.add(toCsms(partner));
            queues.add(fromCsms(partner));
        }
        return queues;
    }
}
