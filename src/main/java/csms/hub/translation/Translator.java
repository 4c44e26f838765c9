package csms.hub.translation;

import csms.hub.control.BatchExtent;
import csms.hub.layout.Districts;
import csms.hub.layout.Encoding;
import csms.hub.layout.Field;
import csms.hub.layout.FileFormat.LineEnd;
import csms.hub.layout.Mapping;
import csms.hub.layout.Mapping.Makes;
import csms.hub.layout.Mapping.UnknownPerson;
import csms.hub.layout.RecordLayout;
import csms.hub.participant.Involvement;
import csms.hub.participant.Match;
import csms.hub.participant.Matcher;
import csms.hub.record.Digits;
import csms.hub.record.Ebcdic;
import csms.hub.record.FieldReader;
import csms.hub.record.KindSelector;
import csms.hub.record.Misreading;
import csms.hub.record.Reading;
import csms.hub.record.Reason;
import csms.hub.record.RecordView;
import csms.hub.record.Severity;
import csms.hub.request.OpenRequests;
import csms.hub.translation.InboundExchange.Receipt;
import csms.hub.update.EventSource;
import csms.hub.update.EventWriter;
import csms.hub.update.Heading;
import csms.hub.update.Person;
import csms.hub.update.Update;
import csms.hub.update.Values;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Message Translator (Hohpe and Woolf, Enterprise Integration Patterns): makes updates and rejects of a batch of records,
 * as the exchange's mapping says. Safe for several threads; each batch works with values of its own.
 */
public final class Translator {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** Rejects that say nothing about the file's quality (interfaces/updates, Acknowledgments and limits). */
    private static final Set<String> UNCOUNTED = Set.of("R0201", "R0202", "R0204");

    private final Mapping mapping;
    private final Matcher matcher;
    private final OpenRequests requests;
    private final boolean production;
    private final KindSelector selector;
    private final Map<String, KindPlan> plans = new HashMap<>();

    public Translator(Mapping mapping, Matcher matcher, OpenRequests requests, boolean production) {
        this.mapping = mapping;
        this.matcher = matcher;
        this.requests = requests;
        this.production = production;
        this.selector = new KindSelector(mapping.records().values());
        for (RecordLayout layout : mapping.details()) {
            plans.put(layout.name(), new KindPlan(layout, mapping));
        }
    }

    /** How values are read that were received then. */
    Reading reading(Receipt receipt) {
        return new Reading(
                mapping.house() != null,
                production,
                receipt.receivedAt().atZone(NEW_YORK).toLocalDate());
    }

    /**
     * Translates one batch of a verified file.
     *
     * @param bytes of the extent, as received
     * @param parents the bytes of each of the extent's parents, as received, in its order
     */
    public Translation translate(
            byte[] bytes, BatchExtent extent, List<byte[]> parents, Encoding encoding, Receipt receipt) {
        Batch batch = new Batch(ascii(bytes, encoding), reading(receipt), receipt);
        for (int i = 0; i < parents.size(); i++) {
            batch.families.begin(extent.parents().get(i).kind(), ascii(parents.get(i), encoding), 0);
        }
        int stride = stride(encoding);
        for (int i = 0; i < extent.records(); i++) {
            batch.take(i * stride, extent.firstRecord() + i);
        }
        return batch.translation();
    }

    private static byte[] ascii(byte[] bytes, Encoding encoding) {
        if (encoding == Encoding.US_ASCII) {
            return bytes;
        }
        byte[] ascii = bytes.clone();
        Ebcdic.toAscii(ascii, 0, ascii.length);
        return ascii;
    }

    /** Bytes from one record's first to the next one's; a verified file has records of one length. */
    int stride(Encoding encoding) {
        LineEnd end = mapping.file().lineEnds().get(encoding);
        return mapping.file().recordLength() + (end == null ? 0 : end.length());
    }

    /** One batch under way. */
    private final class Batch {

        private final byte[] bytes;
        private final Reading reading;
        private final EventWriter writer;
        private final RecordView view = new RecordView();
        /** The record that says who the one under way is about. */
        private RecordView about = view;

