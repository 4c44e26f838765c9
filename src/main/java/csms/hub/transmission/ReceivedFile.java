package csms.hub.transmission;

import csms.hub.control.BatchExtent;
import csms.hub.control.Fault;
import csms.hub.control.Verification;
import csms.hub.layout.Encoding;
import csms.hub.record.Reason;
import csms.hub.translation.ExchangeCatalog;
import csms.hub.translation.InboundExchange;
import csms.hub.translation.InboundExchange.Makes;
import csms.hub.translation.Translation;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of a received file, in the order in which the routes call them. Every step looks into the journal first and
 * does nothing when it is done already or the file's way has ended, so that after a crash all are simply called again.
 */
public final class ReceivedFile {

    private static final Logger LOG = LoggerFactory.getLogger(ReceivedFile.class);

    private final Journal journal;
    private final Vault vault;
    private final ExchangeCatalog exchanges;
    private final ParticipantExtract participants;
    private final Prover prover;
    private final BatchTable batches;
    private final Outbox outbox;
    private final Reasons reasons;
    private final Series series;
    private final Publisher publisher;
    private final Answers answers;
    private final Acceptance acceptance;

    /** @param environmentMark P or T, as reports to partners say it */
    public ReceivedFile(
            Journal journal,
            Vault vault,
            ExchangeCatalog exchanges,
            ConnectionFactory broker,
            ParticipantExtract participants,
            char environmentMark) {
        this.journal = journal;
        this.vault = vault;
        this.exchanges = exchanges;
        this.participants = participants;
        this.batches = new BatchTable(journal);
        this.prover = new Prover(vault, journal, batches);
        this.outbox = new Outbox(journal);
        this.reasons = new Reasons(journal);
        this.series = new Series(journal);
        this.publisher = new Publisher(broker, outbox, batches);
        this.answers = new Answers(journal, vault, exchanges, reasons, batches, environmentMark);
        this.acceptance = new Acceptance(journal, batches, outbox, reasons, series, participants);
    }

    /** Finds out whether the exchange had the same bytes before. */
    public Transmission onceOnly(Transmission file) {
        Transmission now = journal.get(file.id());
        if (now.state() != State.STORED || now.exchange() == null || now.round() > 0 || judgedAnew(now)) {
            return now;
        }
        Optional<Transmission> first = journal.firstWithBytesOf(now);
        if (first.isEmpty()) {
            return now;
        }
        return journal.inTransaction(() -> {
            journal.duplicateOf(now.id(), first.get().id());
            Reason reason = Reason.of(
                    "F0005",
                    1,
                    "the same bytes were received before as " + first.get().fileName());
            return decide(now, "once-only", Fate.DUPLICATE, reason);
        });
    }

    private static boolean judgedAnew(Transmission file) {
        return file.size() == 0 || (file.mapping() != null && file.details() == 0 && !file.dated());
    }

    /** Judges what the pass over the file found; makes the pass when today's mapping has not made it yet. */
    public Transmission verify(Transmission file) throws IOException {
        Transmission now = journal.get(file.id());
        if (now.state() != State.STORED && now.state() != State.VERIFIED) {
            return now;
        }
        if (now.exchange() == null) {
            Reason reason = Reason.of("F0004", 0, "no exchange of " + now.partner() + " takes a file of this name");
            return journal.inTransaction(() -> decide(now, "verify", Fate.QUARANTINED, reason));
        }
        InboundExchange exchange = exchange(now);
        if (exchange.digest().equals(now.mapping())) {
            return now.state() == State.VERIFIED ? now : journal.inTransaction(() -> judge(now.id(), exchange));
        }
        Verification found = prover.prove(exchange, now.size(), now.receipt());
        return journal.inTransaction(() -> {
            if (now.mapping() != null) {
                journal.step(now.id(), "verify", "the mapping has changed: all batches start over");
            }
            outbox.clear(now.id());
            reasons.clear(now.id());
            prover.enter(now.id(), exchange, found);
            return judge(now.id(), exchange);
        });
    }

    private Transmission judge(long id, InboundExchange exchange) {
        Transmission file = journal.lock(id);
        Verification found = journal.verification(file);
        Optional<Fault> structure = found.structureFault();
        if (structure.isPresent()) {
            return decide(file, structure.get(), exchange);
        }
        if (file.round() == 0) {
            Series.Place place = series.place(file, exchange);
            if (place instanceof Series.Place.Taken taken) {
                return decide(file, "verify", Fate.REJECTED, taken.reason(file, exchange));
            }
            if (place instanceof Series.Place.Gap gap && !file.released()) {
                return decide(file, "verify", Fate.QUARANTINED, gap.reason(file, exchange));
            }
        }
        Optional<Fault> totals = found.totalsFault();
        if (totals.isPresent()) {
            return decide(file, totals.get(), exchange);
        }
        journal.verified(id, file.records() + " records, " + file.details() + " details");
        return journal.get(id);
    }

    private Transmission decide(Transmission file, Fault fault, InboundExchange exchange) {
        Fate fate = fault.fate() == Fault.Fate.REJECTED ? Fate.REJECTED : Fate.QUARANTINED;
        Transmission decided = decide(file, "verify", fate, fault.reason());
        if (fate == Fate.REJECTED) {
            series.use(file, exchange);
        }
        return decided;
    }

    private Transmission decide(Transmission file, String step, Fate fate, Reason reason) {
        reasons.add(file.id(), Reasons.WHOLE_FILE, List.of(reason));
        journal.decided(file.id(), step, fate, reason.code(), Counts.NONE, reason.describe(null));
        return journal.get(file.id());
    }

