package csms.hub.layout;

import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.layout.ControlTotal.Measure;
import csms.hub.layout.FileFormat.LineEnd;
import csms.hub.testing.Rows;
import csms.hub.testing.ShippedMappings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a mapping file says, read back. */
class MappingReaderTest {

    @Test
    void keepsScalarsAsTheDocumentPrintsThem() {
        RecordLayout layout = Rows.record(
                8,
                List.of(
                        "positions: 1-2, name: kind, type: literal, value: [ 01, NO, 1_ ]",
                        "positions: 3-4, name: 007, type: words, codes: answers, presence: optional",
                        "positions: 5-8, name: on, type: text, presence: optional, allow: [ 0x1F, null, ~, 1e3 ]"),
                List.of("answers: { 01: 2026-03-01, YES: 1.50, off: 0777 }"));
        assertThat(layout.literals().get(0).literals()).containsExactly("01", "NO", "1_");
        assertThat(layout.field("007").orElseThrow().codes())
                .extracting(CodeTable::codes)
                .isEqualTo(Map.of("01", "2026-03-01", "YES", "1.50", "off", "0777"));
        assertThat(layout.field("on").orElseThrow().rules().allow()).containsExactly("0x1F", "null", "~", "1e3");
    }

    @Test
    void expandsABlockWhereverItStands() {
        Mapping mapping = Rows.mapping("""
                exchange: tests.blocks
                direction: inbound
                agreement: { document: tests }
                safeguard: none
                file: { format: fixed-length, recordLength: 10, order: [ (one | two)... ] }
                blocks:
                  tail:
                    - { positions: 2-4,  name: place, type: text, presence: optional }
                    - { positions: 5-10, name: filler, type: filler }
                records:
                  one:
                    - { positions: 1-1, name: id, type: literal, value: A }
                    - { block: tail }
                  two:
                    - { positions: 1-1, name: id, type: literal, value: B }
                    - { block: tail }
                """);
        for (String kind : List.of("one", "two")) {
            assertThat(mapping.record(kind).orElseThrow().fields())
                    .extracting(Field::name)
                    .containsExactly("id", "place", "filler");
        }
        assertThat(mapping.header()).isNull();
        assertThat(mapping.trailer()).isNull();
        assertThat(mapping.details()).hasSize(2);
    }

    @Test
    void readsAFilesFormat() {
        FileFormat format = ShippedMappings.of("ssa.sves-response").file();
        assertThat(format.lineEnds()).isEqualTo(Map.of(Encoding.US_ASCII, LineEnd.LF, Encoding.IBM037, LineEnd.NONE));
        assertThat(format.encodings()).containsExactly(Encoding.US_ASCII, Encoding.IBM037);
        assertThat(format.sequence()).hasToString("header.batch_number");
        assertThat(format.trailing1A()).isFalse();
    }

    @Test
    void drawsTheHouseHeaderAndTrailerAroundTheDetails() {
        Mapping mapping = ShippedMappings.of("csms.participant-extract");
        assertThat(mapping.records().keySet()).containsExactly("header", "participant", "trailer");
        for (RecordLayout layout : mapping.records().values()) {
            int next = 1;
            for (Field field : layout.fields()) {
                assertThat(field.start()).as(layout.name() + "." + field.name()).isEqualTo(next);
                next += field.length();
            }
            assertThat(next).isEqualTo(251);
        }
        assertThat(mapping.file().sequence()).hasToString("header.Batch number");
        assertThat(mapping.file().environment()).hasToString("header.Environment");
        assertThat(mapping.controlTotals())
                .extracting(ControlTotal::measure, ControlTotal::field, ControlTotal::orElse)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Measure.COUNT, null, "F0007"),
                        org.assertj.core.groups.Tuple.tuple(Measure.SUM, "Arrears total", "F0008"),
                        org.assertj.core.groups.Tuple.tuple(Measure.SUM, null, "F0008"),
                        org.assertj.core.groups.Tuple.tuple(Measure.HASH, "SSN", "F0009"));
        assertThat(mapping.rejectLimit()).isEqualTo(0.5);
    }

    @Test
    void tellsOneVersionOfAFileFromAnother() {
        String text = """
                exchange: tests.digest
                direction: inbound
                agreement: { document: tests }
                safeguard: none
                file: { format: fixed-length, recordLength: 1, order: [ it... ] }
                records:
                  it:
                    - { positions: 1-1, name: id, type: literal, value: A }
                """;
        assertThat(Rows.mapping(text).digest())
                .hasSize(64)
                .isEqualTo(Rows.mapping(text).digest());
        assertThat(Rows.mapping(text + "# newer\n").digest())
                .isNotEqualTo(Rows.mapping(text).digest());
    }
}
