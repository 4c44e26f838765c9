package csms.hub.transmission;

import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.record.Reason;
import csms.hub.update.Update;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BinaryCopyTest {

    private Journal journal;

    @BeforeEach
    void start() throws Exception {
        journal = new Journal(TestDatabase.fresh(), java.time.Clock.systemUTC());
    }

    @Test
    void keepsEveryByteOfAnUpdate() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        Update odd = new Update("id\t\n\\.\u00e9\u20ac", "csms.x", "", true, Long.MAX_VALUE, all);
        Outbox outbox = new Outbox(journal);
        journal.inTransaction(() -> {
            outbox.add(Long.MIN_VALUE, Integer.MAX_VALUE, List.of(odd, odd));
            return true;
        });

        List<Update> read = outbox.of(Long.MIN_VALUE, Integer.MAX_VALUE);
        assertThat(read).hasSize(2).allSatisfy(update -> {
            assertThat(update).usingRecursiveComparison().isEqualTo(odd);
        });
    }

    @Test
    void copiesManyRowsOfAllSizesInTheirOrder() {
        Random random = new Random(1);
        List<Update> updates = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            byte[] json = new byte[i % 100 == 0 ? 200_000 : random.nextInt(500)];
            random.nextBytes(json);
            updates.add(new Update("id" + i, "csms.x", "s", i % 2 == 0, i, json));
        }
        Outbox outbox = new Outbox(journal);
        journal.inTransaction(() -> {
            outbox.add(1, 1, updates);
            return true;
        });

        List<Update> read = outbox.of(1, 1);
        assertThat(read)
                .extracting(Update::id)
                .containsExactlyElementsOf(updates.stream().map(Update::id).toList());
        for (int i = 0; i < updates.size(); i++) {
            assertThat(Arrays.equals(read.get(i).json(), updates.get(i).json())).isTrue();
        }
    }

    @Test
    void leavesNothingOfATransactionThatFails() {
        Outbox outbox = new Outbox(journal);
        try {
            journal.inTransaction(() -> {
                outbox.add(1, 1, List.of(new Update("id", "t", "s", false, 1, new byte[] {1})));
                throw new IllegalStateException("fails after the copy");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("fails after the copy");
        }

        assertThat(outbox.of(1, 1)).isEmpty();
    }

    @Test
    void keepsAReasonWithANulInItsValue() {
        Reasons reasons = new Reasons(journal);
        journal.inTransaction(() -> {
            reasons.add(1, 0, List.of(new Reason("R0102", 2, "d.amount (1-4)", "amount", 1, 4, "not digits", "a\0b")));
            return true;
        });

        assertThat(reasons.first(1, 10)).extracting(Reason::reportable).containsExactly("a b");
    }
}
