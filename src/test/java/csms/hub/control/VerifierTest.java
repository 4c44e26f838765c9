package csms.hub.control;

import static csms.hub.control.Verifying.faults;
import static csms.hub.control.Verifying.verdict;
import static csms.hub.control.Verifying.verify;
import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.layout.Encoding;
import csms.hub.layout.Mapping;
import csms.hub.record.Reading;
import csms.hub.record.Reason;
import csms.hub.testing.DrawnRecord;
import csms.hub.testing.FileText;
import csms.hub.testing.ShippedMappings;
import csms.hub.testing.SvesRecord;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks of a whole file (interfaces/updates, Which check gives which code), on files of the FCR envelope. */
class VerifierTest {

    private static final Mapping MAPPING = ShippedMappings.of("ssa.sves-response");
    private static final int STRIDE = 921;

    private static DrawnRecord answer() {
        return SvesRecord.titleII().with("ssn", "900123456");
    }

    private static FileText file() {
        return FileText.sves(answer(), SvesRecord.notFound().with("ssn", "900123457"), answer());
    }

    private static byte[] withHeader(UnaryOperator<DrawnRecord> change) {
        return FileText.of(change.apply(SvesRecord.header("20260303", 42)), answer(), SvesRecord.trailer(3))
                .lines();
    }

    private static byte[] withTrailer(UnaryOperator<DrawnRecord> change) {
        return FileText.of(SvesRecord.header("20260303", 42), answer(), change.apply(SvesRecord.trailer(3)))
                .lines();
    }

    private static byte[] set(byte[] bytes, int offset, int value) {
        byte[] changed = bytes.clone();
        changed[offset] = (byte) value;
        return changed;
    }

    @Test
    void findsAWholeFileWhole() {
        Verification found = verify(MAPPING, file().lines());
        assertThat(found.faults()).isEmpty();
        assertThat(found.encoding()).isEqualTo(Encoding.US_ASCII);
        assertThat(found.records()).isEqualTo(5);
        assertThat(found.details()).isEqualTo(3);
        assertThat(found.number()).isEqualTo(42);
        assertThat(found.created()).isEqualTo(LocalDate.of(2026, 3, 3));
        assertThat(found.fileType()).isNull();
        assertThat(found.dated()).isTrue();
        assertThat(found.batches()).containsExactly(new BatchExtent(1, STRIDE, 3 * STRIDE, 2, 3, java.util.List.of()));
    }

    @Test
    void findsAWholeFileOfEbcdicWhole() {
        Verification found = verify(MAPPING, file().ebcdic());
        assertThat(found.faults()).isEmpty();
        assertThat(found.encoding()).isEqualTo(Encoding.IBM037);
        assertThat(found.number()).isEqualTo(42);
        assertThat(found.batches()).containsExactly(new BatchExtent(1, 920, 3 * 920, 2, 3, java.util.List.of()));
    }

    @Test
    void acceptsAFileWithoutDetails() {
        Verification found = verify(MAPPING, FileText.sves().lines());
        assertThat(found.faults()).isEmpty();
        assertThat(found.details()).isZero();
        assertThat(found.batches()).isEmpty();
    }

    @Test
    void leavesARecordOfAnUnknownKindToTheRecordChecks() {
        byte[] bytes = FileText.sves(answer().overwritten(61, "E99"), answer().overwritten(1, "ZZ"))
                .lines();
        assertThat(faults(verify(MAPPING, bytes))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date_stamp   | 20260304 | whole",
                "date_stamp   | 20260305 | F0001@1 rejected",
                "date_stamp   | 20200101 | whole",
                "date_stamp   | 20260230 | F0001@1 rejected",
                "date_stamp   | '        ' | F0001@1 rejected",
                "date_stamp   | 00000000 | F0001@1 rejected",
                "batch_number | 00004A   | F0001@1 rejected",
                "batch_number | '      ' | F0001@1 rejected",
                "state_code   | 37       | F0004@1 rejected",
                "environment  | P        | F0011@1 rejected",
                "environment  | ' '      | F0011@1 rejected",
                "environment  | X        | F0011@1 rejected",
                "record_id    | FM       | F0001@1 rejected",
            })
    void checksTheHeader(String field, String value, String verdict) {
        assertThat(verdict(MAPPING, withHeader(header -> header.with(field, value))))
                .isEqualTo(verdict);
    }

