package csms.hub.participant;

import csms.hub.participant.Echo.Meant;
import csms.hub.participant.Match.Found;
import csms.hub.participant.Match.NotFound;
import csms.hub.participant.Match.Quality;
import csms.hub.participant.Match.SsnDiffers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Decides who a record is about, by the rules of interfaces/updates (How the person is found) and new-york/csms. Safe for
 * all threads.
 */
public final class Matcher {

    private static final Match NOT_FOUND = new NotFound();
    private static final Match SSN_DIFFERS = new SsnDiffers();

    private final Supplier<PersonIndex> people;

    /** @param people the index to ask, taken anew for each record */
    public Matcher(Supplier<PersonIndex> people) {
        this.people = people;
    }

    /** Whether an SSN is anybody's: the gate before all else where an exchange carries everybody. */
    public boolean knows(int ssn) {
        return people.get().knows(ssn);
    }

    public Match match(Claim claim) {
        PersonIndex index = people.get();
        if (claim.echo() instanceof Echo.Participant echo) {
            return ofEchoedParticipant(claim, echo, index);
        }
        if (claim.echo() instanceof Echo.Case echo) {
            return ofEchoedCase(claim, echo, index);
        }
        if (claim.ssn() != 0) {
            return found(
                    persons(index.withSsn(claim.ssn()), index),
                    Person::entries,
                    person -> agreement(person, claim),
                    claim);
        }
        return claim.byName() ? byName(claim, index) : NOT_FOUND;
    }

    private static Match ofEchoedParticipant(Claim claim, Echo.Participant echo, PersonIndex index) {
        List<Entry> entries = index.ofParticipant(echo.id());
        return entries.isEmpty() ? NOT_FOUND : proven(new Person(echo.id(), entries), entries, claim, false);
    }

    private static Match ofEchoedCase(Claim claim, Echo.Case echo, PersonIndex index) {
        List<Person> inCase = persons(index.inCase(echo.id()), index);
        if (inCase.isEmpty()) {
            return NOT_FOUND;
        }
        boolean mayDiffer = echo.meant().ssnMayDiffer();
        if (claim.ssn() != 0 && echo.meant().picksBySsn()) {
            List<Person> agreeing = having(inCase, person -> person.hasSsn(claim.ssn()));
            if (!agreeing.isEmpty()) {
                return only(agreeing, echo, claim, mayDiffer);
            }
            List<Person> meant = meant(inCase, echo, claim);
            // nobody has that SSN; whom the case would mean without it may yet be one whose SSN is not known
            return meant.size() == 1 || mayDiffer ? only(meant, echo, claim, mayDiffer) : SSN_DIFFERS;
        }
        if (echo.meant() == Meant.NAMED) {
            List<Person> named = having(inCase, person -> person.namesAgree(claim));
            return named.isEmpty() ? SSN_DIFFERS : only(named, echo, claim, mayDiffer);
        }
        return only(meant(inCase, echo, claim), echo, claim, mayDiffer);
    }

    /** Whom an echoed case means where no SSN tells: all who may be, so that only one is an answer. */
    private static List<Person> meant(List<Person> inCase, Echo.Case echo, Claim claim) {
        Echo.Asked asked = echo.asked();
        if (asked != null) {
            return having(inCase, person -> person.entries().stream().anyMatch(asked::isOf));
        }
        return switch (echo.meant()) {
            case OBLIGOR -> inRole(inCase, echo, Role.NONCUSTODIAL, Role.PUTATIVE_FATHER);
            case NAMED -> having(inCase, person -> person.namesAgree(claim));
            case RESPONDENT -> inRole(inCase, echo, Role.NONCUSTODIAL);
            case FATHER -> {
                List<Person> fathers = inRole(inCase, echo, Role.PUTATIVE_FATHER);
                if (fathers.isEmpty()) {
                    fathers = inRole(inCase, echo, Role.NONCUSTODIAL);
                }
                yield fathers.isEmpty() ? inRole(inCase, echo, Role.CUSTODIAL) : fathers;
            }
        };
    }

