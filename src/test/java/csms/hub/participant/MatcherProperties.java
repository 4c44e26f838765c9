package csms.hub.participant;

import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.participant.Claim.Names;
import csms.hub.participant.Match.Found;
import csms.hub.participant.Match.Quality;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The matcher beside a plain reading of the rules over a list. Few values, so that people collide. */
class MatcherProperties {

    @Property(tries = 5000, edgeCases = EdgeCasesMode.NONE)
    void decidesAsThePlainReadingOfTheRulesDoes(
            @ForAll("everybody") List<Entry> everybody, @ForAll("claims") Claim claim) {
        PersonIndex index = People.index(everybody.toArray(Entry[]::new));
        assertThat(describe(new Matcher(() -> index).match(claim))).isEqualTo(plainly(everybody, claim));
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void knowsExactlyTheSsnsOfItsPeople(@ForAll("everybody") List<Entry> everybody, @ForAll("ssn") int ssn) {
        boolean known =
                ssn != 0 && everybody.stream().anyMatch(entry -> entry.ssn() == ssn || entry.formerSsn() == ssn);
        assertThat(People.index(everybody.toArray(Entry[]::new)).knows(ssn)).isEqualTo(known);
    }

    /** Rules 1 to 8 of interfaces/updates, one after the other. */
    private static String plainly(List<Entry> everybody, Claim claim) {
        if (claim.echo() instanceof Echo.Participant echo) {
            List<Entry> theirs = everybody.stream()
                    .filter(entry -> entry.participantId().equals(echo.id()))
                    .toList();
            return theirs.isEmpty() ? "not found" : echoed(everybody, theirs, echo.id(), claim);
        }
        if (claim.echo() instanceof Echo.Case echo) {
            List<Entry> inCase = everybody.stream()
                    .filter(entry -> entry.caseId().equals(echo.id()))
                    .toList();
            if (inCase.isEmpty()) {
                return "not found";
            }
            List<Entry> agreeing = inCase.stream()
                    .filter(entry -> ssnsOf(everybody, entry.participantId()).contains(claim.ssn()))
                    .toList();
            List<Entry> obligors = inCase.stream()
                    .filter(entry -> entry.role() == Role.NONCUSTODIAL || entry.role() == Role.PUTATIVE_FATHER)
                    .toList();
            if (claim.ssn() != 0 && agreeing.isEmpty() && obligors.size() != 1) {
                return "differs";
            }
            List<Entry> meant = claim.ssn() != 0 && !agreeing.isEmpty() ? agreeing : obligors;
            return meant.size() == 1 ? echoed(everybody, meant, meant.get(0).participantId(), claim) : "not found";
        }
        TreeSet<String> participants = new TreeSet<>();
        for (Entry entry : everybody) {
            boolean bySsn = claim.ssn() != 0 && (entry.ssn() == claim.ssn() || entry.formerSsn() == claim.ssn());
            boolean byName = claim.ssn() == 0
                    && claim.byName()
                    && claim.dateOfBirth() != 0
                    && !start(claim.lastName(), 99).isEmpty()
                    && !start(claim.firstName(), 1).isEmpty()
                    && entry.dateOfBirth() == claim.dateOfBirth()
                    && start(entry.name().last(), 99).equals(start(claim.lastName(), 99))
                    && start(entry.name().first(), 1).equals(start(claim.firstName(), 1));
            if (bySsn || byName) {
                participants.add(entry.participantId());
            }
        }
        Map<String, String> cases = new TreeMap<>();
        Quality worst = Quality.EXACT;
        boolean namesAgree = true;
        for (Quality quality : Quality.values()) {
            for (String participant : participants) {
                Quality theirs = claim.ssn() == 0 ? Quality.NAME : quality(everybody, participant, claim);
                if (theirs == quality) {
                    namesAgree &= namesAgree(everybody, participant, claim);
                    for (Entry entry : everybody) {
                        if (entry.participantId().equals(participant)
                                && cases.putIfAbsent(entry.caseId(), involved(entry, theirs)) == null) {
                            worst = theirs;
                        }
                    }
                }
            }
        }
        return participants.isEmpty()
                ? "not found"
                : worst + " " + namesAgree + " " + (participants.size() > 1) + " " + cases.values();
    }

    private static String echoed(List<Entry> everybody, List<Entry> theirs, String participant, Claim claim) {
        boolean namesAgree = namesAgree(everybody, participant, claim);
        boolean ssnless = everybody.stream()
                .filter(entry -> entry.participantId().equals(participant))
                .allMatch(entry -> entry.ssn() == 0);
        Quality quality;
        if (claim.ssn() != 0 && ssnsOf(everybody, participant).contains(claim.ssn())) {
            quality = quality(everybody, participant, claim);
        } else if ((claim.ssn() == 0 || ssnless) && namesAgree) {
            quality = Quality.NAME;
        } else {
            return "differs";
        }
        List<String> cases = theirs.stream()
                .sorted(Comparator.comparing(Entry::caseId))
                .map(entry -> involved(entry, quality))
                .toList();
        return quality + " " + namesAgree + " false " + cases;
    }

    private static Quality quality(List<Entry> everybody, String participant, Claim claim) {
        List<Integer> births = everybody.stream()
                .filter(entry -> entry.participantId().equals(participant) && entry.dateOfBirth() != 0)
                .map(Entry::dateOfBirth)
                .toList();
        boolean birthAgrees = claim.dateOfBirth() == 0 || births.isEmpty() || births.contains(claim.dateOfBirth());
        return namesAgree(everybody, participant, claim) && birthAgrees ? Quality.EXACT : Quality.REVIEW;
    }

    private static boolean namesAgree(List<Entry> everybody, String participant, Claim claim) {
        if (claim.names() == Names.AGREE || claim.names() == Names.DISAGREE) {
            return claim.names() == Names.AGREE;
        }
        if (claim.lastName() == null || claim.lastName().isBlank()) {
            return true;
        }
        List<PersonName> names = new ArrayList<>();
        for (Entry entry : everybody) {
            if (entry.participantId().equals(participant)) {
                names.add(entry.name());
                if (!entry.alias().last().isEmpty()) {
                    names.add(entry.alias());
                }
            }
        }
        return names.stream()
                .anyMatch(name -> start(name.last(), 4).equals(start(claim.lastName(), 4))
                        && (claim.names() == Names.COMPARE_LAST
                                || start(name.first(), 1).equals(start(claim.firstName(), 1))));
    }

    private static List<Integer> ssnsOf(List<Entry> everybody, String participant) {
        List<Integer> ssns = new ArrayList<>();
        for (Entry entry : everybody) {
            if (entry.participantId().equals(participant)) {
                ssns.add(entry.ssn());
                ssns.add(entry.formerSsn());
            }
        }
        ssns.removeIf(ssn -> ssn == 0);
        return ssns;
    }

    private static String start(String text, int most) {
        String letters = text == null ? "" : text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
        return letters.substring(0, Math.min(most, letters.length()));
    }

    private static String involved(Entry entry, Quality quality) {
        return quality + "/" + entry.participantId() + "/" + entry.caseId() + "/" + entry.role();
    }

    private static String describe(Match match) {
        if (match instanceof Found found) {
            List<String> cases = found.involvements().stream()
                    .map(each -> each.match() + "/" + each.participantId() + "/" + each.caseId() + "/" + each.role())
                    .toList();
            return found.quality() + " " + found.namesAgree() + " " + found.shared() + " " + cases;
        }
        return match instanceof Match.NotFound ? "not found" : "differs";
    }

    @Provide
    Arbitrary<List<Entry>> everybody() {
        return Combinators.combine(
                        Arbitraries.of("P1", "P2", "P3", "P4"),
                        Arbitraries.of("AB12345X1", "AB12345X2", "CD67890Y2"),
                        Arbitraries.of(Role.class),
                        ssn(),
                        ssn(),
                        names(),
                        names().injectNull(0.5),
                        births())
                .as((id, caseId, role, ssn, former, name, alias, birth) -> new Entry(
                        id,
                        caseId,
                        1,
                        role,
                        ssn,
                        former,
                        name,
                        alias == null ? PersonName.NONE : alias,
                        birth,
                        "",
                        CaseStatus.OPEN,
                        false))
                .list()
                .uniqueElements(entry -> entry.participantId() + entry.caseId())
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<Claim> claims() {
        Arbitrary<Echo> echoes = Arbitraries.oneOf(
                Arbitraries.just(Echo.NONE),
                Arbitraries.of("P1", "P2", "P9").map(Echo::ofParticipant),
                Arbitraries.of("AB12345X1", "CD67890Y2", "ZZ00000Z0").map(Echo::ofCase));
        return Combinators.combine(
                        echoes,
                        ssn(),
                        lastNames().injectNull(0.1),
                        firstNames().injectNull(0.1),
                        births(),
                        Arbitraries.of(Names.COMPARE, Names.COMPARE, Names.COMPARE_LAST, Names.AGREE, Names.DISAGREE),
                        Arbitraries.of(true, false))
                .as(Claim::new);
    }

    @Provide
    Arbitrary<Integer> ssn() {
        return Arbitraries.of(0, 900_00_0001, 900_00_0002, 900_00_0003);
    }

    private static Arbitrary<Integer> births() {
        return Arbitraries.of(0, 1980_01_31, 1981_02_03);
    }

    private static Arbitrary<PersonName> names() {
        return Combinators.combine(lastNames().filter(name -> !name.isBlank()), firstNames())
                .as((last, first) -> new PersonName(last, first, ""));
    }

    private static Arbitrary<String> lastNames() {
        return Arbitraries.of("SMITH", "SMITHERS", "SMIT-H", "DOE", "DO", "  ");
    }

    private static Arbitrary<String> firstNames() {
        return Arbitraries.of("JOHN", "JACK", "'j", "MARY", "");
    }
}
