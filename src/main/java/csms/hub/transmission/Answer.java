package csms.hub.transmission;

import org.jspecify.annotations.Nullable;

/**
 * What the partner is told of its transmission, ready to be delivered.
 *
 * @param fileName the received file's name and {@code .ack}
 * @param correlationId of the message that is answered; null for files
 */
public record Answer(
        String partner,
        Channel channel,
        String fileName,
        byte[] bytes,
        @Nullable String correlationId) {}