    /** The batches that wait to be translated, in record order. */
    public List<Integer> batches(Transmission file) {
        Transmission now = journal.get(file.id());
        return now.state() == State.VERIFIED ? batches.untranslated(now.id()) : List.of();
    }

    /** Translates one batch and journals what it became, together. Several threads may translate batches of one file. */
    public void translate(Transmission file, int batch) throws IOException {
        Transmission now = journal.get(file.id());
        if (now.state() != State.VERIFIED) {
            return;
        }
        Optional<BatchExtent> waiting = batches.waiting(now.id(), batch);
        if (waiting.isEmpty()) {
            return;
        }
        InboundExchange exchange = exchange(now);
        if (!exchange.digest().equals(now.mapping())) {
            throw new IllegalStateException(now.title() + ": the mapping has changed, the file is verified again");
        }
        Translation made = translate(now, exchange, waiting.get());
        journal.inTransaction(() -> {
            boolean first = batches.translated(now.id(), batch, made);
            if (first) {
                outbox.add(now.id(), batch, made.updates());
                reasons.add(now.id(), batch, made.reasons());
            }
            return first;
        });
    }

    private Translation translate(Transmission file, InboundExchange exchange, BatchExtent extent) throws IOException {
        Encoding encoding = file.encoding();
        if (encoding == null) {
            throw new IllegalStateException(file.title() + " is not verified");
        }
        try (SeekableByteChannel bytes = vault.open(file.sha256())) {
            // All records of a file have one length.
            int stride = extent.length() / Math.max(1, extent.records());
            List<byte[]> parents = new ArrayList<>();
            for (BatchExtent.Parent parent : extent.parents()) {
                parents.add(Vault.slice(bytes, parent.offset(), stride));
            }
            byte[] batch = Vault.slice(bytes, extent.offset(), extent.length());
            return exchange.translating().translate(batch, extent, parents, encoding, file.receipt());
        }
    }

    /** Decides the fate of a file whose batches are all in. */
    public Transmission accept(Transmission file) {
        Transmission now = journal.get(file.id());
        return now.state() == State.VERIFIED ? acceptance.accept(now, exchange(now)) : now;
    }

    /** Puts the updates of an accepted file on the queues, and the outcome of every file. */
    public Transmission publish(Transmission file) throws JMSException {
        Transmission now = journal.get(file.id());
        Fate fate = now.fate();
        if (now.state() != State.DECIDED || fate == null) {
            return now;
        }
        boolean updates = fate == Fate.ACCEPTED && exchange(now).makes() == Makes.UPDATES;
        if (fate == Fate.ACCEPTED && !updates) {
            participants.swap();
        }
        Map<String, Long> numbers = updates ? batches.updates(now.id()) : Map.of();
        OutcomeEvent outcome =
                OutcomeEvent.of(now, numbers, reasons.first(now.id(), OutcomeEvent.REASONS), journal.now());
        publisher.publish(now, updates ? batches.unpublished(now.id()) : List.of(), outcome);
        Transmission told = journal.inTransaction(() -> published(now, fate));
        report(told, numbers);
        return told;
    }

    private Transmission published(Transmission file, Fate fate) {
        State next = fate == Fate.QUARANTINED ? State.HELD : answers.due(file) ? State.PUBLISHED : State.FINISHED;
        journal.published(file.id(), next, "");
        if (file.batchNumber() != null && (fate == Fate.ACCEPTED || fate == Fate.REJECTED)) {
            resumeHeld(file);
        }
        return journal.get(file.id());
    }

    /** Lets the held files go on for which this one was missing. */
    private void resumeHeld(Transmission finished) {
        for (Transmission held : series.ready(finished, exchange(finished))) {
            reasons.clearOfFile(held.id());
            journal.resumed(held.id(), false, "resume", "the missing numbers are finished");
        }
    }

    private static void report(Transmission file, Map<String, Long> updates) {
        String note = file.code() == null ? "" : " " + file.code();
        if (file.fate() == Fate.QUARANTINED) {
            LOG.error("{} quarantined{}: transmission {} is held", file.title(), note, file.id());
        } else {
            LOG.info(
                    "{} {}{}: {} details, {} applied, {} rejected, {} not ours, {} updates",
                    file.title(),
                    file.fate() == null ? "" : file.fate().word(),
                    note,
                    file.details(),
                    file.applied(),
                    file.rejected(),
                    file.notOurs(),
                    updates.values().stream().mapToLong(Long::longValue).sum());
        }
    }

    /** What the partner is told, if anything; the same bytes on every call. */
    public Optional<Answer> acknowledgment(Transmission file) throws IOException {
        Transmission now = journal.get(file.id());
        return now.state() == State.PUBLISHED || now.state() == State.FINISHED ? answers.of(now) : Optional.empty();
    }

    /** The answer is where the partner fetches it, or none was due: nothing is left to do. */
    public Transmission acknowledged(Transmission file) {
        return journal.inTransaction(() -> {
            if (journal.lock(file.id()).state() == State.PUBLISHED) {
                journal.finished(file.id());
            }
            return journal.get(file.id());
        });
    }

    private InboundExchange exchange(Transmission file) {
        return Optional.ofNullable(file.exchange())
                .flatMap(exchanges::named)
                .orElseThrow(() -> new IllegalStateException(
                        file.title() + " waits: its exchange is not live, see the linter's findings"));
    }
}
