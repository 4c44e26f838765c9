package csms.hub.operation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.operation.api.TransmissionPage;
import csms.hub.operation.api.TransmissionPage.BatchLine;
import csms.hub.operation.api.TransmissionRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void fillsWhileBatchesAreTranslatedAndAgainWhileTheyArePublished() {
        assertThat(Progress.bar(page("verified", 0, 0)))
                .isEqualTo("translate [------------------------------] 0 of 4 batches");
        assertThat(Progress.bar(page("verified", 2, 0)))
                .isEqualTo("translate [###############---------------] 2 of 4 batches");
        assertThat(Progress.bar(page("decided", 4, 1)))
                .isEqualTo("publish   [#######-----------------------] 1 of 4 batches");
    }

    @Test
    void isOverWhenNothingGoesOnByItself() {
        assertThat(Progress.isOver(page("finished", 4, 4))).isTrue();
        assertThat(Progress.isOver(page("held", 0, 0))).isTrue();
        assertThat(Progress.isOver(page("decided", 4, 3))).isFalse();
    }

    private static TransmissionPage page(String state, int translated, int published) {
        List<BatchLine> batches = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            batches.add(new BatchLine(
                    i, i, 1, 1, 0, 0, i <= translated ? Instant.EPOCH : null, i <= published ? Instant.EPOCH : null));
        }
        TransmissionRow file = new TransmissionRow(
                1,
                Instant.EPOCH,
                "ssa.sves-response",
                "ssa",
                "mailbox",
                "F",
                "0",
                1,
                1L,
                state,
                null,
                null,
                6,
                4,
                4,
                0,
                0,
                4);
        return new TransmissionPage(file, Map.of(), List.of(), List.of(), batches, List.of(), false, List.of(), "");
    }
}
