package csms.hub.translation;

import csms.hub.control.RecordConditions;
import csms.hub.layout.Field;
import csms.hub.layout.Mapping;
import csms.hub.layout.PersonRule;
import csms.hub.layout.RecordCheck;
import csms.hub.layout.RecordLayout;
import csms.hub.layout.RequestRule;
import csms.hub.record.FieldReader;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is done with records of one kind, worked out once from the mapping. */
final class KindPlan {

    private final RecordLayout layout;
    private final List<FieldReader> checked;
    private final List<UpdatePlan> updates;
    private final List<RuleCheck> checks;
    private final @Nullable PersonPlan person;
    private final @Nullable RequestPlan request;

    /** Several fields that must agree. */
    record RuleCheck(RecordCheck check, List<FieldReader> fields) {}

    /** How the request is found. */
    record RequestPlan(FieldReader echo, RecordConditions when) {}

    KindPlan(RecordLayout layout, Mapping mapping) {
        this.layout = layout;
        boolean house = mapping.house() != null;
        this.checked = layout.fields().stream()
                .filter(field -> alwaysChecked(field, house))
                .map(FieldReader::new)
                .toList();
        this.updates = mapping.publishes().stream()
                .filter(rule -> rule.kind().equals(layout.name()))
                .map(rule -> new UpdatePlan(rule, layout, mapping))
                .toList();
        this.checks = mapping.checks().stream()
                .filter(check -> check.kind().equals(layout.name()))
                .map(check -> new RuleCheck(
                        check,
                        check.fields().stream()
                                .map(name -> reader(layout, name))
                                .toList()))
                .toList();
        PersonRule rule = mapping.persons().get(layout.name());
        this.person = rule == null ? null : new PersonPlan(rule, layout);
        RequestRule requestRule = mapping.requests().get(layout.name());
        this.request = requestRule == null
                ? null
                : new RequestPlan(reader(layout, requestRule.echo()), new RecordConditions(requestRule.when(), layout));
    }

    /**
     * Whether a field is read in every record: what is required, has a list or a form, and in a house file every N and D.
     * Other fields of a federal file are read when an update takes them (interfaces/updates, How to read a mapping table).
     */
    private static boolean alwaysChecked(Field field, boolean house) {
        if (!field.type().publishable() || !field.drawn()) {
            return false;
        }
        Field.Rules rules = field.rules();
        return field.required()
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

    PersonPlan person() {
        return Objects.requireNonNull(person);
    }
}
