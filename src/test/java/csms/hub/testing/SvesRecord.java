package csms.hub.testing;

import csms.hub.layout.Mapping;

/** SVES answers to be drawn field by field (federal/ssa-sves-responses): well formed to begin with, and nothing in them. */
public final class SvesRecord {

    static final Mapping MAPPING = ShippedMappings.of("ssa.sves-response");

    private SvesRecord() {}

    /** E05, Title II benefits. */
    public static DrawnRecord titleII() {
        return of("titleII", "sves_match_type", "sort_state_code");
    }

    /** E06, Title XVI benefits. */
    public static DrawnRecord titleXVI() {
        return of("titleXVI", "sves_match_type", "sort_state_code");
    }

    /** E07, a prisoner. */
    public static DrawnRecord prisoner() {
        return of("prisoner", "sves_match_type", "sort_state_code");
    }

    /** E04, a Title II claim that is not decided. */
    public static DrawnRecord pendingClaim() {
        return of("pendingClaim", "match_type_code", "pedning_sort_state_code");
    }

    /** E10, nothing found. */
    public static DrawnRecord notFound() {
        return DrawnRecord.of(MAPPING, "notFound").with("sort_state_code", "36");
    }

    /** FL.
     *
     * @param date CCYYMMDD */
    public static DrawnRecord header(String date, int batch) {
        return DrawnRecord.of(MAPPING, "header")
                .with("state_code", "36")
                .with("date_stamp", date)
                .with("batch_number", batch)
                .with("environment", "T");
    }

    /** FX.
     *
     * @param records of the file, header and trailer included */
    public static DrawnRecord trailer(long records) {
        return DrawnRecord.of(MAPPING, "trailer").with("record_count", records);
    }

    private static DrawnRecord of(String kind, String matchType, String sortState) {
        return DrawnRecord.of(MAPPING, kind).with(matchType, "L").with(sortState, "36");
    }
}
