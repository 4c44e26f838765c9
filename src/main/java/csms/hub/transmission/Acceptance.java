package csms.hub.transmission;

import csms.hub.record.Reason;
import csms.hub.record.Severity;
import csms.hub.translation.InboundExchange;
import csms.hub.translation.InboundExchange.Makes;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The decision over a file whose batches are all in: accepted, or too many records rejected. */
final class Acceptance {

    /** Rejects that say nothing about the file's quality (interfaces/updates, Acknowledgments and limits). */
    private static final Set<String> NOT_COUNTED = Set.of("R0201", "R0202", "R0204");

    /** The file type of an extract that replaces the whole index (new-york/csms). */
    private static final String FULL_EXTRACT = "PARF";

    private final Journal journal;
    private final BatchTable batches;
    private final Outbox outbox;
    private final Reasons reasons;
    private final Series series;
    private final ParticipantExtract participants;

    Acceptance(
            Journal journal,
            BatchTable batches,
            Outbox outbox,
            Reasons reasons,
            Series series,
            ParticipantExtract participants) {
        this.journal = journal;
        this.batches = batches;
        this.outbox = outbox;
        this.reasons = reasons;
        this.series = series;
        this.participants = participants;
    }

    Transmission accept(Transmission file, InboundExchange exchange) {
        boolean full = exchange.makes() == Makes.PARTICIPANTS && FULL_EXTRACT.equals(file.fileType());
        return journal.inTransaction(() -> {
            Transmission locked = journal.lock(file.id());
            if (locked.state() == State.VERIFIED) {
                int missing = batches.untranslated(file.id()).size();
                if (missing > 0) {
                    throw new IllegalStateException(file.title() + ": " + missing + " batches are not translated");
                }
                decide(locked, exchange, full);
            }
            return journal.get(file.id());
        });
    }

    private void decide(Transmission file, InboundExchange exchange, boolean full) {
        boolean extract = exchange.makes() == Makes.PARTICIPANTS;
        List<Reason> compared = extract ? participants.check(file.id(), full) : List.of();
        Counts counts = with(batches.sum(file.id()), compared);
        long allowed = exchange.allowedRejects(file.details());
        if (counts.counted() > allowed) {
            reasons.add(file.id(), Reasons.WHOLE_FILE, compared);
            reject(file, counts, allowed);
            series.use(file, exchange);
            return;
        }
        if (full && !file.released() && participants.tooFew(file.id())) {
            Reason reason = Reason.of(
                    "F0012", 0, "the full extract has no details, or fewer than half of the participants now known");
            reasons.add(file.id(), Reasons.WHOLE_FILE, List.of(reason));
            journal.decided(file.id(), "accept", Fate.QUARANTINED, reason.code(), Counts.NONE, reason.message());
            return;
        }
        if (extract) {
            reasons.add(file.id(), Reasons.WHOLE_FILE, compared);
            participants.apply(file.id(), full);
            outbox.clear(file.id());
        }
        String note = counts.applied() + " applied, " + counts.rejected() + " rejected";
        journal.decided(file.id(), "accept", Fate.ACCEPTED, null, counts, note);
        series.use(file, exchange);
    }

    private void reject(Transmission file, Counts counts, long allowed) {
        String message =
                counts.counted() + " of " + file.details() + " details are rejected, " + allowed + " are the limit";
        reasons.add(file.id(), Reasons.WHOLE_FILE, List.of(Reason.of("F0012", 0, message)));
        outbox.clear(file.id());
        Counts nothingApplied = new Counts(0, counts.rejected(), counts.counted(), counts.notOurs());
        journal.decided(file.id(), "accept", Fate.REJECTED, "F0012", nothingApplied, message);
    }

    /** Records that comparing rejects were applied until now: only those stand in the outbox. */
    private static Counts with(Counts translated, List<Reason> compared) {
        int rejected = rejected(compared).size();
        long counted = compared.stream()
                .filter(reason -> reason.severity() == Severity.RECORD && !NOT_COUNTED.contains(reason.code()))
                .map(Reason::record)
                .distinct()
                .count();
        return new Counts(
                translated.applied() - rejected,
                translated.rejected() + rejected,
                translated.counted() + counted,
                translated.notOurs());
    }

    private static Set<Long> rejected(List<Reason> compared) {
        return compared.stream()
                .filter(reason -> reason.severity() == Severity.RECORD)
                .map(Reason::record)
                .collect(Collectors.toSet());
    }
}
