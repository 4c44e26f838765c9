package csms.hub.transmission;

import csms.hub.acknowledgment.RejectReport;
import csms.hub.acknowledgment.ReportHeader;
import csms.hub.acknowledgment.ReportLine;
import csms.hub.control.BatchExtent;
import csms.hub.layout.Encoding;
import csms.hub.record.Reason;
import csms.hub.record.Severity;
import csms.hub.translation.ExchangeCatalog;
import csms.hub.translation.InboundExchange;
import csms.hub.translation.InboundExchange.House;
import csms.hub.translation.InboundExchange.RecordIdentity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The reject reports by which house partners are answered; each is written once and kept in the vault. */
final class Answers {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final Journal journal;
    private final Vault vault;
    private final ExchangeCatalog exchanges;
    private final Reasons reasons;
    private final BatchTable batches;
    private final RejectReport writer = new RejectReport();
    private final char environmentMark;

    private record Report(
            long number, Instant created, @Nullable String sha256) {}

    Answers(
            Journal journal,
            Vault vault,
            ExchangeCatalog exchanges,
            Reasons reasons,
            BatchTable batches,
            char environmentMark) {
        this.journal = journal;
        this.vault = vault;
        this.exchanges = exchanges;
        this.reasons = reasons;
        this.batches = batches;
        this.environmentMark = environmentMark;
    }

    /** Whether the partner is told anything: not by federal exchanges, not while held, not again after a replay. */
    boolean due(Transmission t) {
        Fate fate = t.fate();
        if (fate == null || fate == Fate.QUARANTINED || t.round() > 0 || house(t).isEmpty()) {
            return false;
        }
        Long first = t.first();
        return first == null || kept(first).isPresent();
    }

    /** The answer's bytes, the same on every call. */
    Optional<Answer> of(Transmission t) throws IOException {
        if (!due(t)) {
            return Optional.empty();
        }
        Long first = t.first();
        String report = first == null ? report(t) : kept(first).orElseThrow();
        try (var bytes = vault.read(report)) {
            return Optional.of(new Answer(
                    t.partner(), t.channel(), t.fileName() + ".ack", bytes.readAllBytes(), t.correlationId()));
        }
    }

    private Optional<InboundExchange> exchange(Transmission t) {
        return Optional.ofNullable(t.exchange()).flatMap(exchanges::named);
    }

    private Optional<House> house(Transmission t) {
        return exchange(t).map(InboundExchange::house);
    }

    private String report(Transmission t) throws IOException {
        InboundExchange exchange = exchange(t).orElseThrow();
        House house = house(t).orElseThrow();
        Report report = journal.inTransaction(() -> numbered(t, house));
        if (report.sha256() != null) {
            return report.sha256();
        }
        ReportHeader header = new ReportHeader(
                house.partnerCode(),
                report.number(),
                LocalDateTime.ofInstant(report.created(), NEW_YORK),
                house.receiver(),
                house.sender(),
                environmentMark,
                t.batchNumber() == null ? 0 : t.batchNumber());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SeekableByteChannel file = vault.open(t.sha256());
                Stream<ReportLine> lines = lines(t, exchange, file)) {
            writer.write(header, lines.toList(), bytes);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        String sha = vault.store(new ByteArrayInputStream(bytes.toByteArray()), bytes.size(), "")
                .sha256();
        journal.sql()
                .sql("update report set sha256 = ? where transmission = ?")
                .params(sha, t.id())
                .update();
        vault.settle(sha);
        return sha;
    }

    private Report numbered(Transmission t, House house) {
        journal.lock(t.id());
        return find(t.id()).orElseGet(() -> {
            long number = journal.sql()
                    .sql("""
                            insert into report_series (partner_code, last) values (?, 1)
                            on conflict (partner_code) do update set last = report_series.last + 1 returning last
                            """)
                    .param(house.partnerCode())
                    .query(Long.class)
                    .single();
            Report report = new Report(number, journal.now(), null);
            journal.sql()
                    .sql("insert into report (transmission, number, created_at) values (?, ?, ?)")
                    .params(t.id(), number, Journal.time(report.created()))
                    .update();
            return report;
        });
    }

    private Optional<Report> find(long transmission) {
        return journal.sql()
                .sql("select * from report where transmission = ?")
                .param(transmission)
                .query((row, n) ->
                        new Report(row.getLong("number"), Journal.instant(row, "created_at"), row.getString("sha256")))
                .optional();
    }

    private Optional<String> kept(long transmission) {
        return find(transmission).map(Report::sha256);
    }

    private Stream<ReportLine> lines(Transmission t, InboundExchange exchange, SeekableByteChannel file) {
        Stream<ReportLine> ofFile =
                reasons.ofFile(t.id()).stream().map(reason -> new ReportLine("0000000", "", "", reason));
        boolean records = t.fate() == Fate.ACCEPTED || "F0012".equals(t.code());
        return records
                ? Stream.concat(
                        ofFile, batches.extents(t.id()).stream().flatMap(extent -> lines(t, exchange, file, extent)))
                : ofFile;
    }

    private Stream<ReportLine> lines(
            Transmission t, InboundExchange exchange, SeekableByteChannel file, BatchExtent extent) {
        List<Reason> found =
                reasons.ofRecords(t.id(), extent.firstRecord(), extent.firstRecord() + extent.records() - 1).stream()
                        .filter(reason -> t.fate() == Fate.ACCEPTED || reason.severity() == Severity.RECORD)
                        .toList();
        Encoding encoding = t.encoding();
        if (found.isEmpty() || encoding == null) {
            return Stream.empty();
        }
        try {
            byte[] batch = Vault.slice(file, extent.offset(), extent.length());
            return found.stream().map(reason -> {
                RecordIdentity record = exchange.identifying().identify(batch, extent, encoding, reason.record());
                return new ReportLine(record.detailSequence(), record.caseId(), record.ssn(), reason);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
