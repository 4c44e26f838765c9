package csms.hub.operation.api;

import csms.hub.layout.ControlTotal;
import csms.hub.layout.Mapping;
import csms.hub.operation.api.TransmissionPage.BatchLine;
import csms.hub.operation.api.TransmissionPage.ReasonLine;
import csms.hub.operation.api.TransmissionPage.StepLine;
import csms.hub.operation.api.TransmissionPage.TotalLine;
import csms.hub.record.Reason;
import csms.hub.translation.LiveMappings;
import csms.hub.transmission.Figures;
import csms.hub.transmission.History;
import csms.hub.transmission.Transmission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The journal as operators see it, on the console and on the command line. */
@Component
public class Transmissions {

    private static final int REASONS = 1_000;

    private final History history;
    private final Figures figures;
    private final LiveMappings mappings;

    Transmissions(History history, Figures figures, LiveMappings mappings) {
        this.history = history;
        this.figures = figures;
        this.mappings = mappings;
    }

    /** The newest first. */
    public List<TransmissionRow> recent(int limit) {
        return rows(history.recent(limit));
    }

    /** Those that wait for missing files or for an operator, the oldest first. */
    public List<TransmissionRow> held() {
        return rows(history.held());
    }

    private List<TransmissionRow> rows(List<Transmission> files) {
        Map<Long, Long> updates = figures.updates(files);
        return files.stream()
                .map(file -> TransmissionRow.of(file, updates.getOrDefault(file.id(), 0L)))
                .toList();
    }

    /** The newest transmission of an id, of the first digits of a SHA-256, or of a file name. */
    public Optional<TransmissionPage> page(String idOrShaOrName) {
        List<Transmission> found = history.find(idOrShaOrName);
        return found.isEmpty() ? Optional.empty() : Optional.of(page(found));
    }

    /** Why a transmission is held. */
    public Optional<ReasonLine> firstReason(long id) {
        return history.reasons(id, 1).stream().findFirst().map(Transmissions::line);
    }

    private TransmissionPage page(List<Transmission> found) {
        Transmission file = found.get(0);
        Map<String, Long> updates = figures.updates(file);
        List<Reason> reasons = history.reasons(file.id(), REASONS + 1);
        TransmissionRow row = TransmissionRow.of(
                file, updates.values().stream().mapToLong(Long::longValue).sum());
        return new TransmissionPage(
                row,
                updates,
                history.steps(file.id()).stream()
                        .map(step -> new StepLine(step.at(), step.step(), step.note()))
                        .toList(),
                totals(file),
                history.batches(file.id()).stream()
                        .map(batch -> new BatchLine(
                                batch.number(),
                                batch.firstRecord(),
                                batch.records(),
                                batch.applied(),
                                batch.rejected(),
                                batch.notOurs(),
                                batch.translatedAt(),
                                batch.publishedAt()))
                        .toList(),
                reasons.stream().limit(REASONS).map(Transmissions::line).toList(),
                reasons.size() > REASONS,
                found.stream().skip(1).map(Transmission::id).toList(),
                row.remedy());
    }

    private static ReasonLine line(Reason reason) {
        return new ReasonLine(
                reason.code(),
                reason.severity().letter(),
                reason.record(),
                reason.place(),
                reason.field(),
                reason.message());
    }

    /** What the exchange's mapping says that a file declares, beside what the pass over this one found. */
    private List<TotalLine> totals(Transmission file) {
        String exchange = file.exchange();
        Mapping mapping = exchange == null ? null : mappings.inUse().get(exchange);
        if (mapping == null || file.mapping() == null) {
            return List.of();
        }
        List<Reason> faults = figures.faults(file);
        return mapping.controlTotals().stream()
                .map(total -> total(total, file, faults))
                .toList();
    }

    private static TotalLine total(ControlTotal total, Transmission file, List<Reason> faults) {
        String name = total.declared().toString();
        Optional<Reason> differs = faults.stream()
                .filter(fault -> fault.code().equals(total.orElse())
                        && fault.message().contains(total.declared().field()))
                .findFirst();
        boolean read = faults.stream().noneMatch(fault -> fault.code().compareTo("F0007") < 0);
        Long found = found(total, file);
        return new TotalLine(
                name,
                total.orElse(),
                differs.isEmpty() && read ? found : null,
                found,
                differs.isPresent() ? Boolean.FALSE : read ? Boolean.TRUE : null,
                differs.map(Reason::message).orElse(""));
    }

    private static @Nullable Long found(ControlTotal total, Transmission file) {
        if (total.measure() != ControlTotal.Measure.COUNT
                || total.within() != null
                || !total.where().isEmpty()) {
            return null;
        }
        return total.kinds().isEmpty() ? file.records() : file.details();
    }
}
