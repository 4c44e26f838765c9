package csms.hub.transmission;

import csms.hub.control.Fault;
import csms.hub.control.Verification;
import csms.hub.translation.ExchangeCatalog;
import csms.hub.translation.InboundExchange;
import csms.hub.translation.InboundExchange.Makes;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an operator, or a start of the hub, sets going again. What it returns must be run through its route. */
public final class Operations {

    private final Journal journal;
    private final ExchangeCatalog exchanges;
    private final Prover prover;
    private final Outbox outbox;
    private final Reasons reasons;

    public Operations(Journal journal, Vault vault, ExchangeCatalog exchanges) {
        this.journal = journal;
        this.exchanges = exchanges;
        this.prover = new Prover(vault, journal, new BatchTable(journal));
        this.outbox = new Outbox(journal);
        this.reasons = new Reasons(journal);
    }

    /** All transmissions whose way has not ended and that wait for nobody, in the order of their arrival. */
    public List<Transmission> unfinished() {
        return journal.sql()
                .sql("select * from transmission where state not in ('HELD', 'FINISHED') order by id")
                .query(Journal::transmission)
                .list();
    }

    /**
     * Lets a held transmission go on.
     *
     * @throws OperationRefused when it is not held, or still cannot be proven whole
     */
    public Transmission release(long id) throws IOException {
        Transmission held = find(id);
        if (held.state() != State.HELD) {
            throw new OperationRefused(held.title() + " is not held: " + standing(held));
        }
        InboundExchange exchange = Optional.ofNullable(held.exchange())
                .map(exchanges::named)
                .orElseGet(() -> exchanges.claiming(held.partner(), held.fileName()))
                .orElseThrow(() -> new OperationRefused(
                        held.title() + " cannot be released: no exchange that is live takes a file of this name"));
        boolean proven = exchange.digest().equals(held.mapping());
        Verification found = proven ? journal.verification(held) : prover.prove(exchange, held.size(), held.receipt());
        refuseFaulty(held, found, "cannot be released");
        return journal.inTransaction(() -> {
            if (journal.lock(id).state() != State.HELD) {
                throw new OperationRefused(held.title() + " went on by itself");
            }
            journal.claimed(id, exchange.name());
            reasons.clearOfFile(id);
            if (!proven) {
                startOver(id, exchange, found);
            }
            journal.resumed(id, true, "release", "by an operator");
            return journal.get(id);
        });
    }

    /**
     * Translates an accepted transmission again, with today's mapping and person index, and publishes it again under the
     * same event ids.
     *
     * @throws OperationRefused when it was not accepted, is still on its way, or today's mapping refuses the file
     */
    public Transmission replay(long id) throws IOException {
        Transmission accepted = find(id);
        if (accepted.fate() != Fate.ACCEPTED || accepted.state() != State.FINISHED) {
            throw new OperationRefused(
                    accepted.title() + " cannot be replayed: it is not accepted and finished, " + standing(accepted));
        }
        InboundExchange exchange = Optional.ofNullable(accepted.exchange())
                .flatMap(exchanges::named)
                .orElseThrow(
                        () -> new OperationRefused(accepted.title() + " cannot be replayed: its exchange is not live"));
        if (exchange.makes() == Makes.PARTICIPANTS) {
            throw new OperationRefused(accepted.title()
                    + " cannot be replayed: it would undo the extracts after it; ask for a full extract");
        }
        Verification found = prover.prove(exchange, accepted.size(), accepted.receipt());
        refuseFaulty(accepted, found, "cannot be replayed");
        return journal.inTransaction(() -> {
            if (journal.lock(id).state() != State.FINISHED) {
                throw new OperationRefused(accepted.title() + " is being replayed already");
            }
            startOver(id, exchange, found);
            journal.replayed(id);
            return journal.get(id);
        });
    }

    private void startOver(long id, InboundExchange exchange, Verification found) {
        outbox.clear(id);
        reasons.clear(id);
        prover.enter(id, exchange, found);
    }

    private Transmission find(long id) {
        return journal.find(id).orElseThrow(() -> new OperationRefused("There is no transmission " + id));
    }

    private static void refuseFaulty(Transmission file, Verification found, String what) {
        Optional<Fault> fault = found.structureFault().or(found::totalsFault);
        if (fault.isPresent()) {
            throw new OperationRefused(
                    file.title() + " " + what + ": " + fault.get().reason().describe(null));
        }
    }

    private static String standing(Transmission file) {
        @Nullable Fate fate = file.fate();
        return "it is " + (fate == null ? "on its way" : fate.word());
    }
}
