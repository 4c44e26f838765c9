package csms.hub.testing;

import csms.hub.control.BatchExtent;
import csms.hub.control.Verification;
import csms.hub.layout.Encoding;
import csms.hub.layout.Mapping;
import csms.hub.participant.Matcher;
import csms.hub.participant.PersonIndex;
import csms.hub.request.OpenRequests;
import csms.hub.translation.InboundExchange;
import csms.hub.translation.InboundExchange.Receipt;
import csms.hub.translation.MappedExchange;
import csms.hub.translation.Translation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * Measures the engine alone, one thread, nothing stored: proving and translating SVES answers, and the extract. It asserts
 * nothing. {@code java -cp … csms.hub.testing.EngineSpeed [records] [rounds]}
 */
public final class EngineSpeed {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
    private static final Receipt RECEIPT =
            new Receipt("0123456789abcdef".repeat(4), Instant.parse("2026-03-03T12:00:00Z"));

    private EngineSpeed() {}

    public static void main(String[] args) throws IOException {
        int records = args.length > 0 ? Integer.parseInt(args[0]) : 300_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        ExtractFile extract = new ExtractFile(7, 100_000, TODAY, 1);
        PersonIndex index = extract.index();
        time(
                "generate SVES answers",
                records,
                rounds,
                () -> new SvesFile(extract, 3, records, TODAY, 42)
                        .stream().transferTo(java.io.OutputStream.nullOutputStream()));
        measure("ssa.sves-response", new SvesFile(extract, 3, records, TODAY, 42), records, rounds, index);
        measure(
                "ssa.sves-response, strangers",
                new SvesFile(extract, 3, records, TODAY, 42, new SvesFile.Options(Encoding.IBM037, 1000)),
                records,
                rounds,
                index);
        measure("csms.participant-extract", new ExtractFile(7, records, TODAY, 1), records, rounds, index);
    }

    private static void measure(String name, GeneratedFile file, int records, int rounds, PersonIndex index)
            throws IOException {
        byte[] bytes = file.bytes();
        Mapping mapping = ShippedMappings.of(name.replaceAll(",.*", ""));
        InboundExchange exchange = MappedExchange.of(mapping, new Matcher(() -> index), OpenRequests.NONE, false);
        Verification proven = exchange.verifying().verify(new ByteArrayInputStream(bytes), bytes.length, RECEIPT);
        System.out.println(name + ": " + bytes.length / 1_000_000 + " MB, faults " + proven.faults());
        time(
                "  verify",
                records,
                rounds,
                () -> exchange.verifying().verify(new ByteArrayInputStream(bytes), bytes.length, RECEIPT));
        time("  translate", records, rounds, () -> {
            long updates = 0;
            long applied = 0;
            for (BatchExtent batch : proven.batches()) {
                int from = (int) batch.offset();
                Translation translation = exchange.translating()
                        .translate(
                                Arrays.copyOfRange(bytes, from, from + batch.length()),
                                batch,
                                List.of(),
                                proven.encoding(),
                                RECEIPT);
                updates += translation.updates().size();
                applied += translation.applied();
            }
            if (applied < 0 || updates < 0) {
                throw new IllegalStateException("never");
            }
        });
    }

    /** Work that may read. */
    private interface Work {
        void run() throws IOException;
    }

    private static void time(String what, int records, int rounds, Work work) throws IOException {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < rounds; round++) {
            long begun = System.nanoTime();
            work.run();
            best = Math.min(best, System.nanoTime() - begun);
        }
        System.out.printf("%s: %,d records/s%n", what, records * 1_000_000_000L / best);
    }
}
