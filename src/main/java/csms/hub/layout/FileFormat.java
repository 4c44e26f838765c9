package csms.hub.layout;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a whole file of an exchange looks like.
 *
 * @param recordLength in bytes, without a line end
 * @param lineEnds the encodings that are taken, each with what ends a record
 * @param trailing1A whether a lone 0x1A, the end mark of old systems, may follow the last record
 * @param order of the records
 * @param sequence where the file's number stands; null if it has none
 * @param created where the creation date stands; null if it has none
 * @param environment where the test or production mark stands; null if it has none
 * @param consecutive field of every detail that counts from 1 without gaps; null if none
 */
public record FileFormat(
        int recordLength,
        Map<Encoding, LineEnd> lineEnds,
        boolean trailing1A,
        RecordOrder order,
        @Nullable FieldRef sequence,
        @Nullable FieldRef created,
        @Nullable FieldRef environment,
        @Nullable String consecutive) {

    /** What ends a record. */
    public enum LineEnd {
        LF(1),
        CRLF(2),
        NONE(0);

        private final int length;

        LineEnd(int length) {
            this.length = length;
        }

        /** In bytes. */
        public int length() {
            return length;
        }
    }

    /** Whether a number or a date tells one file without details from the next. */
    public boolean dated() {
        return sequence != null || created != null;
    }

    /** The encodings, the likeliest first. */
    public List<Encoding> encodings() {
        return List.copyOf(lineEnds.keySet());
    }
}
