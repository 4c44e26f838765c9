package csms.hub.acknowledgment;

import csms.hub.record.Reason;
import csms.hub.record.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.camel.dataformat.bindy.annotation.DataField;
import org.apache.camel.dataformat.bindy.annotation.FixedLengthRecord;

/**
 * The answer to a house file, ALL/RJCT: 200-byte records in US-ASCII, each ended by LF (new-york/README, ALL/RJCT, Header,
 * Trailer).
 */
public final class RejectReport {

    private static final long HASH_MODULUS = 1_000_000_000_000L;

    /** A line of the whole file first, then by record, then by position, where no field comes first, then by code. */
    private static final Comparator<ReportLine> ORDER = Comparator.comparing(
                    (ReportLine line) -> line.reason().severity() != Severity.FILE)
            .thenComparingLong(line -> line.reason().record())
            .thenComparingInt(line -> line.reason().start())
            .thenComparing(line -> line.reason().code());

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

    private final FixedLengthWriter<Header> headers = new FixedLengthWriter<>(Header.class);
    private final FixedLengthWriter<Detail> details = new FixedLengthWriter<>(Detail.class);
    private final FixedLengthWriter<Trailer> trailers = new FixedLengthWriter<>(Trailer.class);

    /**
     * Writes a whole report: the lines in their order, empty of details when there are none.
     *
     * @param out left open, flushed
     */
    public void write(ReportHeader header, Collection<ReportLine> lines, OutputStream out) throws IOException {
        List<ReportLine> ordered = new ArrayList<>(lines);
        ordered.sort(ORDER);
        headers.write(Header.of(header), out);
        long ssns = 0;
        for (ReportLine line : ordered) {
            Detail detail = Detail.of(line);
            details.write(detail, out);
            ssns = (ssns + Long.parseLong(detail.ssn)) % HASH_MODULUS;
        }
        trailers.write(Trailer.of(header, ordered.size(), ssns), out);
        out.flush();
    }

    @FixedLengthRecord(length = 200, paddingChar = ' ')
    record Header(
            @DataField(pos = 1, length = 1) String recordType,
            @DataField(pos = 2, length = 4, align = "L") String partnerCode,
            @DataField(pos = 6, length = 4) String fileType,

            @DataField(pos = 10, length = 8, paddingChar = '0')
            long batchNumber,

            @DataField(pos = 18, length = 8) String creationDate,
            @DataField(pos = 26, length = 6) String creationTime,
            @DataField(pos = 32, length = 8, align = "L") String sender,
            @DataField(pos = 40, length = 8, align = "L") String receiver,
            @DataField(pos = 48, length = 8) String periodStart,
            @DataField(pos = 56, length = 8) String periodEnd,
            @DataField(pos = 64, length = 1) String environment,
            @DataField(pos = 65, length = 3) String layoutVersion,

            @DataField(pos = 68, length = 8, paddingChar = '0')
            long relatedBatch,

            @DataField(pos = 76, length = 125) String filler) {

        static Header of(ReportHeader header) {
            return new Header(
                    "H",
                    header.partnerCode(),
                    "RJCT",
                    header.batchNumber(),
                    DATE.format(header.created()),
                    TIME.format(header.created()),
                    header.sender(),
                    header.receiver(),
                    "00000000",
                    "00000000",
                    String.valueOf(header.environmentMark()),
                    "001",
                    header.relatedBatch(),
                    "");
        }
    }

    @FixedLengthRecord(length = 200, paddingChar = ' ')
    record Detail(
            @DataField(pos = 1, length = 1) String recordType,
            @DataField(pos = 2, length = 7) String detailSequence,

            @DataField(pos = 9, length = 9, align = "L", clip = true)
            String caseId,

            @DataField(pos = 18, length = 9) String ssn,
            @DataField(pos = 27, length = 1) String severity,
            @DataField(pos = 28, length = 5) String errorCode,

            @DataField(pos = 33, length = 30, align = "L", clip = true)
            String fieldName,

            @DataField(pos = 63, length = 4, paddingChar = '0')
            int fieldStart,

            @DataField(pos = 67, length = 4, paddingChar = '0')
            int fieldLength,

            @DataField(pos = 71, length = 40, align = "L", clip = true)
            String badValue,

            @DataField(pos = 111, length = 60, align = "L", clip = true)
            String message,

            @DataField(pos = 171, length = 30) String filler) {

        static Detail of(ReportLine line) {
            Reason reason = line.reason();
            return new Detail(
                    "R",
                    digits(line.detailSequence(), 7),
                    Printable.only(line.caseId()),
                    digits(line.ssn(), 9),
                    reason.severity().letter(),
                    reason.code(),
                    Printable.only(reason.field()),
                    reason.start(),
                    reason.length(),
                    Printable.only(reason.reportable()),
                    Printable.only(reason.message()),
                    "");
        }

        /** House style: a number that is not known, or is none, is zeros. */
        private static String digits(String text, int length) {
            return text.length() == length && text.chars().allMatch(each -> each >= '0' && each <= '9')
                    ? text
                    : "0".repeat(length);
        }
    }

    @FixedLengthRecord(length = 200, paddingChar = ' ')
    record Trailer(
            @DataField(pos = 1, length = 1) String recordType,
            @DataField(pos = 2, length = 4, align = "L") String partnerCode,
            @DataField(pos = 6, length = 4) String fileType,

            @DataField(pos = 10, length = 8, paddingChar = '0')
            long batchNumber,

            @DataField(pos = 18, length = 9, paddingChar = '0')
            long detailCount,

            @DataField(pos = 27, length = 15, paddingChar = '0')
            long amountTotal,

            @DataField(pos = 42, length = 15, paddingChar = '0')
            long reversalTotal,

            @DataField(pos = 57, length = 12, paddingChar = '0')
            long ssnHash,

            @DataField(pos = 69, length = 132) String filler) {

        static Trailer of(ReportHeader header, long details, long ssns) {
            return new Trailer("T", header.partnerCode(), "RJCT", header.batchNumber(), details, 0, 0, ssns, "");
        }
    }
}
