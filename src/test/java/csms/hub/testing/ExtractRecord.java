package csms.hub.testing;

import csms.hub.layout.Mapping;

/** Records of the participant extract to be drawn field by field (new-york/csms, CSMS/PARF). */
public final class ExtractRecord {

    static final Mapping MAPPING = ShippedMappings.of("csms.participant-extract");

    private ExtractRecord() {}

    /** H of a PARF.
     *
     * @param date YYYYMMDD */
    public static DrawnRecord header(String date, int batch) {
        return DrawnRecord.of(MAPPING, "header")
                .with("Partner code", "CSMS")
                .with("File type", "PARF")
                .with("Batch number", batch)
                .with("Creation date", date)
                .with("Creation time", "031500")
                .with("Sender id", "CSMS")
                .with("Receiver id", "HUB")
                .with("Environment", "T")
                .with("Layout version", "001");
    }

    /** A participant who owes nothing, well formed, with the SSN 900123456. */
    public static DrawnRecord participant(int sequence) {
        return DrawnRecord.of(MAPPING, "participant")
                .with("Action code", "A")
                .with("Detail sequence", sequence)
                .with("Participant id", "P" + sequence)
                .with("NY Case Identifier", "AB12345X1")
                .with("District code", "01")
                .with("Party role", "N")
                .with("SSN", "900123456")
                .with("Last name", "DOE")
                .with("Case status", "OP")
                .with("County FIPS", "36001");
    }

    /** T of a PARF. */
    public static DrawnRecord trailer(int batch, long count, long amount, long hash) {
        return DrawnRecord.of(MAPPING, "trailer")
                .with("Partner code", "CSMS")
                .with("File type", "PARF")
                .with("Batch number", String.format("%08d", batch))
                .with("Detail count", count)
                .with("Amount total", amount)
                .with("SSN hash total", hash);
    }
}
