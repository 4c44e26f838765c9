package csms.hub.transmission;

import csms.hub.control.BatchExtent;
import csms.hub.control.Fault;
import csms.hub.control.Verification;
import csms.hub.layout.Encoding;
import csms.hub.record.Reason;
import csms.hub.translation.InboundExchange;
import csms.hub.translation.InboundExchange.House;
import csms.hub.translation.InboundExchange.Makes;
import csms.hub.translation.InboundExchange.NumberField;
import csms.hub.translation.InboundExchange.Receipt;
import csms.hub.translation.InboundExchange.RecordIdentity;
import csms.hub.translation.Translation;
import csms.hub.update.Update;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An exchange of short lines: {@code H <number> <mark>}, {@code D <case> <what>}, {@code T <details>}. What is ok, secret,
 * bad (R0103), unknown (R0201), other (not ours) or none (no update).
 */
final class LineExchange {

    static final House DMV = new House("DMV", "NYSDMV", "CSMS");

    final AtomicInteger passes = new AtomicInteger();
    final AtomicInteger translations = new AtomicInteger();
    private int batchSize = 2;
    private double limit = 2;
    private House house = DMV;
    private Makes makes = Makes.UPDATES;
    private String digest = "mapping-1";
    private boolean dated = true;
    private RuntimeException defect;

    LineExchange batchSize(int records) {
        batchSize = records;
        return this;
    }

    LineExchange federal() {
        house = null;
        return this;
    }

    LineExchange participants() {
        makes = Makes.PARTICIPANTS;
        return this;
    }

    LineExchange digest(String value) {
        digest = value;
        return this;
    }

    LineExchange undated() {
        dated = false;
        return this;
    }

    LineExchange defect(RuntimeException thrown) {
        defect = thrown;
        return this;
    }

    InboundExchange named(String name) {
        return new InboundExchange(
                name, digest, makes, limit, number(), house, this::verify, this::translate, LineExchange::identify);
    }

    private NumberField number() {
        return house == null
                ? new NumberField("header.number (13-18)", "batch_number", 13, 6)
                : new NumberField("header.Batch number (10-17)", "Batch number", 10, 8);
    }

    private Verification verify(InputStream bytes, long size, Receipt receipt) throws IOException {
        passes.incrementAndGet();
        if (defect != null) {
            throw defect;
        }
        String[] lines = new String(bytes.readAllBytes(), StandardCharsets.US_ASCII).split("(?<=\n)");
        List<Fault> faults = new ArrayList<>();
        String[] header = lines[0].trim().split(" ");
        Long number = null;
        String fileType = header.length > 3 ? header[3] : null;
        if (!header[0].equals("H")) {
            faults.add(fault(Fault.Check.HEADER, Fault.Fate.REJECTED, "F0001", 1));
        } else {
            number = header[1].equals("none") ? null : Long.valueOf(header[1]);
            if (header.length > 2 && header[2].equals("P")) {
                faults.add(fault(Fault.Check.ENVIRONMENT, Fault.Fate.REJECTED, "F0011", 1));
            }
        }
        String[] trailer = lines[lines.length - 1].trim().split(" ");
        long details = 0;
        long offset = 0;
        List<BatchExtent> batches = new ArrayList<>();
        List<BatchExtent.Parent> parents = List.of();
        long start = 0;
        int inBatch = 0;
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].startsWith("D")) {
                if (inBatch == 0) {
                    start = offset;
                }
                inBatch++;
                details++;
            }
            offset += lines[i].length();
            if (inBatch == batchSize
                    || (inBatch > 0 && i == lines.length - 1)
                    || (inBatch > 0 && !lines[i + 1].startsWith("D"))) {
                batches.add(new BatchExtent(
                        batches.size() + 1, start, (int) (offset - start), i + 2 - inBatch, inBatch, parents));
                parents = List.of(new BatchExtent.Parent("detail", start, i + 2 - inBatch));
                inBatch = 0;
            }
        }
        if (!trailer[0].equals("T")) {
            faults.add(fault(Fault.Check.TRAILER, Fault.Fate.INCOMPLETE, "F0002", 0));
        } else if (Long.parseLong(trailer[1]) != details) {
            faults.add(new Fault(
                    Fault.Check.COUNT,
                    Fault.Fate.REJECTED,
                    Reason.of(
                            "F0007", lines.length, "trailer.count says " + trailer[1] + ", the file has " + details)));
        }
        faults.sort((a, b) -> a.check().compareTo(b.check()));
        return new Verification(
                Encoding.US_ASCII, lines.length, details, number, fileType, null, dated, batches, faults);
    }

    private static Fault fault(Fault.Check check, Fault.Fate fate, String code, long record) {
        return new Fault(check, fate, Reason.of(code, record, "a fault of the test"));
    }

    private Translation translate(
            byte[] batch, BatchExtent extent, List<byte[]> parents, Encoding encoding, Receipt receipt) {
        translations.incrementAndGet();
        List<Update> updates = new ArrayList<>();
        List<Reason> reasons = new ArrayList<>();
        int applied = 0;
        int rejected = 0;
        int counted = 0;
        int notOurs = 0;
        long record = extent.firstRecord();
        for (String line : new String(batch, StandardCharsets.US_ASCII).split("\n")) {
            String[] parts = line.trim().split(" ");
            switch (parts[2]) {
                case "bad" -> {
                    reasons.add(new Reason(
                            "R0103", record, "detail.date (5-8)", "date", 5, 4, "not a date", "odd\0\u00e9 value"));
                    rejected++;
                    counted++;
                }
                case "unknown" -> {
                    reasons.add(Reason.of("R0201", record, "nobody of that case"));
                    rejected++;
                }
                case "other" -> notOurs++;
                case "none" -> applied++;
                default -> {
                    applied++;
                    updates.add(update(receipt, record, parts[1], parts[2].equals("secret")));
                }
            }
            record++;
        }
        return new Translation(updates, reasons, applied, rejected, counted, notOurs);
    }

    private Update update(Receipt receipt, long record, String subject, boolean restricted) {
        String id = receipt.sha256().substring(0, 32) + "-" + record + "-line-" + subject;
        String json = "{\"id\":\"" + id + "\",\"mapping\":\"" + digest + "\"}";
        return new Update(
                id, "csms.address-located", subject, restricted, record, json.getBytes(StandardCharsets.UTF_8));
    }

    private static RecordIdentity identify(byte[] batch, BatchExtent extent, Encoding encoding, long record) {
        String line = new String(batch, StandardCharsets.US_ASCII).split("\n")[(int) (record - extent.firstRecord())];
        return new RecordIdentity(String.format("%07d", record - 1), line.split(" ")[1], "900123456");
    }
}
