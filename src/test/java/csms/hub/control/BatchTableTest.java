package csms.hub.control;

import static csms.hub.control.Verifying.verify;
import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.layout.Encoding;
import csms.hub.layout.Mapping;
import csms.hub.testing.ExtractFile;
import csms.hub.testing.Rows;
import csms.hub.testing.ShippedMappings;
import csms.hub.testing.SvesFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BatchTableTest {

    private static final int MEBIBYTE = 1 << 20;

    private static final Mapping FAMILY = Rows.mapping("""
            exchange: tests.family
            direction: inbound
            agreement: { document: tests }
            safeguard: none
            file: { format: fixed-length, recordLength: 1000, order: [ head, (license, (vehicle, lien...)...)..., tail ] }
            records:
              head:
                - { positions: 1-1,    name: id, type: literal, value: H }
                - { positions: 2-1000, name: filler, type: filler }
              license:
                - { positions: 1-1,    name: id, type: literal, value: L }
                - { positions: 2-1000, name: filler, type: filler }
              vehicle:
                parent: license
                rows:
                  - { positions: 1-1,    name: id, type: literal, value: V }
                  - { positions: 2-1000, name: filler, type: filler }
              lien:
                parent: vehicle
                rows:
                  - { positions: 1-1,    name: id, type: literal, value: N }
                  - { positions: 2-1000, name: filler, type: filler }
              tail:
                - { positions: 1-1,    name: id, type: literal, value: T }
                - { positions: 2-1000, name: filler, type: filler }
            """);

    @ParameterizedTest
    @EnumSource
    void tilesTheDetailsInPiecesOfAboutAMebibyte(Encoding encoding) {
        ExtractFile people = new ExtractFile(1, 300, Verifying.RECEIVED, 1);
        int details = 4_000;
        SvesFile file = new SvesFile(people, 2, details, Verifying.RECEIVED, 42, new SvesFile.Options(encoding, 0));
        int stride = encoding == Encoding.US_ASCII ? 921 : 920;

        List<BatchExtent> batches =
                verify(ShippedMappings.of("ssa.sves-response"), file.bytes()).batches();

        assertThat(batches).hasSize((details + MEBIBYTE / stride - 1) / (MEBIBYTE / stride));
        long offset = stride;
        long record = 2;
        int number = 1;
        for (BatchExtent batch : batches) {
            assertThat(batch.number()).isEqualTo(number++);
            assertThat(batch.offset()).isEqualTo(offset);
            assertThat(batch.firstRecord()).isEqualTo(record);
            assertThat(batch.length()).isEqualTo(batch.records() * stride).isLessThanOrEqualTo(MEBIBYTE);
            assertThat(batch.parents()).isEmpty();
            offset += batch.length();
            record += batch.records();
        }
        assertThat(record).isEqualTo(details + 2);
        assertThat(offset).isEqualTo(file.size() - stride);
    }

    @Test
    void keepsARecordAndThoseThatBelongToItTogether() {
        String file =
                lines("H", 1) + lines("L", 1000) + lines("L", 47) + lines("V", 500) + lines("L", 3) + lines("T", 1);
        List<BatchExtent> batches = verify(FAMILY, ascii(file)).batches();
        assertThat(batches).extracting(BatchExtent::records).containsExactly(1547, 3);
        assertThat(batches).allSatisfy(batch -> assertThat(batch.parents()).isEmpty());
    }

    @Test
    void namesTheParentsOfABatchThatBeginsWithAChild() {
        String file = lines("H", 1) + lines("L", 1) + lines("V", 2) + lines("N", 4500) + lines("V", 1) + lines("T", 1);
        Verification found = verify(FAMILY, ascii(file));
        assertThat(found.faults()).isEmpty();
        List<BatchExtent> batches = found.batches();
        assertThat(batches).extracting(BatchExtent::records).containsExactly(4190, 314);
        assertThat(batches.get(0).parents()).isEmpty();
        assertThat(batches.get(1).parents())
                .containsExactly(
                        new BatchExtent.Parent("license", 1001, 2), new BatchExtent.Parent("vehicle", 3003, 4));
    }

    private static String lines(String id, int count) {
        return (id + " ".repeat(999) + "\n").repeat(count);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
