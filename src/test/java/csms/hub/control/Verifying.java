package csms.hub.control;

import csms.hub.layout.Mapping;
import csms.hub.record.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;

/** Verifies bytes received on 3 March 2026, and says shortly what was found. */
final class Verifying {

    static final LocalDate RECEIVED = LocalDate.of(2026, 3, 3);

    private Verifying() {}

    static Verification verify(Mapping mapping, byte[] bytes) {
        return verify(mapping, bytes, false);
    }

    static Verification verify(Mapping mapping, byte[] bytes, boolean production) {
        try {
            return new Verifier(mapping)
                    .verify(
                            new ByteArrayInputStream(bytes),
                            new Reading(mapping.house() != null, production, RECEIVED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each fault as {@code F0003@2 rejected}: its code, the record that it names if any, and the fate. */
    static List<String> faults(Verification found) {
        return found.faults().stream()
                .map(fault -> fault.reason().code()
                        + (fault.reason().record() > 0 ? "@" + fault.reason().record() : "")
                        + " " + fault.fate().name().toLowerCase(java.util.Locale.ROOT))
                .toList();
    }

    /** What decides about the file: the first fault, or {@code whole}. */
    static String verdict(Mapping mapping, byte[] bytes) {
        List<String> faults = faults(verify(mapping, bytes));
        return faults.isEmpty() ? "whole" : faults.get(0);
    }
}
