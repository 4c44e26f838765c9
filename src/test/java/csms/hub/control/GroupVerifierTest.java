package csms.hub.control;

import static csms.hub.control.Verifying.faults;
import static csms.hub.control.Verifying.verdict;
import static csms.hub.control.Verifying.verify;
import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.layout.Mapping;
import csms.hub.testing.DrawnRecord;
import csms.hub.testing.FileText;
import csms.hub.testing.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files of groups with totals of their own, other line ends, an end mark, and no header at all. */
class GroupVerifierTest {

    private static final Mapping GROUPS = mapping("file: { format: fixed-length, recordLength: 20,"
            + " order: [ fileHeader, (batchHeader, ack..., batchTrailer)..., fileTrailer ] }");

    private static Mapping mapping(String file) {
        return Rows.mapping("""
                exchange: tests.groups
                direction: inbound
                agreement: { document: tests }
                safeguard: none
                %s
                records:
                  fileHeader:
                    - { positions: 1-2,   name: id, type: literal, value: FH }
                    - { positions: 3-20,  name: filler, type: filler }
                  batchHeader:
                    - { positions: 1-2,   name: id, type: literal, value: BH }
                    - { positions: 3-20,  name: filler, type: filler }
                  ack:
                    - { positions: 1-2,   name: id, type: literal, value: AK }
                    - { positions: 3-3,   name: result, type: text, presence: optional }
                    - { positions: 4-9,   name: amount, type: cents, presence: optional }
                    - { positions: 10-20, name: filler, type: filler }
                  batchTrailer:
                    - { positions: 1-2,   name: id, type: literal, value: BT }
                    - { positions: 3-7,   name: acks, type: number, presence: required }
                    - { positions: 8-13,  name: paid, type: number, presence: required }
                    - { positions: 14-20, name: filler, type: filler }
                  fileTrailer:
                    - { positions: 1-2,   name: id, type: literal, value: FT }
                    - { positions: 3-7,   name: batches, type: number, presence: required }
                    - { positions: 8-12,  name: acks, type: number, presence: required }
                    - { positions: 13-16, name: low, type: number, presence: required }
                    - { positions: 17-20, name: filler, type: filler }
                controlTotals:
                  - { count: ack, equals: batchTrailer.acks, within: batchHeader, else: F0007 }
                  - { sum: amount, of: ack, where: { result: P }, equals: batchTrailer.paid, within: batchHeader, else: F0008 }
                  - { count: batchHeader, equals: fileTrailer.batches, else: F0007 }
                  - { count: ack, equals: fileTrailer.acks, else: F0007 }
                  - { sum: amount, of: ack, modulo: 4, equals: fileTrailer.low, else: F0009 }
                """.formatted(file));
    }

    private static DrawnRecord header() {
        return DrawnRecord.of(GROUPS, "fileHeader");
    }

    private static DrawnRecord begin() {
        return DrawnRecord.of(GROUPS, "batchHeader");
    }

    private static DrawnRecord ack(String result, long amount) {
        return DrawnRecord.of(GROUPS, "ack").with("result", result).with("amount", amount);
    }

    private static DrawnRecord end(long acks, long paid) {
        return DrawnRecord.of(GROUPS, "batchTrailer").with("acks", acks).with("paid", paid);
    }

    private static DrawnRecord trailer(long batches, long acks, long low) {
        return DrawnRecord.of(GROUPS, "fileTrailer")
                .with("batches", batches)
                .with("acks", acks)
                .with("low", low);
    }

    private static byte[] twoGroups(long acks, long paid) {
        return FileText.of(
                        header(),
                        begin(),
                        ack("P", 70_000),
                        ack("X", 9),
                        end(2, 70_000),
                        begin(),
                        ack("P", 50_001),
                        ack("P", 1),
                        end(acks, paid),
                        trailer(2, 4, 11))
                .lines();
    }

    @Test
    void addsUpEachGroupByItselfAndTheFileAsAWhole() {
        assertThat(faults(verify(GROUPS, twoGroups(2, 50_002)))).isEmpty();
        assertThat(faults(verify(
                        GROUPS,
                        FileText.of(header(), begin(), end(0, 0), trailer(1, 0, 0))
                                .lines())))
                .isEmpty();
        assertThat(faults(verify(GROUPS, FileText.of(header(), trailer(0, 0, 0)).lines())))
                .isEmpty();
    }

    @Test
    void namesTheGroupsOwnTrailer() {
        assertThat(faults(verify(GROUPS, twoGroups(4, 50_002)))).containsExactly("F0007@9 rejected");
        assertThat(faults(verify(GROUPS, twoGroups(2, 120_002)))).containsExactly("F0008@9 rejected");
    }