    private static Match only(List<Person> candidates, Echo.Case echo, Claim claim, boolean mayDiffer) {
        if (candidates.size() != 1) {
            return NOT_FOUND;
        }
        Person person = candidates.get(0);
        return proven(person, entriesIn(person, echo), claim, mayDiffer);
    }

    /** The person whom an echo names, once the SSN is compared. */
    private static Match proven(Person person, List<Entry> entries, Claim claim, boolean mayDiffer) {
        Quality quality;
        if (person.hasSsn(claim.ssn())) {
            quality = agreement(person, claim);
        } else if (claim.ssn() == 0 || person.hasNoSsn()) {
            if (!mayDiffer && !person.namesAgree(claim)) {
                return SSN_DIFFERS;
            }
            quality = Quality.NAME;
        } else if (mayDiffer) {
            quality = Quality.REVIEW;
        } else {
            return SSN_DIFFERS;
        }
        return found(List.of(person), who -> entries, who -> quality, claim);
    }

    private static Match byName(Claim claim, PersonIndex index) {
        String last = claim.lastName();
        String first = claim.firstName();
        if (last == null
                || first == null
                || !PersonName.hasLetters(last)
                || !PersonName.hasLetters(first)
                || claim.dateOfBirth() == 0) {
            return NOT_FOUND;
        }
        List<Person> named = persons(index.named(last, first, claim.dateOfBirth()), index);
        return found(named, Person::entries, person -> Quality.NAME, claim);
    }

    private static Quality agreement(Person person, Claim claim) {
        return person.namesAgree(claim) && person.birthAgrees(claim.dateOfBirth()) ? Quality.EXACT : Quality.REVIEW;
    }

    private static Match found(
            List<Person> persons,
            Function<Person, List<Entry>> entries,
            Function<Person, Quality> quality,
            Claim claim) {
        if (persons.isEmpty()) {
            return NOT_FOUND;
        }
        List<Involvement> involvements = new ArrayList<>();
        for (Person person : persons) {
            Quality sure = quality.apply(person);
            for (Entry entry : entries.apply(person)) {
                involvements.add(Involvement.of(entry, sure));
            }
        }
        List<Involvement> cases = oneForEachCase(involvements);
        Quality worst = cases.stream()
                .map(Involvement::match)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        boolean namesAgree = persons.stream().allMatch(person -> person.namesAgree(claim));
        return new Found(worst, cases, namesAgree, persons.size() > 1);
    }

    /**
     * Each case once, by case identifier: updates of one record and case would have one id. Of several participants who
     * share an SSN in one case the surest stands for it, then the first by participant id, protected if any of them is.
     */
    private static List<Involvement> oneForEachCase(List<Involvement> involvements) {
        involvements.sort(Comparator.comparing(Involvement::match).thenComparing(Involvement::participantId));
        TreeMap<String, Involvement> cases = new TreeMap<>();
        for (Involvement involvement : involvements) {
            String subject = involvement.caseId().isEmpty() ? "\0" + involvement.participantId() : involvement.caseId();
            cases.merge(subject, involvement, (first, other) -> first.protectedIf(other.familyViolence()));
        }
        return List.copyOf(cases.values());
    }

    private static List<Person> persons(List<Entry> entries, PersonIndex index) {
        TreeMap<String, Person> persons = new TreeMap<>();
        for (Entry entry : entries) {
            persons.computeIfAbsent(entry.participantId(), id -> Person.of(entry, index));
        }
        return List.copyOf(persons.values());
    }

    private static List<Person> having(List<Person> persons, Predicate<Person> wanted) {
        return persons.stream().filter(wanted).toList();
    }

    private static List<Person> inRole(List<Person> inCase, Echo.Case echo, Role... roles) {
        List<Role> wanted = List.of(roles);
        return having(
                inCase, person -> entriesIn(person, echo).stream().anyMatch(entry -> wanted.contains(entry.role())));
    }

    private static List<Entry> entriesIn(Person person, Echo.Case echo) {
        return person.entries().stream()
                .filter(entry -> entry.caseId().equals(echo.id()))
                .toList();
    }
}
