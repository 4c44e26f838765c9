package csms.hub.request;

import java.util.Optional;

/** Finds the request that an answer names by the hub's request number (interfaces/updates, How an answer finds its request). */
@FunctionalInterface
public interface OpenRequests {

    /** Before the first request was sent. */
    OpenRequests NONE = number -> Optional.empty();

    /** The id that CSMS gave the request of this number. */
    Optional<String> idOf(long number);
}
