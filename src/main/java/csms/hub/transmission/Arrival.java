package csms.hub.transmission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file seen in a mailbox or a message taken from a queue, before its bytes are stored.
 *
 * @param partner whose mailbox or queue it is
 * @param name file name as the partner chose it, or the message's correlation id (its message id if none)
 * @param location where the bytes are: the remote path, or the queue's name
 * @param size in bytes as the server lists it, or the body's length
 * @param modified as the server lists it; the message's timestamp
 * @param correlationId what a reply carries; null for files
 */
public record Arrival(
        String partner,
        Channel channel,
        String name,
        String location,
        long size,
        Instant modified,
        @Nullable String correlationId) {}
