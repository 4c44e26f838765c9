package csms.hub.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the person of a record kind is found, and what the record itself says of the person (interfaces/updates, How the
 * person is found). Fields are named as in the record's table.
 *
 * @param kind of record
 * @param echoParticipant field with the participant id that the partner repeats; null if none
 * @param echoCase field with the New York Case Identifier that the partner repeats; null if none
 * @param ssn null if the record has none
 * @param names last, first and middle name; the first of the lists of which any is filled is meant
 * @param compareNames whether the names are the partner's own and compared; false when they are what we submitted
 * @param birthDate null if the record has none
 * @param compareBirthDate whether the birth date is the partner's own and compared
 * @param byNameAndBirth whether a record without SSN is searched by name and birth date (rule 3)
 * @param familyViolence fields of which one that is not blank protects the person
 */
public record PersonRule(
        String kind,
        @Nullable String echoParticipant,
        @Nullable String echoCase,
        @Nullable String ssn,
        List<List<String>> names,
        boolean compareNames,
        @Nullable String birthDate,
        boolean compareBirthDate,
        boolean byNameAndBirth,
        List<String> familyViolence) {}
