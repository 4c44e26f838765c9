package csms.hub.translation;

import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.layout.Finding;
import csms.hub.participant.PersonIndex;
import csms.hub.request.OpenRequests;
import csms.hub.testing.ShippedMappings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveMappingsTest {

    private final ExchangeCatalog catalog = new ExchangeCatalog();

    @TempDir
    Path folder;

    private LiveMappings live;

    @BeforeEach
    void copyMappings() throws IOException {
        copy("csms/participant-extract.yaml");
        copy("ssa/sves-response.yaml");
        live = new LiveMappings(
                folder,
                ShippedMappings.linter(),
                catalog,
                mapping -> Translated.exchange(mapping, PersonIndex.EMPTY, OpenRequests.NONE));
    }

    private void copy(String name) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.copy(Path.of("mappings").resolve(name), folder.resolve(name));
    }

    private void change(String name, String from, String to) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, Files.readString(file).replace(from, to));
    }

    private String digest(String exchange) {
        return catalog.named(exchange).orElseThrow().digest();
    }

    @Test
    void takesIntoUseWhatIsNewOrHasChanged() throws IOException {
        assertThat(live.refresh()).containsExactly("csms.participant-extract", "ssa.sves-response");
        assertThat(live.refresh()).isEmpty();
        String before = digest("ssa.sves-response");
        change("ssa/sves-response.yaml", "rejectLimit: 2%", "rejectLimit: 1%");
        assertThat(live.refresh()).containsExactly("ssa.sves-response");
        assertThat(digest("ssa.sves-response")).isNotEqualTo(before);
        assertThat(catalog.named("ssa.sves-response").orElseThrow().rejectLimit())
                .isEqualTo(1);
        assertThat(live.findings()).isEmpty();
    }

    @Test
    void goesOnWithTheMappingInUseWhileAFileHasFindings() throws IOException {
        live.refresh();
        String before = digest("ssa.sves-response");
        change("ssa/sves-response.yaml", "type: cents", "type: cent");
        change("csms/participant-extract.yaml", "rejectLimit: 0.5%", "rejectLimit: 1%");
        assertThat(live.refresh()).containsExactly("csms.participant-extract");
        assertThat(digest("ssa.sves-response")).isEqualTo(before);
        assertThat(live.findings().keySet()).containsExactly(folder.resolve("ssa/sves-response.yaml"));
        change("ssa/sves-response.yaml", "type: cent,", "type: cents,");
        assertThat(live.refresh()).isEmpty();
        assertThat(live.findings()).isEmpty();
    }

    @Test
    void stopsNoOtherExchangeForAMappingThatCannotWork() throws IOException {
        LiveMappings failing = new LiveMappings(folder, ShippedMappings.linter(), catalog, mapping -> {
            if (mapping.exchange().startsWith("csms.")) {
                throw new IllegalStateException("two rows for one value");
            }
            return Translated.exchange(mapping, PersonIndex.EMPTY, OpenRequests.NONE);
        });
        assertThat(failing.refresh()).containsExactly("ssa.sves-response");
        assertThat(failing.findings().values())
                .containsExactly(List.of(new Finding(
                        folder.resolve("csms/participant-extract.yaml").toString(),
                        1,
                        1,
                        "cannot-be-used",
                        "two rows for one value")));
        assertThat(catalog.named("csms.participant-extract")).isEmpty();
    }

    @Test
    void knowsAFileByItsPartnerAndName() throws IOException {
        live.refresh();
        assertThat(catalog.claiming("ssa", "SVES-RESPONSE.20261121.000042.TXT"))
                .map(InboundExchange::name)
                .contains("ssa.sves-response");
        assertThat(catalog.claiming("csms", "PARTICIPANT-EXTRACT.20261121.000001.TXT"))
                .isPresent();
        assertThat(catalog.claiming("irs", "SVES-RESPONSE.20261121.000042.TXT")).isEmpty();
        assertThat(catalog.claiming("ssa", "SVES-RESPONSE.20261121.42.TXT")).isEmpty();
        assertThat(catalog.claiming("ssa", "sves-response.20261121.000042.txt")).isEmpty();
        assertThat(catalog.claiming("ssa", "../SVES-RESPONSE.20261121.000042.TXT"))
                .isEmpty();
        assertThat(catalog.all())
                .extracting(InboundExchange::name)
                .containsExactly("csms.participant-extract", "ssa.sves-response");
    }
}
