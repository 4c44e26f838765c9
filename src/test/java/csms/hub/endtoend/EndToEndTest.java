package csms.hub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import csms.hub.testing.ExtractFile;
import csms.hub.testing.SvesFile;
import csms.hub.update.UpdateSchemas;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.jackson.JsonFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The hub as partners and CSMS meet it: files in by SFTP, updates out by AMQP, answers in the mailbox. */
@Timeout(180)
class EndToEndTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("America/New_York"));
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ExtractFile people = new ExtractFile(11, 300, TODAY, 1);
    private final SvesFile answers = new SvesFile(people, 12, 200, TODAY, 41);
    private final SvesFile more = new SvesFile(people, 13, 150, TODAY, 42);

    @TempDir
    Path folder;

    private PartnerKey csms;
    private PartnerKey ssa;

    @BeforeEach
    void makeKeys() throws Exception {
        csms = PartnerKey.make(folder.resolve("csms-key"));
        ssa = PartnerKey.make(folder.resolve("ssa-key"));
    }

    private ChildHub hub(String... settings) throws Exception {
        ChildHub hub = new ChildHub(folder.resolve("hub"), settings);
        Files.writeString(hub.partnerKeys().resolve("csms.pub"), csms.publicLine());
        Files.writeString(hub.partnerKeys().resolve("ssa.pub"), ssa.publicLine());
        hub.start();
        return hub;
    }

    @Test
    void carriesAFileFromAnOpenSshClientToAForeignAmqpClient() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/sftp")), "the OpenSSH client is not installed");
        try (ChildHub hub = hub();
                QueueUser queues = new QueueUser(hub.brokerPort())) {
            String extract = people.writeInto(folder).getFileName().toString();
            assertThat(sftp(hub, "csms", csms, "put " + extract + " to-csms/")).isZero();
            assertThat(outcome(queues)).isEqualTo("csms.participant-extract " + extract + " accepted");
            assertThat(answerTo(hub, extract)).startsWith("HCSMSRJCT00000001").contains("\nTCSMSRJCT00000001000000000");

            String sves = answers.writeInto(folder).getFileName().toString();
            assertThat(sftp(hub, "ssa", ssa, "put " + sves + " to-csms/")).isZero();
            assertThat(outcome(queues)).isEqualTo("ssa.sves-response " + sves + " accepted");
            assertThat(sftp(hub, "ssa", ssa, "ls from-csms")).isZero();
            assertUpdates(queues, answers);

            attack(hub, sves);
            String next = more.writeInto(folder).getFileName().toString();
            assertThat(sftp(hub, "ssa", ssa, "put " + next + " to-csms/")).isZero();
            assertThat(outcome(queues)).isEqualTo("ssa.sves-response " + next + " accepted");
            assertUpdates(queues, more);
            assertNothingPersonalIn(hub.log());
        }
    }

    /** What a partner may try; each is refused, and no file appears anywhere but in a mailbox. */
    private void attack(ChildHub hub, String file) throws Exception {
        List<String> before = files(hub.data().resolve("mailboxes"));
        for (String attempt : List.of(
                "mkdir to-csms/SVES-RESPONSE.20260101.000042.TXT",
                "put " + file + " ../" + file,
                "put " + file + " ../csms/to-csms/" + file,
                "put " + file + " to-csms/../../" + file,
                "put " + file + " from-csms/" + file,
                "symlink /etc/passwd to-csms/link",
                "get /etc/passwd stolen")) {
            assertThat(sftp(hub, "ssa", ssa, attempt)).as(attempt).isNotZero();
        }
        assertThat(folder.resolve("stolen")).doesNotExist();
        assertThat(files(hub.data().resolve("mailboxes"))).isEqualTo(before);
        assertThat(files(folder.resolve("hub")).stream()
                        .filter(name -> name.endsWith(file) && !name.startsWith("data/mailboxes/")))
                .isEmpty();
    }

    @Test
    void fetchesFromAndAnswersToAPartnersOwnServerBySettingsOnly() throws Exception {
        try (PartnerServer server = new PartnerServer(folder.resolve("partner"))) {
            Path fetch = Files.createDirectories(server.home().resolve("out"));
            Path leave = Files.createDirectories(server.home().resolve("in"));
            String prefix = "hub.partners.csms.sftp.";
            try (ChildHub hub = hub(
                            prefix + "host=127.0.0.1",
                            prefix + "port=" + server.port(),
                            prefix + "user=hub",
                            prefix + "private-key=" + server.clientKey(),
                            prefix + "known-hosts=" + server.knownHosts(),
                            prefix + "fetch-folder=out",
                            prefix + "leave-folder=in",
                            prefix + "minimum-age=1s",
                            "hub.receiving.poll-interval=200ms");
                    QueueUser queues = new QueueUser(hub.brokerPort())) {
                Files.createDirectories(fetch.resolve(new ExtractFile(1, 1, TODAY, 9).fileName()));
                String extract = people.writeInto(fetch).getFileName().toString();

                assertThat(outcome(queues)).isEqualTo("csms.participant-extract " + extract + " accepted");
                Path answer = leave.resolve(extract + ".ack");
                Await.until("the answer on the partner's server", SOON, () -> Files.exists(answer));
                assertThat(Files.readString(answer)).startsWith("HCSMSRJCT00000001");
                assertThat(files(fetch)).isEmpty();
                assertThat(files(leave)).containsExactly(extract + ".ack");
            }
        }
    }

    private void assertUpdates(QueueUser queues, SvesFile file) throws Exception {
        List<String> open = new ArrayList<>();
        List<String> restricted = new ArrayList<>();
        PromisedUpdates.of(file, people, update -> (update.restricted() ? restricted : open).add(update.id()));
        UpdateSchemas schemas = UpdateSchemas.load(Path.of("mappings/csms"));
        assertThat(restricted).isNotEmpty();
        assertThat(events(queues, "csms.updates", schemas)).containsExactlyElementsOf(open);
        assertThat(events(queues, "csms.updates.restricted", schemas)).containsExactlyElementsOf(restricted);
    }

    /** The ids of the events on a queue, each read as any CloudEvents library would and held against its schema. */
    private static List<String> events(QueueUser queues, String queue, UpdateSchemas schemas) throws Exception {
        List<String> ids = new ArrayList<>();
        for (String text : queues.takeAll(queue)) {
            CloudEvent event = EventFormatProvider.getInstance()
                    .resolveFormat(JsonFormat.CONTENT_TYPE)
                    .deserialize(text.getBytes(StandardCharsets.UTF_8));
            assertThat(schemas.violations(event.getType().replaceFirst("^csms\\.", ""), text))
                    .isEmpty();
            ids.add(event.getId());
        }
        return ids;
    }

    private static String outcome(QueueUser queues) throws Exception {
        JsonNode data = JSON.readTree(queues.next("csms.outcomes", SOON)).path("data");
        return data.path("exchange").asText() + " " + data.path("fileName").asText() + " "
                + data.path("fate").asText();
    }

    /** Fetches the answer as a partner does, once it is there. */
    private String answerTo(ChildHub hub, String file) throws Exception {
        Path answer = folder.resolve(file + ".ack");
        Await.until(
                "the answer in the mailbox",
                SOON,
                () -> sftp(hub, "csms", csms, "get from-csms/" + file + ".ack .") == 0 && Files.exists(answer));
        return Files.readString(answer);
    }

    /** One command of the OpenSSH client. */
    private int sftp(ChildHub hub, String partner, PartnerKey key, String command)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "/usr/bin/sftp",
                        "-b",
                        "-",
                        "-i",
                        key.file().toString(),
                        "-P",
                        String.valueOf(hub.sftpPort()),
                        "-oIdentitiesOnly=yes",
                        "-oStrictHostKeyChecking=no",
                        "-oUserKnownHostsFile=/dev/null",
                        "-oGlobalKnownHostsFile=/dev/null",
                        partner + "@127.0.0.1")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sftp.log").toFile())
                .start();
        try (var commands = process.outputWriter()) {
            commands.write(command + "\nbye\n");
        }
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("sftp hangs at " + command);
        }
        return process.exitValue();
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private void assertNothingPersonalIn(String log) {
        for (int number = 0; number < people.people(); number++) {
            int ssn = people.person(number).ssn();
            assertThat(ssn != 0 && log.contains(String.valueOf(ssn)))
                    .as("the log shows the SSN of person " + number)
                    .isFalse();
        }
        assertThat(log).doesNotContain("O'SHAUGHNESSY", "TILLINGHAST", "MCALLISTER");
    }
}
