package csms.hub.translation;

import csms.hub.layout.Field;
import csms.hub.layout.Mapping;
import csms.hub.layout.Mapping.Makes;
import csms.hub.layout.Mapping.UnknownPerson;
import csms.hub.layout.RecordLayout;
import csms.hub.participant.Involvement;
import csms.hub.participant.Match;
import csms.hub.participant.Matcher;
import csms.hub.record.Digits;
import csms.hub.record.FieldReader;
import csms.hub.record.KindSelector;
import csms.hub.record.Misreading;
import csms.hub.record.Reading;
import csms.hub.record.Reason;
import csms.hub.record.RecordView;
import csms.hub.request.OpenRequests;
import csms.hub.translation.InboundExchange.Receipt;
import csms.hub.update.EventSource;
import csms.hub.update.EventWriter;
import csms.hub.update.Heading;
import csms.hub.update.Person;
import csms.hub.update.Update;
import csms.hub.update.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The translation of one batch, record by record. */
final class BatchTranslation {

    private final Mapping mapping;
    private final Map<String, KindPlan> plans;
    private final KindSelector selector;
    private final Matcher matcher;
    private final OpenRequests requests;
    private final byte[] bytes;
    private final Reading reading;
    private final EventWriter writer;
    private final RecordView view = new RecordView();
    /** The record that says who the one under way is about. */
    private RecordView about = view;

    private final Families families;
    private final Map<UpdatePlan, Values> values = new HashMap<>();
    private final List<Update> updates = new ArrayList<>();
    private final List<Reason> reasons = new ArrayList<>();
    private final RecordReasons ofRecord = new RecordReasons(view);
    private final RecordRules rules;
    private int applied;
    private int rejected;
    private int counted;
    private int notOurs;

    BatchTranslation(
            Mapping mapping,
            Map<String, KindPlan> plans,
            KindSelector selector,
            Matcher matcher,
            OpenRequests requests,
            byte[] bytes,
            Reading reading,
            Receipt receipt) {
        this.mapping = mapping;
        this.plans = plans;
        this.selector = selector;
        this.matcher = matcher;
        this.requests = requests;
        this.families = new Families(plans.values());
        this.rules = new RecordRules(view, reading, ofRecord);
        this.bytes = bytes;
        this.reading = reading;
        this.writer = new EventWriter(
                new EventSource(mapping.exchange(), receipt.sha256(), receipt.receivedAt(), mapping.digest()));
    }

    /** A record before the batch that its first records belong to. */
    void beginAfter(String kind, byte[] parent) {
        families.begin(kind, parent, 0);
    }

    /** What the records taken became. */
    Translation translation() {
        return new Translation(List.copyOf(updates), List.copyOf(reasons), applied, rejected, counted, notOurs);
    }

    /** Translates the record at an offset. */
    void take(int offset, long record) {
        view.at(bytes, offset);
        ofRecord.begin(record);
        RecordLayout kind = selector.select(bytes, offset, mapping.file().recordLength());
        KindPlan plan = kind == null ? null : plans.get(kind.name());
        if (plan == null) {
            Field misfit = selector.misfit(bytes, offset, mapping.file().recordLength(), mapping.details());
            ofRecord.add("", 0, new FieldReader(misfit), Misreading.NOT_IN_LIST);
            reject();
            return;
        }
        families.begin(plan.layout().name(), bytes, offset);
        List<RecordView> lineage = families.lineage(plan, view);
        if (lineage.isEmpty()) {
            rejectOrphan(plan);
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
        ofRecord.listIn(reasons);
        rejected++;
        if (ofRecord.count()) {
            counted++;
        }
    }

    private void accept() {
        ofRecord.listIn(reasons);
        applied++;
    }

    /** False when the record is rejected. */
    private boolean translate(KindPlan plan, List<RecordView> lineage, long record) {
        List<UpdatePlan> made = read(plan, lineage);
        if (ofRecord.reject()) {
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
                ofRecord.add("R0202", "the person is not in the case that the record names");
                return false;
            }
            return join(plan, made) && publish(plan, made, meant.get(), record);
        }
        if (match instanceof Match.NotFound && mapping.unknownPerson() == UnknownPerson.NOT_OURS) {
            notOurs++;
            return true;
        }
        if (match instanceof Match.NotFound) {
            ofRecord.add("R0201", "nobody whom CSMS knows");
        } else {
            ofRecord.add("R0202", "the SSN is not that of the echoed person");
        }
        return false;
    }

    /** Reads every field that counts, into the values of the updates that the record makes. */
    private List<UpdatePlan> read(KindPlan plan, List<RecordView> lineage) {
        UpdatePlan.Misreadings misreadings = (generation, field, misreading) ->
                ofRecord.add(plan.lineage().get(generation).name(), generation, field, misreading);
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
            rules.check(check, plan.layout().name());
        }
        return made;
    }

    /** What belongs to a record before it and has none is an answer to nothing. */
    private void rejectOrphan(KindPlan plan) {
        RecordLayout kind = plan.layout();
        for (FieldReader field : plan.checked()) {
            if (field.read(view, reading) instanceof Misreading misreading) {
                ofRecord.add(kind.name(), 0, field, misreading);
            }
        }
        if (!ofRecord.reject()) {
            ofRecord.add("R0204", "no " + kind.parent() + " before it");
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

    private void writeEntries(List<UpdatePlan> made, long record) {
        for (UpdatePlan update : made) {
            updates.add(writer.writeEntry(
                    update.publication(), record, "participant", Objects.requireNonNull(values.get(update))));
        }
    }

    /** Finds the request; drops the updates that answer one which does not exist. */
    private boolean join(KindPlan plan, List<UpdatePlan> made) {
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
            ofRecord.add("R0204", "no request of that number");
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
                updates.add(writer.write(update.publication(), heading, Objects.requireNonNull(values.get(update))));
            }
        }
        if (partial) {
            ofRecord.add("W0403", "a partial match or a closed case, for a worker to confirm");
        }
        accept();
        return true;
    }
}
