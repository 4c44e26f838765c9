package csms.hub.testing;

import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.control.Verification;
import csms.hub.control.Verifier;
import csms.hub.layout.Encoding;
import csms.hub.record.Reading;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GeneratedFilesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
    private final ExtractFile extract = new ExtractFile(7, 10_000, TODAY, 1);

    @Test
    void anExtractIsWhole() throws IOException {
        Verification found = new Verifier(ShippedMappings.of("csms.participant-extract"))
                .verify(extract.stream(), new Reading(true, false, TODAY));
        assertThat(found.faults()).isEmpty();
        assertThat(found.details()).isEqualTo(extract.details());
        assertThat(found.number()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void answersAreWhole(Encoding encoding) throws IOException {
        SvesFile file = new SvesFile(extract, 3, 5_000, TODAY, 42, new SvesFile.Options(encoding, 10));
        Verification found = new Verifier(SvesRecord.MAPPING).verify(file.stream(), new Reading(false, false, TODAY));
        assertThat(found.faults()).isEmpty();
        assertThat(found.encoding()).isEqualTo(encoding);
        assertThat(found.details()).isEqualTo(5_000);
    }

    @Test
    void readTwiceIsTheSame() {
        assertThat(extract.bytes()).isEqualTo(extract.bytes()).hasSize((int) extract.size());
        SvesFile file = new SvesFile(extract, 3, 500, TODAY, 42);
        assertThat(file.bytes()).isEqualTo(file.bytes()).hasSize((int) file.size());
    }

    @Test
    void noTwoPeopleShareAnSsn() {
        Set<Integer> seen = new HashSet<>();
        for (int number = 0; number < 200_000; number++) {
            assertThat(seen.add(InventedPerson.ssn(7, number))).isTrue();
        }
    }

    @Test
    void theIndexIsTheExtracts() {
        assertThat(extract.index().size()).isEqualTo(extract.details());
    }
}
