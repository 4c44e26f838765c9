package csms.hub.acknowledgment;

import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.record.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RejectReportTest {

    private static final ReportHeader HEADER =
            new ReportHeader("LOT", 7, LocalDateTime.of(2026, 11, 21, 3, 15, 9), "CSMS", "NYSLOT", 'T', 42);

    private static final Reason UNKNOWN = Reason.of("R0201", 3, "person not known");
    private static final Reason SSN = new Reason(
            "R0106", 2, "detail.ssn (20-28)", "SSN", 20, 9, "not nine digits of a possible SSN", "*****678X");
    private static final Reason DATE = new Reason(
            "R0103",
            3,
            "detail.drawDate (101-108)",
            "Draw date",
            101,
            8,
            "not a date of the form YYYYMMDD",
            "20261131");
    private static final Reason COUNT = new Reason(
            "F0007", 4, "trailer.detailCount (18-26)", "Detail count", 18, 9, "says 3, the file has 2", "000000003");

    private static String written(ReportHeader header, List<ReportLine> lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new RejectReport().write(header, lines, out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void writesEveryByteOfTheLayout() throws IOException {
        String expected = "HLOT RJCT0000000720261121031509CSMS    NYSLOT  0000000000000000T00100000042"
                + " ".repeat(125)
                + "\n"
                + "R0000000         000000000FF0007Detail count                  00180009"
                + "000000003                               says 3, the file has 2" + " ".repeat(38) + " ".repeat(30)
                + "\n"
                + "R0000001AB12345X1000000000RR0106SSN                           00200009"
                + "*****678X                               not nine digits of a possible SSN" + " ".repeat(27)
                + " ".repeat(30) + "\n"
                + "R0000002CD67890Y2900987654RR0201                              00000000"
                + " ".repeat(40) + "person not known" + " ".repeat(44) + " ".repeat(30) + "\n"
                + "R0000002CD67890Y2900987654RR0103Draw date                     01010008"
                + "20261131                                not a date of the form YYYYMMDD" + " ".repeat(29)
                + " ".repeat(30) + "\n"
                + "TLOT RJCT00000007000000004000000000000000000000000000000001801975308" + " ".repeat(132) + "\n";
        assertThat(written(
                        HEADER,
                        List.of(
                                new ReportLine("0000002", "CD67890Y2", "900987654", DATE),
                                new ReportLine("0000001", "AB12345X1", "12345678X", SSN),
                                new ReportLine("0000002", "CD67890Y2", "900987654", UNKNOWN),
                                new ReportLine("0000000", "", "", COUNT))))
                .isEqualTo(expected);
    }

    @Test
    void writesAnEmptyReportForACleanFile() throws IOException {
        ReportHeader towardCsms =
                new ReportHeader("CSMS", 1, LocalDateTime.of(2026, 3, 3, 23, 59, 59), "HUB", "CSMS", 'P', 0);
        assertThat(written(towardCsms, List.of()))
                .isEqualTo("HCSMSRJCT0000000120260303235959HUB     CSMS    0000000000000000P00100000000"
                        + " ".repeat(125)
                        + "\n"
                        + "TCSMSRJCT00000001000000000000000000000000000000000000000000000000000"
                        + " ".repeat(132)
                        + "\n");
    }

    @Test
    void cutsWhatIsTooLongAndKeepsToPrintableAscii() throws IOException {
        Reason reason = new Reason(
                "R0104",
                2,
                "",
                "F".repeat(31),
                100,
                50,
                "M".repeat(59) + "\n" + "more",
                "V\u00e9\u0000" + "V".repeat(60));
        String detail = written(HEADER, List.of(new ReportLine("0000001", "AB12345X1\u00a0", "         ", reason)))
                .lines()
                .toList()
                .get(1);
        assertThat(detail)
                .isEqualTo("R0000001AB12345X1000000000RR0104" + "F".repeat(30) + "01000050" + "V??" + "V".repeat(37)
                        + "M".repeat(59) + "?" + " ".repeat(30));
    }

    @Test
    void ordersTheLinesOfOneFieldByCode() throws IOException {
        Reason warning = new Reason("W0402", 2, "", "Date", 20, 8, "older than 13 months", "");
        Reason range = new Reason("R0103", 2, "", "Date", 20, 8, "out of range", "");
        assertThat(written(
                                HEADER,
                                List.of(
                                        new ReportLine("0000001", "", "", warning),
                                        new ReportLine("0000001", "", "", range)))
                        .lines()
                        .skip(1)
                        .limit(2)
                        .map(line -> line.substring(26, 32)))
                .containsExactly("RR0103", "WW0402");
    }

    @Test
    void sumsTheSsnsToTwelveDigits() throws IOException {
        int lines = 1_200;
        String report =
                written(HEADER, Collections.nCopies(lines, new ReportLine("0000001", "", "900000001", UNKNOWN)));
        assertThat(report.substring(report.lastIndexOf("\nT") + 1).substring(17, 68))
                .isEqualTo("000001200" + "0".repeat(30) + "080000001200");
    }

    @Test
    void leavesTheStreamOpen() throws IOException {
        boolean[] closed = new boolean[1];
        OutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        new RejectReport().write(HEADER, List.of(), out);
        assertThat(closed[0]).isFalse();
    }
}