    @Test
    void rejectsATrailerOfAGroupThatIsNoNumber() {
        byte[] bytes = FileText.of(header(), begin(), end(0, 0).with("acks", "0000A"), trailer(1, 0, 0))
                .lines();
        assertThat(verdict(GROUPS, bytes)).isEqualTo("F0002 rejected");
    }

    @Test
    void rejectsAGroupThatDoesNotEndAndARecordOutsideGroups() {
        assertThat(verdict(
                        GROUPS, FileText.of(header(), begin(), trailer(1, 0, 0)).lines()))
                .isEqualTo("F0002 rejected");
        assertThat(verdict(
                        GROUPS,
                        FileText.of(header(), ack("P", 1), trailer(0, 1, 1)).lines()))
                .isEqualTo("F0002 rejected");
        assertThat(verdict(
                        GROUPS,
                        FileText.of(header(), begin(), begin(), end(0, 0), trailer(2, 0, 0))
                                .lines()))
                .isEqualTo("F0002 rejected");
    }

    @Test
    void takesCarriageReturnsWhereTheyAreAgreed() {
        Mapping crlf = mapping("file: { format: fixed-length, recordLength: 20, lineEnd: { US-ASCII: CRLF },"
                + " order: [ fileHeader, (batchHeader, ack..., batchTrailer)..., fileTrailer ] }");
        FileText file = FileText.of(header(), begin(), ack("P", 1), end(1, 1), trailer(1, 1, 1));
        byte[] whole = file.ended("\r\n");
        Verification found = verify(crlf, whole);
        assertThat(faults(found)).isEmpty();
        assertThat(found.batches()).containsExactly(new BatchExtent(1, 22, 66, 2, 3, List.of()));
        assertThat(verdict(crlf, file.lines())).isEqualTo("F0003@1 rejected");
        assertThat(verdict(crlf, Arrays.copyOf(whole, whole.length - 1))).isEqualTo("F0003@5 rejected");
        assertThat(verdict(crlf, Arrays.copyOf(whole, whole.length - 2))).isEqualTo("F0002 incomplete");
    }

    @Test
    void takesAFileWithoutLineEndsWhereNoneAreAgreed() {
        Mapping none = mapping("file: { format: fixed-length, recordLength: 20, lineEnd: { US-ASCII: none },"
                + " order: [ fileHeader, (batchHeader, ack..., batchTrailer)..., fileTrailer ] }");
        FileText file = FileText.of(header(), begin(), ack("P", 1), end(1, 1), trailer(1, 1, 1));
        assertThat(faults(verify(none, file.ended("")))).isEmpty();
        assertThat(verdict(none, file.lines())).isEqualTo("F0003@2 rejected");
        assertThat(verdict(none, Arrays.copyOf(file.ended(""), 99))).isEqualTo("F0002 incomplete");
    }

    @Test
    void takesAnEndMarkAfterTheTrailerOnlyWhereItIsAllowed() {
        byte[] bytes = FileText.joined(twoGroups(2, 50_002), new byte[] {0x1A});
        assertThat(verdict(GROUPS, bytes)).isEqualTo("F0002 rejected");
        Mapping marked = mapping("file: { format: fixed-length, recordLength: 20, trailing1A: allowed,"
                + " order: [ fileHeader, (batchHeader, ack..., batchTrailer)..., fileTrailer ] }");
        Verification found = verify(marked, bytes);
        assertThat(faults(found)).isEmpty();
        assertThat(found.records()).isEqualTo(10);
        assertThat(verdict(marked, FileText.joined(twoGroups(2, 50_002), new byte[] {0x1A, 0x1A})))
                .isEqualTo("F0002 rejected");
    }

    @Test
    void takesAFileOfDetailsOnly() {
        Mapping details = Rows.mapping("""
                exchange: tests.details
                direction: inbound
                agreement: { document: tests }
                safeguard: none
                file: { format: fixed-length, recordLength: 10, order: [ answer... ] }
                records:
                  answer:
                    otherwise: true
                    rows:
                      - { positions: 1-10, name: text, type: text, presence: optional }
                """);
        assertThat(faults(verify(
                        details, "0123456789\nabcdefghij\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII))))
                .isEmpty();
        assertThat(faults(verify(details, new byte[0]))).isEmpty();
        assertThat(verify(details, new byte[0]).dated()).isFalse();
        assertThat(verdict(details, "0123456789\nabcd".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEqualTo("F0003@2 rejected");
    }

    @Test
    void cutsBatchesAtTheRecordsBetweenDetails() {
        List<DrawnRecord> records =
                new ArrayList<>(List.of(header(), begin(), ack("P", 1), end(1, 1), trailer(1, 1, 1)));
        assertThat(verify(
                                GROUPS,
                                FileText.of(records.toArray(DrawnRecord[]::new)).lines())
                        .batches())
                .containsExactly(new BatchExtent(1, 21, 63, 2, 3, List.of()));
    }
}
