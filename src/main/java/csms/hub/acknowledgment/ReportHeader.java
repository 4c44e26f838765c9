package csms.hub.acknowledgment;

import java.time.LocalDateTime;

/**
 * The header and trailer facts of one ALL/RJCT report (new-york/README, ALL/RJCT).
 *
 * @param partnerCode of the answered exchange, for example {@code DMV}
 * @param batchNumber of the hub's own RJCT series for that partner, from 1
 * @param created New York time of composing
 * @param sender {@code CSMS}; {@code HUB} toward CSMS itself
 * @param receiver the sender of the answered exchange
 * @param environmentMark P or T
 * @param relatedBatch batch number of the answered file, 0 if it has none or it could not be read
 */
public record ReportHeader(
        String partnerCode,
        long batchNumber,
        LocalDateTime created,
        String sender,
        String receiver,
        char environmentMark,
        long relatedBatch) {}
