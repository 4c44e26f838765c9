package csms.hub.translation;

import csms.hub.control.BatchExtent;
import csms.hub.control.Verification;
import csms.hub.layout.Encoding;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One inbound exchange, ready to work: what its mapping makes of a file.
 *
 * @param name for example {@code ssa.sves-response}
 * @param digest SHA-256 of the mapping file's bytes, hexadecimal; the event's {@code mapping}
 * @param makes whether its records become updates or the person index
 * @param rejectLimit rejected details in percent of all details (interfaces/updates, Acknowledgments and limits)
 * @param number where a file's number stands; null when its layout has none
 * @param house the codes of its house style, when it has one; then its files are answered with ALL/RJCT
 */
public record InboundExchange(
        String name,
        String digest,
        Makes makes,
        double rejectLimit,
        @Nullable NumberField number,
        @Nullable House house,
        Verifying verifying,
        Translating translating,
        Identifying identifying) {

    /** What the records of an exchange become. */
    public enum Makes {
        UPDATES,
        PARTICIPANTS
    }

    /**
     * Where the number of a file stands.
     *
     * @param place for messages, for example {@code header.batch_number (13-18)}
     * @param name in the interface document's table
     * @param start first position, from 1
     * @param length in digits
     */
    public record NumberField(String place, String name, int start, int length) {

        /** The highest number, all nines; 1 follows it. */
        public long highest() {
            long highest = 9;
            for (int digit = 1; digit < length; digit++) {
                highest = highest * 10 + 9;
            }
            return highest;
        }
    }

    /**
     * What the header of an answer to a house file says (new-york/README).
     *
     * @param partnerCode for example {@code CSMS}
     * @param sender who sends the exchange's files, for example {@code NYSDMV}; the answer's receiver
     * @param receiver who the exchange's files are for, {@code CSMS} or {@code HUB}; the answer's sender
     */
    public record House(String partnerCode, String sender, String receiver) {}

    /**
     * The facts of one receipt that verifying and translating need.
     *
     * @param sha256 the transmission's identity, 64 hexadecimal digits
     * @param receivedAt when the bytes were stored; ages are measured from it
     */
    public record Receipt(String sha256, Instant receivedAt) {}

    /**
     * What names a rejected record in ALL/RJCT, as it stands in the record; blanks where it could not be read.
     *
     * @param detailSequence seven digits
     * @param caseId New York Case Identifier
     * @param ssn nine digits
     */
    public record RecordIdentity(String detailSequence, String caseId, String ssn) {}

    /** Proves a whole file in one pass. */
    @FunctionalInterface
    public interface Verifying {
        /** @param bytes from the first to the last, as received
         * @param size how many there are */
        Verification verify(InputStream bytes, long size, Receipt receipt) throws IOException;
    }

    /** Makes updates and rejects of one batch. Safe to call from several threads at once. */
    @FunctionalInterface
    public interface Translating {
        /** @param batch the bytes of the extent as received
         * @param parents the bytes of each of the extent's parents, as received, in its order */
        Translation translate(
                byte[] batch, BatchExtent extent, List<byte[]> parents, Encoding encoding, Receipt receipt);
    }

    /** Reads what names a record. */
    @FunctionalInterface
    public interface Identifying {
        /** @param batch the bytes of the extent as received
         * @param record number in the file, within the extent */
        RecordIdentity identify(byte[] batch, BatchExtent extent, Encoding encoding, long record);
    }

    /** The most rejected records that the file stands with: the limit rounded up to a whole record, never below 5. */
    public long allowedRejects(long details) {
        return Math.max(5, (long) Math.ceil(details * rejectLimit / 100 - 1e-9));
    }

    /** The partner that sends it: the name up to the point. */
    public String partner() {
        return name.substring(0, name.indexOf('.'));
    }
}
