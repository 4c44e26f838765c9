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
 * @param narrowCase field with a New York Case Identifier that leaves only that case of the person found; null if none
 * @param ssn to find by; null if the record has none
 * @param toldSsn field with the SSN to tell instead, when it is filled; null if none
 * @param names last, first and middle name; the first of the lists of which any is filled is meant
 * @param submittedNames names that we submitted: told when no other is filled, never compared
 * @param compareNames whether the names are the partner's own and compared; false when they are what we submitted
 * @param disagree what the record holds when the partner says that the names disagree, which then are not compared;
 *     empty where it does not say
 * @param birthDate null if the record has none
 * @param compareBirthDate whether the birth date is the partner's own and compared
 * @param byNameAndBirth whether a record without SSN is searched by name and birth date (rule 3)
 * @param familyViolence fields of which one that is not blank protects the person
 * @param review what the record holds when a worker is to confirm whom it is about; empty where it does not say
 */
public record PersonRule(
        String kind,
        @Nullable String echoParticipant,
        @Nullable String echoCase,
        @Nullable String narrowCase,
        @Nullable String ssn,
        @Nullable String toldSsn,
        List<List<String>> names,
        List<String> submittedNames,
        boolean compareNames,
        List<Condition> disagree,
        @Nullable String birthDate,
        boolean compareBirthDate,
        boolean byNameAndBirth,
        List<String> familyViolence,
        List<Condition> review) {}
