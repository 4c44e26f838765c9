package csms.hub.control;

import static csms.hub.control.Verifying.verify;
import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.control.Fault.Fate;
import csms.hub.layout.Encoding;
import csms.hub.layout.Mapping;
import csms.hub.record.Ebcdic;
import csms.hub.testing.ExtractFile;
import csms.hub.testing.ShippedMappings;
import csms.hub.testing.SvesFile;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** No part of a file passes for the whole, and no damage that its control totals can tell passes unseen. */
class WholeFileProperties {

    private static final Mapping SVES = ShippedMappings.of("ssa.sves-response");
    private static final Mapping EXTRACT = ShippedMappings.of("csms.participant-extract");
    private static final ExtractFile PEOPLE = new ExtractFile(11, 40, Verifying.RECEIVED, 9);
    private static final byte[] ASCII = sves(Encoding.US_ASCII);
    private static final byte[] EBCDIC = sves(Encoding.IBM037);
    private static final byte[] PARF = PEOPLE.bytes();

    private static byte[] sves(Encoding encoding) {
        return new SvesFile(PEOPLE, 5, 12, Verifying.RECEIVED, 42, new SvesFile.Options(encoding, 100)).bytes();
    }

    @Property
    void aFileIsNotWholeBeforeItsEnd(@ForAll @IntRange(min = 0, max = 1_000_000) int place) {
        assertCutIsRefused(SVES, ASCII, place % ASCII.length);
        assertCutIsRefused(SVES, EBCDIC, place % EBCDIC.length);
        assertCutIsRefused(EXTRACT, PARF, place % PARF.length);
    }

    private static void assertCutIsRefused(Mapping mapping, byte[] whole, int cut) {
        Verification found = verify(mapping, Arrays.copyOf(whole, cut));
        assertThat(found.faults()).isNotEmpty();
        // all but a missing last line end, and what is too short to be told, may still be on its way
        if (cut > 2 && cut < whole.length - 1) {
            assertThat(found.faults().get(0).fate()).isEqualTo(Fate.INCOMPLETE);
        }
    }

    @Property
    void aFileIsNotWholeWithoutOneOfItsRecords(@ForAll @IntRange(max = 13) int record) {
        assertThat(verify(SVES, without(ASCII, 921, record)).faults()).isNotEmpty();
        assertThat(verify(SVES, without(EBCDIC, 920, record)).faults()).isNotEmpty();
    }

    @Property
    void aFileIsNotWholeWithOneOfItsRecordsTwice(@ForAll @IntRange(max = 13) int record) {
        assertThat(verify(SVES, twice(ASCII, 921, record)).faults()).isNotEmpty();
        assertThat(verify(SVES, twice(EBCDIC, 920, record)).faults()).isNotEmpty();
    }

    @Property
    void aFileIsNotWholeWithAnotherCount(@ForAll @IntRange(min = 0, max = 99_999_999) int count) {
        byte[] text = String.format("%08d", count).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] ascii = ASCII.clone();
        System.arraycopy(text, 0, ascii, ascii.length - 919, 8);
        assertThat(verify(SVES, ascii).faults().isEmpty()).isEqualTo(count == 14);
        byte[] ebcdic = EBCDIC.clone();
        Ebcdic.fromAscii(text, 0, 8);
        System.arraycopy(text, 0, ebcdic, ebcdic.length - 918, 8);
        assertThat(verify(SVES, ebcdic).faults().isEmpty()).isEqualTo(count == 14);
    }

    @Property
    void aHouseFileIsNotWholeWithAnotherDigitInItsTotals(
            @ForAll @IntRange(min = 17, max = 67) int position, @ForAll @IntRange(min = 0, max = 9) int digit) {
        byte[] bytes = PARF.clone();
        int at = bytes.length - 251 + position;
        boolean same = bytes[at] == '0' + digit;
        bytes[at] = (byte) ('0' + digit);
        assertThat(verify(EXTRACT, bytes).faults().isEmpty()).isEqualTo(same);
    }

    @Property
    void aHouseFileIsNotWholeWithAnotherDigitInAnAmountOrSsn(
            @ForAll @IntRange(min = 1, max = 40) int record,
            @ForAll @IntRange(max = 19) int place,
            @ForAll @IntRange(min = 0, max = 9) int digit) {
        byte[] bytes = PARF.clone();
        int at = record * 251 + (place < 9 ? 36 + place : 102 + place - 9);
        boolean same = bytes[at] == '0' + digit;
        bytes[at] = (byte) ('0' + digit);
        assertThat(verify(EXTRACT, bytes).faults().isEmpty()).isEqualTo(same);
    }

    private static byte[] without(byte[] file, int stride, int record) {
        byte[] bytes = new byte[file.length - stride];
        System.arraycopy(file, 0, bytes, 0, record * stride);
        System.arraycopy(file, (record + 1) * stride, bytes, record * stride, file.length - (record + 1) * stride);
        return bytes;
    }

    private static byte[] twice(byte[] file, int stride, int record) {
        byte[] bytes = new byte[file.length + stride];
        System.arraycopy(file, 0, bytes, 0, (record + 1) * stride);
        System.arraycopy(file, record * stride, bytes, (record + 1) * stride, file.length - record * stride);
        return bytes;
    }
}