    @Test
    void takesABlankMarkForProduction() {
        byte[] unmarked = withHeader(header -> header.with("environment", " "));
        assertThat(faults(verify(MAPPING, unmarked, true))).isEmpty();
        byte[] test = withHeader(header -> header);
        assertThat(faults(verify(MAPPING, test, true))).containsExactly("F0011@1 rejected");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "00000004 | F0007@3 rejected",
                "00000002 | F0007@3 rejected",
                "0000000A | F0002 rejected",
                "'       3' | F0002 rejected",
                "'        ' | F0002 rejected",
            })
    void checksTheTrailer(String count, String verdict) {
        assertThat(verdict(MAPPING, withTrailer(trailer -> trailer.with("record_count", count))))
                .isEqualTo(verdict);
    }

    @Test
    void saysWhatTheTrailerSaysAndWhatTheFileHas() {
        Reason reason = verify(MAPPING, withTrailer(trailer -> trailer.with("record_count", 4)))
                .faults()
                .get(0)
                .reason();
        assertThat(reason.describe("F.TXT"))
                .isEqualTo("F.TXT record 3 trailer.record_count (3-10): trailer.record_count says 4, the file has 3"
                        + " [F0007]");
        assertThat(reason.field()).isEqualTo("record_count");
    }

    @Test
    void waitsForTheRestOfAFileCutAnywhere() {
        byte[] whole = file().lines();
        for (int cut : new int[] {
            2,
            100,
            919,
            920,
            921,
            922,
            1500,
            1841,
            1842,
            4 * STRIDE - 1,
            4 * STRIDE,
            4 * STRIDE + 1,
            4 * STRIDE + 2,
            4 * STRIDE + 10,
            4 * STRIDE + 919
        }) {
            assertThat(verdict(MAPPING, Arrays.copyOf(whole, cut)))
                    .as("cut at %s", cut)
                    .isEqualTo("F0002 incomplete");
        }
        byte[] ebcdic = file().ebcdic();
        for (int cut : new int[] {2, 919, 920, 921, 4 * 920, 4 * 920 + 1, 4 * 920 + 2, 5 * 920 - 1}) {
            assertThat(verdict(MAPPING, Arrays.copyOf(ebcdic, cut)))
                    .as("cut at %s", cut)
                    .isEqualTo("F0002 incomplete");
        }
    }

    @Test
    void waitsThoughADetailHoldsTheTrailersLettersWhereItsLastRecordWouldBegin() {
        byte[] bytes = FileText.sves(answer().overwritten(500, "FX")).lines();
        byte[] cut = Arrays.copyOf(bytes, STRIDE + 499 + 920 - 300);
        assertThat(verdict(MAPPING, cut)).isEqualTo("F0002 incomplete");
        byte[] twice = FileText.sves(answer().overwritten(500, "FX"), answer()).lines();
        assertThat(verdict(MAPPING, Arrays.copyOf(twice, STRIDE + 499 + 920))).isEqualTo("F0002 incomplete");
    }

    @Test
    void rejectsAnEmptyFile() {
        assertThat(verdict(MAPPING, new byte[0])).isEqualTo("F0001@1 rejected");
    }

    @Test
    void rejectsAMissingLastLineEnd() {
        byte[] whole = file().lines();
        assertThat(faults(verify(MAPPING, Arrays.copyOf(whole, whole.length - 1))))
                .containsExactly("F0003@5 rejected");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x09, 0x0D, 0x1A, 0x7F, 0x85, 0xA0, 0xE9, 0xFF})
    void rejectsAByteOutsideTheCharacterSet(int value) {
        assertThat(faults(verify(MAPPING, set(file().lines(), 2 * STRIDE + 70, value))))
                .containsExactly("F0003@3 rejected");
    }

    @Test
    void rejectsAByteThatIsNoCharacterOfEbcdic() {
        assertThat(faults(verify(MAPPING, set(file().ebcdic(), 2 * 920 + 70, 0x15))))
                .containsExactly("F0003@3 rejected");
    }

    @Test
    void rejectsARecordOfAnotherLength() {
        byte[] whole = file().lines();
        byte[] longer = FileText.joined(
                Arrays.copyOf(whole, STRIDE + 500),
                new byte[] {' '},
                Arrays.copyOfRange(whole, STRIDE + 500, whole.length));
        assertThat(faults(verify(MAPPING, longer))).contains("F0003@2 rejected");
        byte[] shorter = FileText.joined(
                Arrays.copyOf(whole, STRIDE + 500), Arrays.copyOfRange(whole, STRIDE + 501, whole.length));
        assertThat(verdict(MAPPING, shorter)).isEqualTo("F0003@2 rejected");
    }

    @Test
    void rejectsAHeaderOfAnotherLengthWithoutReadingItsNumber() {
        byte[] whole = file().lines();
        byte[] shorter = FileText.joined(Arrays.copyOf(whole, 900), Arrays.copyOfRange(whole, 901, whole.length));
        Verification found = verify(MAPPING, shorter);
        assertThat(faults(found)).containsExactly("F0003@1 rejected");
        assertThat(found.number()).isNull();
    }

    @Test
    void rejectsATrailerOfAnotherLength() {
        byte[] whole = file().lines();
        byte[] longer = FileText.joined(Arrays.copyOf(whole, whole.length - 1), new byte[] {' ', '\n'});
        assertThat(faults(verify(MAPPING, longer))).containsExactly("F0003@5 rejected");
    }

    @Test
    void rejectsCarriageReturns() {
        assertThat(faults(verify(MAPPING, file().ended("\r\n")))).containsExactly("F0003@1 rejected");
    }

    @Test
    void rejectsTextWithoutLineEnds() {
        assertThat(verdict(MAPPING, file().ended(""))).isEqualTo("F0003@1 rejected");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x15, 0x25, 0x0A})
    void rejectsEbcdicWithLineEnds(int end) {
        assertThat(verdict(MAPPING, file().ebcdic(new byte[] {(byte) end}))).isEqualTo("F0003@2 rejected");
    }

    @Test
    void rejectsTwoRecordsOnOneLine() {
        byte[] whole = file().lines();
        byte[] bytes = FileText.joined(
                Arrays.copyOf(whole, 2 * STRIDE - 1), Arrays.copyOfRange(whole, 2 * STRIDE, whole.length));
        assertThat(verdict(MAPPING, bytes)).isEqualTo("F0003@2 rejected");
        byte[] last = FileText.joined(
                Arrays.copyOf(whole, 4 * STRIDE - 1), Arrays.copyOfRange(whole, 4 * STRIDE, whole.length));
        assertThat(verdict(MAPPING, last)).isEqualTo("F0003@4 rejected");
    }

    @Test
    void rejectsAHeaderTwice() {
        byte[] bytes = FileText.of(
                        SvesRecord.header("20260303", 42),
                        SvesRecord.header("20260303", 42),
                        answer(),
                        SvesRecord.trailer(4))
                .lines();
        assertThat(faults(verify(MAPPING, bytes))).containsExactly("F0002 rejected");
    }

    @Test
    void rejectsATrailerInTheMiddle() {
        byte[] bytes = FileText.of(
                        SvesRecord.header("20260303", 42), SvesRecord.trailer(4), answer(), SvesRecord.trailer(4))
                .lines();
        assertThat(verdict(MAPPING, bytes)).isEqualTo("F0002 rejected");
    }

    @Test
    void rejectsTwoFilesInOne() {
        byte[] whole = file().lines();
        assertThat(verdict(MAPPING, FileText.joined(whole, whole))).isEqualTo("F0002 rejected");
        assertThat(verdict(MAPPING, FileText.joined(whole, Arrays.copyOf(whole, 1200))))
                .isEqualTo("F0002 rejected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "x", "x\n", "\u001a", "\u001a\n", " "})
    void rejectsAnythingAfterTheTrailer(String rest) {
        byte[] bytes = FileText.joined(file().lines(), rest.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(verdict(MAPPING, bytes)).isEqualTo("F0002 rejected");
    }

    @Test
    void rejectsAFileThatBeginsWithADetail() {
        byte[] bytes = FileText.of(answer(), answer(), SvesRecord.trailer(3)).lines();
        assertThat(verdict(MAPPING, bytes)).isEqualTo("F0001@1 rejected");
    }

    @Test
    void quarantinesBytesOfNeitherCharacterSet() {
        byte[] bytes = new byte[3000];
        new java.util.Random(1).nextBytes(bytes);
        assertThat(faults(verify(MAPPING, bytes))).containsExactly("F0003@1 quarantined");
        byte[] zip = FileText.joined(new byte[] {'P', 'K', 3, 4, 20, 0}, bytes);
        assertThat(verdict(MAPPING, zip)).isEqualTo("F0003@1 quarantined");
    }

    @Test
    void rejectsTextThatIsNoFileOfTheExchange() {
        assertThat(verdict(
                        MAPPING,
                        "Dear Sir or Madam,\nplease find enclosed\n"
                                .getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEqualTo("F0001@1 rejected");
    }

    @Test
    void namesTheFirstCheckThatFailsFirst() {
        byte[] manyThings = FileText.of(
                        SvesRecord.header("20260303", 42)
                                .with("state_code", "37")
                                .with("environment", "P"),
                        answer(),
                        SvesRecord.trailer(9))
                .lines();
        assertThat(faults(verify(MAPPING, manyThings)))
                .containsExactly("F0004@1 rejected", "F0011@1 rejected", "F0007@3 rejected");
        byte[] andABadByte = set(manyThings, STRIDE + 10, 0x85);
        assertThat(faults(verify(MAPPING, andABadByte)))
                .containsExactly("F0003@2 rejected", "F0004@1 rejected", "F0011@1 rejected");
        byte[] andNoEnd = Arrays.copyOf(andABadByte, 2 * STRIDE);
        assertThat(faults(verify(MAPPING, andNoEnd)).subList(0, 2))
                .containsExactly("F0002 incomplete", "F0003@2 rejected");
        byte[] andABadDate = set(andNoEnd, 4, 'X');
        assertThat(faults(verify(MAPPING, andABadDate)).subList(0, 2))
                .containsExactly("F0001@1 rejected", "F0002 incomplete");
    }

    @Test
    void partsTheStructureFromTheTotals() {
        Verification found = verify(
                MAPPING,
                FileText.of(SvesRecord.header("20260303", 42).with("state_code", "37"), SvesRecord.trailer(9))
                        .lines());
        assertThat(found.structureFault()).map(fault -> fault.reason().code()).contains("F0004");
        assertThat(found.totalsFault()).map(fault -> fault.reason().code()).contains("F0007");
    }

    @Test
    void readsAFileWithoutLineEndsInLittleMemory() throws IOException {
        long size = 600_000_000L;
        InputStream endless = new InputStream() {
            private long left = size;

            @Override
            public int read() {
                return left-- > 0 ? 'F' : -1;
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                int count = (int) Math.min(length, left);
                Arrays.fill(bytes, from, from + count, (byte) 'F');
                left -= count;
                return count == 0 && length > 0 ? -1 : count;
            }
        };
        Verification found = new Verifier(MAPPING).verify(endless, new Reading(false, false, Verifying.RECEIVED));
        assertThat(faults(found).get(0)).isEqualTo("F0001@1 rejected");
        assertThat(found.records()).isEqualTo(1);
    }
}
