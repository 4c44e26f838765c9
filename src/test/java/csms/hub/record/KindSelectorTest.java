package csms.hub.record;

import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.layout.Field;
import csms.hub.layout.Mapping;
import csms.hub.layout.RecordLayout;
import csms.hub.testing.DrawnRecord;
import csms.hub.testing.ShippedMappings;
import csms.hub.testing.SvesRecord;
import org.junit.jupiter.api.Test;

class KindSelectorTest {

    private final Mapping mapping = ShippedMappings.of("ssa.sves-response");
    private final KindSelector selector = new KindSelector(mapping.records().values());

    @Test
    void tellsEveryKindByItsLiterals() {
        for (RecordLayout layout : mapping.records().values()) {
            byte[] record = DrawnRecord.of(mapping, layout.name()).bytes();
            assertThat(selector.select(record, 0, record.length)).isEqualTo(layout);
        }
    }

    @Test
    void tellsAHeaderBeforeItIsWhole() {
        byte[] cut = "FL36".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        assertThat(selector.select(cut, 0, cut.length))
                .isNotNull()
                .extracting(RecordLayout::name)
                .isEqualTo("header");
        assertThat(selector.select(cut, 0, 1)).isNull();
    }

    @Test
    void namesTheLiteralThatKeepsARecordFromBeingADetail() {
        assertThat(misfit(SvesRecord.titleII().overwritten(61, "E99"))).isEqualTo("locate_source");
        assertThat(misfit(SvesRecord.titleII().overwritten(1, "FZ"))).isEqualTo("record_id");
    }

    private String misfit(DrawnRecord record) {
        byte[] bytes = record.bytes();
        assertThat(selector.select(bytes, 0, bytes.length)).isNull();
        Field field = selector.misfit(bytes, 0, bytes.length, mapping.details());
        return field.name();
    }
}