        private final Families families = new Families(plans.values());
        private final Map<UpdatePlan, Values> values = new HashMap<>();
        private final List<Update> updates = new ArrayList<>();
        private final List<Reason> reasons = new ArrayList<>();
        private final Map<String, Reason> ofRecord = new LinkedHashMap<>();
        private int applied;
        private int rejected;
        private int counted;
        private int notOurs;

        Batch(byte[] bytes, Reading reading, Receipt receipt) {
            this.bytes = bytes;
            this.reading = reading;
            this.writer = new EventWriter(
                    new EventSource(mapping.exchange(), receipt.sha256(), receipt.receivedAt(), mapping.digest()));
        }

        Translation translation() {
            return new Translation(List.copyOf(updates), List.copyOf(reasons), applied, rejected, counted, notOurs);
        }

        void take(int offset, long record) {
            view.at(bytes, offset);
            ofRecord.clear();
            RecordLayout kind = selector.select(bytes, offset, mapping.file().recordLength());
            KindPlan plan = kind == null ? null : plans.get(kind.name());
            if (plan == null) {
                Field misfit = selector.misfit(bytes, offset, mapping.file().recordLength(), mapping.details());
                add(record, "", 0, new FieldReader(misfit), Misreading.NOT_IN_LIST);
                reject();
                return;
            }
            families.begin(plan.layout().name(), bytes, offset);
            List<RecordView> lineage = families.lineage(plan, view);
            if (lineage.isEmpty()) {
                rejectOrphan(plan, record);
                return;
            }
            about = lineage.get(plan.personGeneration());
            if (isNobody(plan)) {
                notOurs++;
            } else if (!translate(plan, lineage, record)) {
                reject();
            }
        }

        /** The gate of an exchange that carries everybody: no more is looked at than the SSN. */
        private boolean isNobody(KindPlan plan) {
            if (mapping.unknownPerson() != UnknownPerson.NOT_OURS || !plan.hasPerson()) {
                return false;
            }
            PersonPlan person = plan.person();
            int ssn = person.ssn(about);
            return ssn != 0
                    && !matcher.knows(ssn)
                    && person.echoesNothing(about)
                    && person.hasWellFormedSsn(about, reading);
        }

        private void reject() {
            listReasons();
            rejected++;
            for (Reason reason : ofRecord.values()) {
                if (reason.severity() == Severity.RECORD && !UNCOUNTED.contains(reason.code())) {
                    counted++;
                    return;
                }
            }
        }

        private void accept() {
            listReasons();
            applied++;
        }

        private void listReasons() {
            if (ofRecord.size() == 1) {
                reasons.addAll(ofRecord.values());
            } else if (!ofRecord.isEmpty()) {
                reasons.addAll(ofRecord.values().stream()
                        .sorted(Comparator.comparingInt(Reason::start).thenComparing(Reason::code))
                        .toList());
            }
        }

        /** False when the record is rejected. */
        private boolean translate(KindPlan plan, List<RecordView> lineage, long record) {
            List<UpdatePlan> made = read(plan, lineage, record);
            if (isRejected()) {
                return false;
            }
            if (mapping.makes() == Makes.PARTICIPANTS) {
                writeEntries(made, record);
                accept();
                return true;
            }
            if (made.isEmpty() || !plan.hasPerson()) {
                accept();
                return true;
            }
            Match match = matcher.match(plan.person().claim(about, reading));
            if (match instanceof Match.Found found) {
                String onlyCase = plan.person().narrowedTo(about);
                Optional<Match.Found> meant = onlyCase == null ? Optional.of(found) : found.inCase(onlyCase);
                if (meant.isEmpty()) {
                    add(Reason.of("R0202", record, "the person is not in the case that the record names"));
                    return false;
                }
                return join(plan, made, record) && publish(plan, made, meant.get(), record);
            }
            if (match instanceof Match.NotFound && mapping.unknownPerson() == UnknownPerson.NOT_OURS) {
                notOurs++;
                return true;
            }
            add(
                    match instanceof Match.NotFound
                            ? Reason.of("R0201", record, "nobody whom CSMS knows")
                            : Reason.of("R0202", record, "the SSN is not that of the echoed person"));
            return false;
        }

