package csms.hub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.testing.ExtractFile;
import csms.hub.testing.SvesFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A file that is bigger than the hub's memory. */
@Tag("slow")
@Timeout(3600)
class BigFileTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("America/New_York"));
    private static final Duration LONG = Duration.ofMinutes(40);
    private static final String SVES = "ssa.sves-response";

    @TempDir
    Path folder;

    /** Ids of updates as numbers: a million texts would not fit beside the people. */
    private static final class Ids {
        private long[] numbers = new long[1 << 16];
        private int size;

        void add(String id) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, size * 2);
            }
            long number = 0xCBF29CE484222325L;
            for (int i = 0; i < id.length(); i++) {
                number = (number ^ id.charAt(i)) * 0x100000001B3L;
            }
            numbers[size++] = number;
        }

        long[] inOrder() {
            return Arrays.copyOf(numbers, size);
        }
    }

    @Test
    void takesAMillionRecordsInAHeapOfHalfAGigabyte() throws Exception {
        ExtractFile people = new ExtractFile(31, 100_000, TODAY, 1);
        SvesFile file = new SvesFile(people, 32, 1_000_000, TODAY, 41);
        PartnerKey key = PartnerKey.make(folder.resolve("key"));
        try (ChildHub hub = new ChildHub(folder.resolve("hub"))) {
            for (String partner : List.of("csms", "ssa")) {
                Files.writeString(hub.partnerKeys().resolve(partner + ".pub"), key.publicLine());
            }
            hub.start();
            try (JournalView journal = hub.journal()) {
                try (MailboxUser csms = new MailboxUser(hub.sftpPort(), "csms", key)) {
                    csms.put(people);
                }
                await(journal, "csms.participant-extract");
                long began = System.nanoTime();
                try (MailboxUser ssa = new MailboxUser(hub.sftpPort(), "ssa", key)) {
                    ssa.put(file);
                }
                long sent = System.nanoTime();
                await(journal, SVES);
                long finished = System.nanoTime();
                assertThat(journal.of(SVES).fate()).isEqualTo("ACCEPTED");
                System.out.printf(
                        "%,d bytes sent in %d s, finished in %d s more; the hub's process never had more than %,d MB%n",
                        file.size(),
                        Duration.ofNanos(sent - began).toSeconds(),
                        Duration.ofNanos(finished - sent).toSeconds(),
                        hub.peakMemory() >> 20);
            }
            Ids open = new Ids();
            Ids restricted = new Ids();
            PromisedUpdates.of(file, people, update -> (update.restricted() ? restricted : open).add(update.id()));
            try (QueueUser queues = new QueueUser(hub.brokerPort())) {
                assertThat(ids(queues, "csms.updates")).isEqualTo(open.inOrder());
                assertThat(ids(queues, "csms.updates.restricted")).isEqualTo(restricted.inOrder());
            }
            assertThat(hub.log()).doesNotContain("OutOfMemory");
        }
    }

    private static void await(JournalView journal, String exchange) throws Exception {
        Await.until(
                exchange + " to be finished",
                LONG,
                () -> journal.of(exchange).state().equals("FINISHED"));
    }

    private static long[] ids(QueueUser queues, String queue) throws Exception {
        Ids ids = new Ids();
        queues.take(queue, Duration.ofSeconds(10), event -> ids.add(QueueUser.id(event)));
        return ids.inOrder();
    }
}
