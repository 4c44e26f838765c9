package csms.hub.operation.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one transmission, without a value of its records.
 *
 * @param updatesByType without {@code csms.}
 * @param totals what the file declares of itself and whether that was found
 * @param reasons the first ones, those of the file before those of its records
 * @param moreReasons whether there are others
 * @param others the ids of other transmissions that were asked for by the same name
 * @param next what an operator can do now; empty when nothing
 */
public record TransmissionPage(
        TransmissionRow transmission,
        Map<String, Long> updatesByType,
        List<StepLine> steps,
        List<TotalLine> totals,
        List<BatchLine> batches,
        List<ReasonLine> reasons,
        boolean moreReasons,
        List<Long> others,
        String next) {

    /** One thing that happened to it. */
    public record StepLine(Instant at, String step, String note) {}

    /**
     * One control total.
     *
     * @param name where it stands: {@code trailer.record_count}
     * @param declared null when it is not kept beside what was found
     * @param found null when it is not kept
     * @param agrees null when the file was not read that far
     * @param note says what differs
     */
    public record TotalLine(
            String name,
            String code,
            @Nullable Long declared,
            @Nullable Long found,
            @Nullable Boolean agrees,
            String note) {}

    /** One batch and how far it is. */
    public record BatchLine(
            int number,
            long firstRecord,
            int records,
            int applied,
            int rejected,
            int notOurs,
            @Nullable Instant translatedAt,
            @Nullable Instant publishedAt) {}

    /** Why the file or a record was refused, or what is odd about it. */
    public record ReasonLine(String code, String severity, long record, String place, String field, String message) {

        /** As the command line and the console say it. */
        public String words() {
            StringBuilder words = new StringBuilder();
            if (record > 0) {
                words.append("record ").append(record).append(' ');
            }
            if (!place.isEmpty()) {
                words.append(place);
            }
            return words.toString().isBlank() ? message : words.toString().stripTrailing() + ": " + message;
        }
    }
}
