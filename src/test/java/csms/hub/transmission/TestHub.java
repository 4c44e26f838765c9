package csms.hub.transmission;

import csms.hub.record.Reason;
import csms.hub.translation.ExchangeCatalog;
import csms.hub.translation.InboundExchange;
import jakarta.jms.ConnectionFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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
        steps = new ReceivedFile(journal, vault, exchanges, broker, index, 'T');
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

    /** What a reject report says, in short: its header's facts, then sequence, case and code of each line. */
    String text(Answer answer) {
        String[] lines = new String(answer.bytes(), StandardCharsets.US_ASCII).split("\n");
        String header = lines[0];
        LocalDateTime created =
                LocalDateTime.parse(header.substring(17, 31), DateTimeFormatter.ofPattern("uuuuMMddHHmmss"));
        StringBuilder text = new StringBuilder(header.substring(1, 5).strip() + " "
                + Long.parseLong(header.substring(9, 17)) + " " + created + " "
                + header.substring(31, 39).strip() + ">"
                + header.substring(39, 47).strip() + " "
                + header.charAt(63) + " " + Long.parseLong(header.substring(67, 75)) + "\n");
        for (String line : List.of(lines).subList(1, lines.length - 1)) {
            text.append(line, 1, 8)
                    .append(' ')
                    .append(line.substring(8, 17).strip())
                    .append(' ')
                    .append(line, 27, 32)
                    .append('\n');
        }
        return text.toString();
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
