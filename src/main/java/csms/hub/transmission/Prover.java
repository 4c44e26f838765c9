package csms.hub.transmission;

import csms.hub.control.Verification;
import csms.hub.translation.InboundExchange;
import csms.hub.translation.InboundExchange.Receipt;
import java.io.IOException;
import java.io.InputStream;

/** The one pass over a whole stored file, and its entry in the journal. */
final class Prover {

    private final Vault vault;
    private final Journal journal;
    private final BatchTable batches;

    Prover(Vault vault, Journal journal, BatchTable batches) {
        this.vault = vault;
        this.journal = journal;
        this.batches = batches;
    }

    Verification prove(InboundExchange exchange, long size, Receipt receipt) throws IOException {
        try (InputStream bytes = vault.read(receipt.sha256())) {
            return exchange.verifying().verify(bytes, size, receipt);
        }
    }

    /** Journals what was found and the batch table. Needs an open transaction. */
    void enter(long transmission, InboundExchange exchange, Verification found) {
        journal.verification(transmission, exchange.digest(), found);
        batches.replace(transmission, found.batches());
    }
}
