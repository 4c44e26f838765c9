package csms.hub.endtoend;

import csms.hub.control.BatchExtent;
import csms.hub.control.Verification;
import csms.hub.participant.Matcher;
import csms.hub.request.OpenRequests;
import csms.hub.testing.ExtractFile;
import csms.hub.testing.GeneratedFile;
import csms.hub.testing.ShippedMappings;
import csms.hub.testing.SvesFile;
import csms.hub.translation.InboundExchange;
import csms.hub.translation.InboundExchange.Receipt;
import csms.hub.translation.MappedExchange;
import csms.hub.translation.Translation;
import csms.hub.update.Update;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** What the updates of a generated file must be, told by the engine alone: no journal, no queue, no crash. */
final class PromisedUpdates {

    private PromisedUpdates() {}

    /** Tells the updates in the order in which they must be published. */
    static void of(SvesFile file, ExtractFile people, Consumer<Update> each) throws IOException {
        var index = people.index();
        InboundExchange exchange = MappedExchange.of(
                ShippedMappings.of("ssa.sves-response"), new Matcher(() -> index), OpenRequests.NONE, false);
        Receipt receipt = new Receipt(sha256(file), Instant.now());
        Verification verification;
        try (InputStream bytes = file.stream()) {
            verification = exchange.verifying().verify(bytes, file.size(), receipt);
        }
        if (!verification.faults().isEmpty()) {
            throw new IllegalStateException("The generated file is no good: " + verification.faults());
        }
        try (InputStream bytes = file.stream()) {
            long at = 0;
            for (BatchExtent batch : verification.batches()) {
                bytes.skipNBytes(batch.offset() - at);
                at = batch.offset() + batch.length();
                Translation made = exchange.translating()
                        .translate(
                                bytes.readNBytes(batch.length()),
                                batch,
                                List.of(),
                                Objects.requireNonNull(verification.encoding()),
                                receipt);
                made.updates().forEach(each);
            }
        }
    }

    static String sha256(GeneratedFile file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            file.writeTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
