package csms.hub.route;

import csms.hub.transmission.Channel;
import csms.hub.transmission.State;
import csms.hub.transmission.Transmission;
import java.time.Instant;

/** Transmissions for tests of routes, which look at their id and exchange alone. */
final class Transmissions {

    private Transmissions() {}

    static Transmission of(long id, String exchange) {
        return new Transmission(
                id,
                exchange,
                "ssa",
                Channel.MAILBOX,
                "SVES-RESPONSE.20261121.%06d.TXT".formatted(id),
                "ssa/to-csms",
                0,
                null,
                "%064d".formatted(id),
                Instant.EPOCH,
                State.STORED,
                null,
                null,
                null,
                null,
                false,
                0,
                0,
                null,
                null,
                null,
                null,
                false,
                0,
                0,
                0,
                0,
                0,
                0);
    }
}
