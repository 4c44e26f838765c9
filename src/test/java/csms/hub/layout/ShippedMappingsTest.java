package csms.hub.layout;

import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.update.UpdateVocabulary;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShippedMappingsTest {

    @Test
    void haveNoFindings() throws IOException {
        Path mappings = Path.of("mappings");
        MappingLinter linter =
                new MappingLinter(UpdateVocabulary.load(mappings.resolve("csms")), exchange -> true, null);
        assertThat(linter.lintFolder(mappings))
                .hasSizeGreaterThanOrEqualTo(2)
                .flatExtracting(MappingLinter.Linted::findings)
                .isEmpty();
    }
}
