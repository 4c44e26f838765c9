package csms.hub.transmission;

import csms.hub.layout.Encoding;
import csms.hub.translation.InboundExchange.Receipt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One received file or message as the journal knew it when this was read.
 *
 * @param exchange null when no exchange claims its name
 * @param fileName as the partner chose it, made safe for showing; of a message its correlation id
 * @param sha256 its identity
 * @param fate null until decided
 * @param previousFate what it was before it was resumed, released or replayed
 * @param code of the reason that decided the fate, if one did
 * @param first of a duplicate: the transmission that had the same bytes before
 * @param released whether an operator let it go on
 * @param round how often it was replayed
 * @param outcomes how often its outcome was told
 * @param mapping digest of the mapping that verified it; null while unverified
 * @param encoding null while unverified
 * @param batchNumber null when its layout has none or it could not be read
 * @param fileType the house file type; null when its layout has none or it could not be read
 * @param dated whether its layout has a number or a date that tells one empty file from the next
 * @param records all of them, header and trailer included
 * @param counted the rejected records that count against the limit
 */
public record Transmission(
        long id,
        @Nullable String exchange,
        String partner,
        Channel channel,
        String fileName,
        String location,
        long size,
        @Nullable String correlationId,
        String sha256,
        Instant receivedAt,
        State state,
        @Nullable Fate fate,
        @Nullable Fate previousFate,
        @Nullable String code,
        @Nullable Long first,
        boolean released,
        int round,
        int outcomes,
        @Nullable String mapping,
        @Nullable Encoding encoding,
        @Nullable Long batchNumber,
        @Nullable String fileType,
        boolean dated,
        long records,
        long details,
        long applied,
        long rejected,
        long counted,
        long notOurs) {

    /** What verifying and translating need to know of its receipt. */
    public Receipt receipt() {
        return new Receipt(sha256, receivedAt);
    }

    /** Its exchange and file name, as logs and refusals say it. */
    public String title() {
        return (exchange == null ? partner : exchange) + " " + fileName;
    }
}
