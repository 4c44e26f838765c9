package csms.hub.operation.api;

import csms.hub.transmission.Transmission;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One transmission in a list.
 *
 * @param exchange null when no exchange claims its name
 * @param state how far it has come, in lower case
 * @param fate null until decided
 * @param code of the reason that decided the fate, if one did
 * @param records all of them, header and trailer included
 * @param updates how many were made of it
 */
public record TransmissionRow(
        long id,
        Instant receivedAt,
        @Nullable String exchange,
        String partner,
        String channel,
        String fileName,
        String sha256,
        long size,
        @Nullable Long batchNumber,
        String state,
        @Nullable String fate,
        @Nullable String code,
        long records,
        long details,
        long applied,
        long rejected,
        long notOurs,
        long updates) {

    static TransmissionRow of(Transmission file, long updates) {
        return new TransmissionRow(
                file.id(),
                file.receivedAt(),
                file.exchange(),
                file.partner(),
                file.channel().name().toLowerCase(Locale.ROOT),
                file.fileName(),
                file.sha256(),
                file.size(),
                file.batchNumber(),
                file.state().name().toLowerCase(Locale.ROOT),
                file.fate() == null ? null : file.fate().word(),
                file.code(),
                file.records(),
                file.details(),
                file.applied(),
                file.rejected(),
                file.notOurs(),
                updates);
    }

    /** Its fate, or that it is still on its way. */
    public String standing() {
        return fate == null ? "on its way" : fate;
    }

    /** Its exchange, or its partner when no exchange claims it. */
    public String title() {
        return exchange == null ? partner : exchange;
    }

    /** What an operator can do now, a command or words; empty when nothing. */
    public String remedy() {
        if (held()) {
            return "F0002".equals(code) ? "a complete file of its number takes its place" : "./hub release " + id;
        }
        return state.equals("finished") && updates > 0 ? "./hub replay " + id : "";
    }

    /** Whether it waits for missing files or for an operator. */
    public boolean held() {
        return state.equals("held");
    }
}
