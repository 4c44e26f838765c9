package csms.hub.translation;

import csms.hub.control.RecordConditions;
import csms.hub.layout.Condition;
import csms.hub.layout.PersonRule;
import csms.hub.layout.RecordLayout;
import csms.hub.participant.Claim;
import csms.hub.participant.Claim.Names;
import csms.hub.participant.Echo;
import csms.hub.participant.Involvement;
import csms.hub.participant.PersonName;
import csms.hub.record.Dates;
import csms.hub.record.Digits;
import csms.hub.record.FieldReader;
import csms.hub.record.Misreading;
import csms.hub.record.Reading;
import csms.hub.record.RecordView;
import csms.hub.update.Person;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads from a record whom it is about, and writes the {@code person} of its updates. */
final class PersonPlan {

    private final @Nullable FieldReader echoParticipant;
    private final @Nullable FieldReader echoCase;
    private final @Nullable FieldReader narrowCase;
    private final @Nullable FieldReader ssn;
    private final @Nullable FieldReader toldSsn;
    private final @Nullable FieldReader birthDate;
    private final List<FieldReader> fields;
    private final List<List<FieldReader>> names;
    private final List<FieldReader> familyViolence;
    private final List<FieldReader> submitted;
    private final Names comparing;
    private final @Nullable RecordConditions disagree;
    private final @Nullable RecordConditions review;
    private final boolean comparesBirthDate;
    private final boolean byNameAndBirth;

    PersonPlan(PersonRule rule, RecordLayout layout) {
        this.echoParticipant = reader(layout, rule.echoParticipant());
        this.echoCase = reader(layout, rule.echoCase());
        this.narrowCase = reader(layout, rule.narrowCase());
        this.ssn = reader(layout, rule.ssn());
        this.toldSsn = reader(layout, rule.toldSsn());
        this.birthDate = reader(layout, rule.birthDate());
        this.fields =
                Stream.of(ssn, toldSsn, birthDate).filter(Objects::nonNull).toList();
        this.names = rule.names().stream().map(list -> readers(layout, list)).toList();
        this.submitted = readers(layout, rule.submittedNames());
        this.familyViolence = readers(layout, rule.familyViolence());
        this.disagree = conditions(layout, rule.disagree());
        this.review = conditions(layout, rule.review());
        this.comparing = rule.compareNames() && !names.isEmpty() ? Names.COMPARE : Names.AGREE;
        this.comparesBirthDate = rule.compareBirthDate();
        this.byNameAndBirth = rule.byNameAndBirth();
    }

    private static List<FieldReader> readers(RecordLayout layout, List<String> names) {
        return names.stream().map(name -> KindPlan.reader(layout, name)).toList();
    }

    private static @Nullable RecordConditions conditions(RecordLayout layout, List<Condition> conditions) {
        return conditions.isEmpty() ? null : new RecordConditions(conditions, layout);
    }

    private static @Nullable FieldReader reader(RecordLayout layout, @Nullable String name) {
        return name == null ? null : KindPlan.reader(layout, name);
    }

    /** The fields whose values must be well formed for the person to be told. */
    List<FieldReader> fields() {
        return fields;
    }

    /** Whether the record's SSN is one, or absent. */
    boolean hasWellFormedSsn(RecordView record, Reading reading) {
        return ssn == null || !(ssn.read(record, reading) instanceof Misreading);
    }

    /** The record's SSN as a number; 0 when there is none. It was found well formed. */
    int ssn(RecordView record) {
        long number = ssn == null ? 0 : ssn.number(record);
        return number == Digits.NONE ? 0 : (int) number;
    }

    /** Whether the partner repeated neither participant nor case. */
    boolean echoesNothing(RecordView record) {
        return (echoParticipant == null || echoParticipant.blank(record))
                && (echoCase == null || echoCase.blank(record));
    }

    Claim claim(RecordView record, Reading reading) {
        List<FieldReader> name = filledName(record);
        int birth = birthDate == null || !comparesBirthDate ? 0 : birthDate.date(record, reading);
        Echo echo = echoParticipant != null && !echoParticipant.blank(record)
                ? Echo.ofParticipant(echoParticipant.code(record))
                : Echo.ofCase(echoCase == null ? null : echoCase.code(record));
        return new Claim(
                echo,
                ssn(record),
                part(name, 0, record),
                part(name, 1, record),
                Math.max(birth, 0),
                names(record, reading),
                byNameAndBirth);
    }

    private Names names(RecordView record, Reading reading) {
        if (disagree == null) {
            return comparing;
        }
        return disagree.hold(record, reading) ? Names.DISAGREE : Names.AGREE;
    }

    /** The only case of the person that the record is about; null when it is about all. */
    @Nullable
    String narrowedTo(RecordView record) {
        return narrowCase == null || narrowCase.blank(record) ? null : narrowCase.code(record);
    }

    /** Whether the partner itself asks to have somebody look at who the record is about. */
    boolean asksForReview(RecordView record, Reading reading) {
        return review != null && review.hold(record, reading);
    }

    /** The names that count: the first list of which any is filled; the first list when none is. */
    private List<FieldReader> filledName(RecordView record) {
        for (List<FieldReader> list : names) {
            for (FieldReader field : list) {
                if (!field.blank(record)) {
                    return list;
                }
            }
        }
        return names.isEmpty() ? List.of() : names.get(0);
    }

    private static @Nullable String part(List<FieldReader> name, int index, RecordView record) {
        if (index >= name.size()) {
            return null;
        }
        String text = name.get(index).code(record);
        return text.isEmpty() ? null : text;
    }

    /** Whether the record itself says that the person is protected. */
    boolean saysFamilyViolence(RecordView record) {
        for (FieldReader field : familyViolence) {
            if (!field.blank(record)) {
                return true;
            }
        }
        return false;
    }

    /** Who the updates are about: identifiers and role from the index, the rest from the record or, where it is silent, the index. */
    Person person(RecordView record, Reading reading, Involvement who) {
        List<FieldReader> list = filledName(record);
        Person.Name name = name(list, record);
        if (isNone(name)) {
            name = name(submitted, record);
        }
        if (isNone(name)) {
            name = known(who.name());
        }
        Object recordSsn = toldSsn == null ? null : toldSsn.read(record, reading);
        if (recordSsn == null && ssn != null) {
            recordSsn = ssn.read(record, reading);
        }
        Object recordBirth = birthDate == null ? null : birthDate.read(record, reading);
        return new Person(
                who.participantId(),
                who.caseId().isEmpty() ? null : who.caseId(),
                who.role().word(),
                recordSsn instanceof String text ? text : knownSsn(who.ssn()),
                name,
                recordBirth instanceof String text ? text : knownDate(who.dateOfBirth()),
                who.match().word());
    }

    private static Person.Name name(List<FieldReader> list, RecordView record) {
        return new Person.Name(part(list, 0, record), part(list, 1, record), part(list, 2, record));
    }

    private static boolean isNone(Person.Name name) {
        return name.last() == null && name.first() == null && name.middle() == null;
    }

    private static Person.Name known(PersonName name) {
        return new Person.Name(orNull(name.last()), orNull(name.first()), orNull(name.middle()));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String knownSsn(int number) {
        return number == 0 ? null : String.format(java.util.Locale.ROOT, "%09d", number);
    }

    private static @Nullable String knownDate(int date) {
        return date == 0 ? null : Dates.iso(date);
    }
}