        /** Reads every field that counts, into the values of the updates that the record makes. */
        private List<UpdatePlan> read(KindPlan plan, List<RecordView> lineage, long record) {
            UpdatePlan.Misreadings misreadings = (generation, field, misreading) ->
                    add(record, plan.lineage().get(generation).name(), generation, field, misreading);
            readOwn(plan, misreadings);
            List<UpdatePlan> made = new ArrayList<>();
            for (UpdatePlan update : applying(plan, misreadings)) {
                Values filled = values.computeIfAbsent(
                        update, key -> key.publication().shape().values());
                update.fill(lineage, reading, filled, misreadings);
                if (update.rule().always() || !filled.isEmpty()) {
                    made.add(update);
                }
            }
            for (KindPlan.RuleCheck check : plan.checks()) {
                check(check, record, plan.layout().name());
            }
            return made;
        }

        /** What belongs to a record before it and has none is an answer to nothing. */
        private void rejectOrphan(KindPlan plan, long record) {
            RecordLayout kind = plan.layout();
            for (FieldReader field : plan.checked()) {
                if (field.read(view, reading) instanceof Misreading misreading) {
                    add(record, kind.name(), 0, field, misreading);
                }
            }
            if (!isRejected()) {
                add(Reason.of("R0204", record, "no " + kind.parent() + " before it"));
            }
            reject();
        }

        private void readOwn(KindPlan plan, UpdatePlan.Misreadings misreadings) {
            for (FieldReader field : plan.checked()) {
                if (field.read(view, reading) instanceof Misreading misreading) {
                    misreadings.add(0, field, misreading);
                }
            }
            if (plan.hasPerson()) {
                for (FieldReader field : plan.person().fields()) {
                    if (field.read(about, reading) instanceof Misreading misreading) {
                        misreadings.add(plan.personGeneration(), field, misreading);
                    }
                }
            }
        }

        private List<UpdatePlan> applying(KindPlan plan, UpdatePlan.Misreadings misreadings) {
            List<UpdatePlan> applying = new ArrayList<>();
            for (UpdatePlan update : plan.updates()) {
                if (update.rule().alone() && update.applies(view, reading, misreadings)) {
                    applying.add(update);
                }
            }
            if (!applying.isEmpty()) {
                return applying;
            }
            for (UpdatePlan update : plan.updates()) {
                if (!update.rule().alone() && update.applies(view, reading, misreadings)) {
                    applying.add(update);
                }
            }
            return applying;
        }

        private void check(KindPlan.RuleCheck check, long record, String kind) {
            switch (check.check().rule()) {
                case DISTRICT_OF_COUNTY -> checkDistrict(check, record, kind);
                case NOT_BEFORE -> checkNotBefore(check, record, kind);
            }
        }

        private void checkNotBefore(KindPlan.RuleCheck check, long record, String kind) {
            FieldReader later = check.fields().get(0);
            int date = later.date(view, reading);
            int earliest = check.fields().get(1).date(view, reading);
            if (date > 0 && earliest > 0 && date < earliest) {
                add(reason(
                        check.check().orElse(),
                        record,
                        kind,
                        later,
                        "before " + check.fields().get(1).field().name()));
            }
        }

        private void checkDistrict(KindPlan.RuleCheck check, long record, String kind) {
            FieldReader county = check.fields().get(0);
            FieldReader district = check.fields().get(1);
            Object fips = county.read(view, reading);
            Object code = district.read(view, reading);
            if (fips instanceof String countyCode && code instanceof String districtCode) {
                Optional<String> expected = Districts.ofCounty(countyCode);
                if (expected.isEmpty() || !expected.get().equals(districtCode)) {
                    add(reason(check.check().orElse(), record, kind, county, "the county is not in the district"));
                }
            }
        }

        private void writeEntries(List<UpdatePlan> made, long record) {
            for (UpdatePlan update : made) {
                updates.add(writer.writeEntry(
                        update.publication(), record, "participant", Objects.requireNonNull(values.get(update))));
            }
        }

        /** Finds the request; drops the updates that answer one which does not exist. */
        private boolean join(KindPlan plan, List<UpdatePlan> made, long record) {
            KindPlan.RequestPlan request = plan.request();
            if (request == null || !request.when().hold(view, reading)) {
                return true;
            }
            long number = request.echo().number(view);
            if (number == Digits.NONE || request.echo().blank(view)) {
                return true;
            }
            Optional<String> id = requests.idOf(number);
            if (id.isPresent()) {
                made.forEach(update -> update.putRequest(Objects.requireNonNull(values.get(update)), id.get()));
                return true;
            }
            made.removeIf(update -> update.rule().answersRequest());
            if (made.isEmpty()) {
                add(Reason.of("R0204", record, "no request of that number"));
                return false;
            }
            return true;
        }

