package csms.hub.control;

import csms.hub.layout.Encoding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What one pass over a whole file proved or found wrong.
 *
 * @param encoding the character set its first bytes told
 * @param records all records, header and trailer included
 * @param details the records that are neither header nor trailer
 * @param number the file's number, when its layout has one and it could be read
 * @param fileType the house file type, for example {@code PARF}; null for other files, or when it could not be read
 * @param created the header's creation date, when it could be read
 * @param dated whether the layout has a number or a date that tells one empty file from the next
 * @param batches the batch table of the details, in record order
 * @param faults everything found, the one that counts first; empty when the file is whole
 */
public record Verification(
        Encoding encoding,
        long records,
        long details,
        @Nullable Long number,
        @Nullable String fileType,
        @Nullable LocalDate created,
        boolean dated,
        List<BatchExtent> batches,
        List<Fault> faults) {

    public OptionalLong sequenceNumber() {
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /** The first fault among the checks before {@link Fault.Check#SERIES}: of structure and header. */
    public Optional<Fault> structureFault() {
        return faults.stream()
                .filter(fault -> fault.check().compareTo(Fault.Check.SERIES) < 0)
                .findFirst();
    }

    /** The first fault among the checks after {@link Fault.Check#SERIES}: of the control totals. */
    public Optional<Fault> totalsFault() {
        return faults.stream()
                .filter(fault -> fault.check().compareTo(Fault.Check.SERIES) > 0)
                .findFirst();
    }
}
