package csms.hub.update;

import java.time.Instant;

/**
 * What all events of one transmission have in common.
 *
 * @param exchange for example {@code ssa.sves-response}
 * @param transmission SHA-256, 64 hexadecimal digits
 * @param receivedAt when the transmission was stored; the events' {@code time}
 * @param mapping digest of the mapping file, 64 hexadecimal digits
 */
public record EventSource(String exchange, String transmission, Instant receivedAt, String mapping) {

    public EventSource {
        if (exchange.indexOf('.') < 1) {
            throw new IllegalArgumentException("an exchange is named partner.exchange, not " + exchange);
        }
    }

    /** The CloudEvents source, {@code /partners/ssa/exchanges/sves-response}. */
    public String uri() {
        int point = exchange.indexOf('.');
        return "/partners/" + exchange.substring(0, point) + "/exchanges/" + exchange.substring(point + 1);
    }
}
