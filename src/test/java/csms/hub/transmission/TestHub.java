package csms.hub.transmission;

import csms.hub.acknowledgment.ReportHeader;
import csms.hub.acknowledgment.ReportLine;
import csms.hub.record.Reason;
import csms.hub.translation.ExchangeCatalog;
import csms.hub.translation.InboundExchange;
import jakarta.jms.ConnectionFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** The life of files on one data directory, database and broker; {@link #restart} forgets all that only memory held. */
final class TestHub {

    static final Instant START = Instant.parse("2026-11-21T08:15:00Z");
    static final String DMV = "dmv.locate-answer";

    final ExchangeCatalog exchanges = new ExchangeCatalog();
    final Index index = new Index();
    final List<Answer> delivered = new ArrayList<>();
    private final Path data;
    private final DataSource database;
    private final MovableClock clock = new MovableClock();
    private ConnectionFactory broker;

    Vault vault;
    Journal journal;
    Intake intake;
    ReceivedFile steps;
    Operations operations;
    History history;

    TestHub(Path data, DataSource database, ConnectionFactory broker, InboundExchange... live) throws IOException {
        this.data = data;
        this.database = database;
        this.broker = broker;
        for (InboundExchange exchange : live) {
            exchanges.put(exchange);
        }
        restart();
    }

    /** The process died and a new one began, on the same directory, database and broker. */
    void restart() throws IOException {
        vault = new Vault(data, VaultKey.open(data, true));
        journal = new Journal(database, clock);
        intake = new Intake(vault, journal, exchanges, Duration.ofMinutes(10));
        steps = new ReceivedFile(journal, vault, exchanges, broker, index, TestHub::report, 'T');
        operations = new Operations(journal, vault, exchanges);
        history = new History(journal);
    }

    void broker(ConnectionFactory other) throws IOException {
        broker = other;
        restart();
    }

    void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    Arrival arrival(String partner, String name, String body) {
        return new Arrival(
                partner,
                Channel.MAILBOX,
                name,
                "/" + partner + "/to-csms/" + name,
                body.length(),
                clock.now.minusSeconds(5),
                null);
    }

    Taken offer(Arrival arrival, String body) throws IOException {
        return intake.take(arrival, new ByteArrayInputStream(body.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Stores a file of the DMV and removes it from the mailbox. */
    Transmission store(String name, String body) throws IOException {
        Arrival arrival = arrival("dmv", name, body);
        Transmission stored = ((Taken.Stored) offer(arrival, body)).transmission();
        intake.removed(arrival);
        return stored;
    }

    static String name(int number) {
        return String.format("LOCATE-ANSWER.20261121.%06d.TXT", number);
    }

    /** Walks a file of the DMV the whole way. */
    Transmission receive(int number, String body) throws Exception {
        return run(store(name(number), body));
    }

    Transmission run(Transmission file) throws Exception {
        decide(file);
        steps.publish(file);
        Optional<Answer> answer = steps.acknowledgment(file);
        answer.ifPresent(delivered::add);
        return steps.acknowledged(file);
    }

    /** All steps before the queues. */
    Transmission decide(Transmission file) throws Exception {
        steps.onceOnly(file);
        steps.verify(file);
        for (int batch : steps.batches(file)) {
            steps.translate(file, batch);
        }
        return steps.accept(file);
    }

    /** What the dispatcher does at a start and after every file. */
    void runUnfinished() throws Exception {
        for (List<Transmission> next = operations.unfinished(); !next.isEmpty(); next = operations.unfinished()) {
            run(next.get(0));
        }
    }

    String text(Answer answer) {
        return new String(answer.bytes(), StandardCharsets.UTF_8);
    }

    private static void report(ReportHeader header, Iterable<ReportLine> lines, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder(header.partnerCode() + " " + header.batchNumber() + " "
                + header.created() + " " + header.sender() + ">" + header.receiver() + " " + header.environmentMark()
                + " " + header.relatedBatch() + "\n");
        for (ReportLine line : lines) {
            text.append(line.detailSequence())
                    .append(' ')
                    .append(line.caseId())
                    .append(' ')
                    .append(line.reason().code())
                    .append('\n');
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A person index that notes what is done to it. */
    static final class Index implements ParticipantExtract {
        final List<String> calls = new ArrayList<>();
        final Set<Long> applied = new LinkedHashSet<>();
        List<Reason> compared = List.of();
        boolean tooFew;

        @Override
        public List<Reason> check(long transmission, boolean full) {
            calls.add("check " + full);
            return compared;
        }

        @Override
        public boolean tooFew(long transmission) {
            return tooFew;
        }

        @Override
        public void apply(long transmission, boolean full) {
            calls.add("apply " + full);
            applied.add(transmission);
        }

        @Override
        public void swap() {
            calls.add("swap");
        }
    }

    private static final class MovableClock extends Clock {
        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
