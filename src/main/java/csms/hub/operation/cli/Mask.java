package csms.hub.operation.cli;

import csms.hub.layout.Field;
import csms.hub.layout.FieldType;
import csms.hub.layout.Mapping;
import csms.hub.layout.PersonRule;
import csms.hub.layout.RecordLayout;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of a record say something of a person and are not shown. What is not known to be harmless is hidden:
 * codes, dates that are no birth dates, counts, and short texts that are no part of a name or address are shown.
 */
final class Mask {

    private static final Pattern PERSONAL = Pattern.compile(
            "(?i)name|init|addr|street|city|state|zip|county|ssn|birth|brth|dob|phone|account|acct|claim|number|inmate"
                    + "|member|_id\\b|person|fips");
    private static final Pattern BIRTH = Pattern.compile("(?i)birth|brth|dob");

    private static final int SHORT = 3;

    private final Set<String> control;
    private final Set<String> identifying = new HashSet<>();

    Mask(Mapping mapping) {
        this.control = new HashSet<>();
        if (mapping.header() != null) {
            control.add(mapping.header());
        }
        if (mapping.trailer() != null) {
            control.add(mapping.trailer());
        }
        for (PersonRule person : mapping.persons().values()) {
            add(person.echoParticipant());
            add(person.echoCase());
            add(person.ssn());
            add(person.birthDate());
            person.names().forEach(identifying::addAll);
        }
    }

    private void add(@Nullable String field) {
        if (field != null) {
            identifying.add(field);
        }
    }

    /** Whether a field's value is hidden. */
    boolean hides(RecordLayout layout, Field field) {
        if (control.contains(layout.name()) || field.type() == FieldType.LITERAL) {
            return false;
        }
        if (identifying.contains(field.name()) || field.rules().shown() != FieldType.Shown.AS_IS) {
            return true;
        }
        if (!parts(field).isEmpty()) {
            return parts(field).stream().anyMatch(part -> hides(layout, part));
        }
        return switch (field.type()) {
            case LITERAL, WORDS, FLAG, NUMBER -> false;
            case DATE, DATE00, DATE_PARTS, MONTH, MDY, MDY2 ->
                BIRTH.matcher(field.name()).find();
            case TEXT -> field.rules().allow().isEmpty() && (field.length() > SHORT || soundsPersonal(field));
            default -> true;
        };
    }

    private static boolean soundsPersonal(Field field) {
        return PERSONAL.matcher(field.name()).find()
                || field.targets().stream()
                        .anyMatch(target -> PERSONAL.matcher(target.dotted()).find());
    }

    private static List<Field> parts(Field field) {
        if (field.source() instanceof Field.Joined joined) {
            return joined.fields();
        }
        return field.source() instanceof Field.FirstOf first ? first.fields() : List.of();
    }

    /** As many asterisks as there are characters, the blanks between them left. */
    static String masked(String raw) {
        return raw.replaceAll("\\S", "*");
    }
}
