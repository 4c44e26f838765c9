package csms.hub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import csms.hub.endtoend.JournalView.Progress;
import csms.hub.testing.ExtractFile;
import csms.hub.testing.SvesFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The hub's process is killed in the middle of its work, again and again, and CSMS still gets every update once. */
@Timeout(900)
class KilledHubTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("America/New_York"));
    private static final String SVES = "ssa.sves-response";

    private final ExtractFile people = new ExtractFile(21, 3_000, TODAY, 1);

    @TempDir
    Path folder;

    private PartnerKey key;

    @BeforeEach
    void makeKey() throws Exception {
        key = PartnerKey.make(folder.resolve("key"));
    }

    /** Where in its work the hub is killed: seen from outside, by polling. */
    private enum Moment {
        STORING {
            @Override
            boolean isNow(ChildHub hub, JournalView journal) throws IOException {
                try (Stream<Path> incoming = Files.list(hub.data().resolve("vault/incoming"))) {
                    return incoming.findAny().isPresent();
                }
            }
        },
        /** The bytes are kept, the pass that proves them runs; the journal does not know the file yet. */
        VERIFYING {
            @Override
            boolean isNow(ChildHub hub, JournalView journal) throws Exception {
                try (Stream<Path> vault = Files.walk(hub.data().resolve("vault"))) {
                    return vault.filter(file -> !file.toString().contains("incoming")
                                    && Files.isRegularFile(file)
                                    && file.toFile().length() > 10_000_000)
                            .findAny()
                            .isPresent();
                }
            }
        },
        TRANSLATING_EARLY {
            @Override
            boolean isNow(ChildHub hub, JournalView journal) throws Exception {
                return journal.of(SVES).translated() >= 1;
            }
        },
        TRANSLATING_LATE {
            @Override
            boolean isNow(ChildHub hub, JournalView journal) throws Exception {
                Progress now = journal.of(SVES);
                return now.batches() > 0 && now.translated() > now.batches() * 2 / 3;
            }
        },
        ACCEPTED {
            @Override
            boolean isNow(ChildHub hub, JournalView journal) throws Exception {
                return journal.of(SVES).fate() != null;
            }
        },
        PUBLISHING_EARLY {
            @Override
            boolean isNow(ChildHub hub, JournalView journal) throws Exception {
                return journal.of(SVES).published() >= 1;
            }
        },
        PUBLISHING_LATE {
            @Override
            boolean isNow(ChildHub hub, JournalView journal) throws Exception {
                Progress now = journal.of(SVES);
                return now.published() > now.batches() * 2 / 3;
            }
        };

        abstract boolean isNow(ChildHub hub, JournalView journal) throws Exception;
    }

    @Test
    void publishesEveryUpdateOnceThoughItIsKilledThreeTimes() throws Exception {
        survives(
                new SvesFile(people, 22, 20_000, TODAY, 41),
                Moment.STORING,
                Moment.TRANSLATING_EARLY,
                Moment.PUBLISHING_EARLY);
    }

    @Test
    @Tag("slow")
    void publishesEveryUpdateOfABigFileOnceThoughItIsKilledAtEveryStep() throws Exception {
        survives(new SvesFile(people, 23, 200_000, TODAY, 41), Moment.values());
    }

    private void survives(SvesFile file, Moment... moments) throws Exception {
        try (ChildHub hub = new ChildHub(folder.resolve("hub"))) {
            Files.writeString(hub.partnerKeys().resolve("csms.pub"), key.publicLine());
            Files.writeString(hub.partnerKeys().resolve("ssa.pub"), key.publicLine());
            hub.start();
            try (MailboxUser csms = new MailboxUser(hub.sftpPort(), "csms", key);
                    JournalView journal = hub.journal()) {
                csms.put(people);
                Await.until(
                        "the people to be known",
                        LONG,
                        () -> journal.of("csms.participant-extract").state().equals("FINISHED"));
            }
            try (MailboxUser ssa = new MailboxUser(hub.sftpPort(), "ssa", key);
                    JournalView journal = hub.journal()) {
                ssa.put(file);
                List<String> kills = new ArrayList<>();
                for (Moment moment : moments) {
                    Await.until(
                            moment.toString(),
                            LONG,
                            () -> moment.isNow(hub, journal)
                                    || journal.of(SVES).state().equals("FINISHED"));
                    hub.kill();
                    kills.add(moment + " " + journal.of(SVES));
                    hub.start();
                }
                Await.until(
                        "the file to be finished",
                        LONG,
                        () -> journal.of(SVES).state().equals("FINISHED"));
                System.out.println("Killed at " + String.join("\n          ", kills));
                Progress end = journal.of(SVES);
                assertThat(end.files()).isEqualTo(1);
                assertThat(end.fate()).isEqualTo("ACCEPTED");
                assertThat(kills.get(kills.size() - 1))
                        .as("the last kill came before the end")
                        .doesNotContain("FINISHED");
            }
            assertEverythingOnce(hub, file);
        }
    }

    private void assertEverythingOnce(ChildHub hub, SvesFile file) throws Exception {
        List<String> open = new ArrayList<>();
        List<String> restricted = new ArrayList<>();
        PromisedUpdates.of(file, people, update -> (update.restricted() ? restricted : open).add(update.id()));
        assertThat(open).hasSizeGreaterThan(file.details() / 2);
        assertThat(restricted).hasSizeGreaterThan(file.details() / 200);
        try (QueueUser queues = new QueueUser(hub.brokerPort())) {
            assertSame(ids(queues, "csms.updates"), open);
            assertSame(ids(queues, "csms.updates.restricted"), restricted);
            List<JsonNode> outcomes = new ArrayList<>();
            ObjectMapper json = new ObjectMapper();
            for (String outcome : queues.takeAll("csms.outcomes")) {
                JsonNode data = json.readTree(outcome).path("data");
                if (data.path("exchange").asText().equals(SVES)) {
                    outcomes.add(data);
                }
            }
            assertThat(outcomes).singleElement().satisfies(data -> {
                assertThat(data.path("fate").asText()).isEqualTo("accepted");
                assertThat(data.path("applied").asInt()).isEqualTo(file.details());
                int updates = 0;
                for (JsonNode number : data.path("updates")) {
                    updates += number.asInt();
                }
                assertThat(updates).isEqualTo(open.size() + restricted.size());
            });
        }
    }

    private static List<String> ids(QueueUser queues, String queue) throws Exception {
        List<String> ids = new ArrayList<>();
        queues.take(queue, Duration.ofSeconds(2), event -> ids.add(QueueUser.id(event)));
        return ids;
    }

    /** The same ids in the same order; on a difference the first one is told, not all. */
    private static void assertSame(List<String> actual, List<String> expected) {
        for (int i = 0; i < Math.min(actual.size(), expected.size()); i++) {
            assertThat(actual.get(i)).as("update " + i).isEqualTo(expected.get(i));
        }
        assertThat(actual.size()).as("number of updates").isEqualTo(expected.size());
    }
}