        private boolean publish(KindPlan plan, List<UpdatePlan> made, Match.Found found, long record) {
            PersonPlan person = plan.person();
            boolean recordProtects = person.saysFamilyViolence(about);
            boolean asksForReview = person.asksForReview(about, reading);
            boolean partial = false;
            List<Person> persons = new ArrayList<>(found.involvements().size());
            for (Involvement who : found.involvements()) {
                persons.add(person.person(about, reading, who));
            }
            for (UpdatePlan update : made) {
                for (int i = 0; i < persons.size(); i++) {
                    Involvement who = found.involvements().get(i);
                    boolean doubtful = who.match() != Match.Quality.EXACT || who.closed() || asksForReview;
                    partial |= doubtful;
                    Heading heading = Heading.of(
                            record,
                            persons.get(i),
                            doubtful || update.alwaysReviewed(),
                            recordProtects || who.familyViolence());
                    updates.add(
                            writer.write(update.publication(), heading, Objects.requireNonNull(values.get(update))));
                }
            }
            if (partial) {
                add(Reason.of("W0403", record, "a partial match or a closed case, for a worker to confirm"));
            }
            accept();
            return true;
        }

        private boolean isRejected() {
            for (Reason reason : ofRecord.values()) {
                if (reason.severity() == Severity.RECORD) {
                    return true;
                }
            }
            return false;
        }

        private void add(long record, String kind, int generation, FieldReader field, Misreading misreading) {
            Field.Rules rules = field.field().rules();
            if (rules.whenBad() == Field.WhenBad.IGNORE) {
                return;
            }
            String other =
                    misreading == Misreading.NOT_IN_LIST || misreading == Misreading.MALFORMED ? rules.orElse() : null;
            String code = other == null ? misreading.code() : other;
            Reason reason = generation == 0
                    ? reason(code, record, kind, field, misreading.words())
                    : Reason.of(code, record, kind + "." + field.field().name() + " before it: " + misreading.words());
            add(rules.whenBad() == Field.WhenBad.DROP ? reason.asWarning() : reason);
        }

        private Reason reason(String code, long record, String kind, FieldReader reader, String words) {
            Field field = reader.atFault(view);
            String name = field.drawnName();
            String place = (kind.isEmpty() ? "" : kind + ".") + name + " (" + field.start() + "-"
                    + (field.start() + field.length() - 1) + ")";
            return new Reason(
                    code,
                    record,
                    place,
                    name,
                    field.start(),
                    field.length(),
                    words,
                    new FieldReader(field).reportable(view));
        }

        private void add(Reason reason) {
            ofRecord.putIfAbsent(reason.code() + "@" + reason.start(), reason);
        }
    }

    /** What names a record in a reject report: the detail sequence, case identifier and SSN as they stand in it. */
    InboundExchange.RecordIdentity identity(byte[] batch, BatchExtent extent, Encoding encoding, long record) {
        int offset = (int) (record - extent.firstRecord()) * stride(encoding);
        byte[] ascii = Arrays.copyOfRange(batch, offset, offset + mapping.file().recordLength());
        if (encoding == Encoding.IBM037) {
            Ebcdic.toAscii(ascii, 0, ascii.length);
        }
        RecordView view = new RecordView().at(ascii, 0);
        RecordLayout kind = selector.select(ascii, 0, ascii.length);
        // A record of a wrong type is still drawn like the details around it.
        RecordLayout layout = kind == null ? mapping.details().get(0) : kind;
        return new InboundExchange.RecordIdentity(
                raw(layout, "Detail sequence", 7, view),
                raw(layout, "NY Case Identifier", 9, view),
                raw(layout, "SSN", 9, view));
    }

    private static String raw(RecordLayout layout, String name, int length, RecordView view) {
        @Nullable Field field = layout.field(name).orElse(null);
        return field == null || field.length() != length ? " ".repeat(length) : new FieldReader(field).raw(view);
    }
}
