package csms.hub.translation;

import csms.hub.control.RecordConditions;
import csms.hub.layout.Field;
import csms.hub.layout.Mapping;
import csms.hub.layout.PersonRule;
import csms.hub.layout.RecordCheck;
import csms.hub.layout.RecordLayout;
import csms.hub.layout.RequestRule;
import csms.hub.record.FieldReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is done with records of one kind, worked out once from the mapping. */
final class KindPlan {

    private final RecordLayout layout;
    private final List<RecordLayout> lineage;
    private final List<FieldReader> checked;
    private final List<UpdatePlan> updates;
    private final List<RuleCheck> checks;
    private final int personGeneration;
    private final @Nullable PersonPlan person;
    private final @Nullable RequestPlan request;

    /** Several fields that must agree. */
    record RuleCheck(RecordCheck check, List<FieldReader> fields) {}

    /** How the request is found. */
    record RequestPlan(FieldReader echo, RecordConditions when) {}

    KindPlan(RecordLayout layout, Mapping mapping) {
        this.layout = layout;
        this.lineage = lineage(layout, mapping);
        boolean house = mapping.house() != null;
        this.checked = layout.fields().stream()
                .filter(field -> alwaysChecked(field, house))
                .map(FieldReader::new)
                .toList();
        this.updates = mapping.publishes().stream()
                .filter(rule -> rule.kind().equals(layout.name()))
                .map(rule -> new UpdatePlan(rule, lineage, mapping))
                .toList();
        this.checks = mapping.checks().stream()
                .filter(check -> check.kind().equals(layout.name()))
                .map(check -> new RuleCheck(
                        check,
                        check.fields().stream()
                                .map(name -> reader(layout, name))
                                .toList()))
                .toList();
        this.personGeneration = personGeneration(lineage, mapping);
        RecordLayout about = lineage.get(personGeneration);
        PersonRule rule = mapping.persons().get(about.name());
        this.person = rule == null ? null : new PersonPlan(rule, about);
        RequestRule requestRule = mapping.requests().get(layout.name());
        this.request = requestRule == null
                ? null
                : new RequestPlan(reader(layout, requestRule.echo()), new RecordConditions(requestRule.when(), layout));
    }

    private static List<RecordLayout> lineage(RecordLayout layout, Mapping mapping) {
        List<RecordLayout> lineage = new ArrayList<>();
        Optional<RecordLayout> next = Optional.of(layout);
        while (next.isPresent() && !lineage.contains(next.get())) {
            lineage.add(next.get());
            next = mapping.record(next.get().parent());
        }
        return List.copyOf(lineage);
    }

    /** Who a record is about it says itself, where match has a rule for its kind; else the record that it belongs to does. */
    private static int personGeneration(List<RecordLayout> lineage, Mapping mapping) {
        for (int generation = 0; generation < lineage.size(); generation++) {
            if (mapping.persons().containsKey(lineage.get(generation).name())) {
                return generation;
            }
        }
        return 0;
    }

    /**
     * Whether a field is read in every record: what is required or checked always, has a list or a form, and in a house file
     * every N and D.
     * Other fields of a federal file are read when an update takes them (interfaces/updates, How to read a mapping table).
     */
    private static boolean alwaysChecked(Field field, boolean house) {
        if (!field.type().publishable() || !field.drawn()) {
            return false;
        }
        Field.Rules rules = field.rules();
        return field.required()
                || rules.checked()
                || !rules.allow().isEmpty()
                || rules.pattern() != null
                || (house
                        && (rules.numeric()
                                || field.type().numeric()
                                || field.type().date()));
    }

    static FieldReader reader(RecordLayout layout, String name) {
        return new FieldReader(layout.field(name)
                .orElseThrow(() -> new IllegalStateException(layout.name() + " has no field " + name)));
    }

    RecordLayout layout() {
        return layout;
    }

    /** The kind, the kind that it belongs to, and so on. */
    List<RecordLayout> lineage() {
        return lineage;
    }

    /** Whether it is of a kind or belongs to one. */
    boolean isOf(String kind) {
        return lineage.stream().anyMatch(ancestor -> ancestor.name().equals(kind));
    }

    List<FieldReader> checked() {
        return checked;
    }

    List<UpdatePlan> updates() {
        return updates;
    }

    List<RuleCheck> checks() {
        return checks;
    }

    @Nullable
    RequestPlan request() {
        return request;
    }

    boolean hasPerson() {
        return person != null;
    }

    /** Which record of the lineage says who it is about. */
    int personGeneration() {
        return personGeneration;
    }

    PersonPlan person() {
        return Objects.requireNonNull(person);
    }
}
