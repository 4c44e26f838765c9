package csms.hub.participant;

import static csms.hub.participant.People.entry;
import static csms.hub.participant.People.index;
import static csms.hub.participant.People.underFamilyViolence;
import static csms.hub.participant.People.withAlias;
import static csms.hub.participant.People.withFormerSsn;
import static csms.hub.participant.People.withStatus;
import static csms.hub.participant.Role.CHILD;
import static csms.hub.participant.Role.CUSTODIAL;
import static csms.hub.participant.Role.NONCUSTODIAL;
import static csms.hub.participant.Role.PUTATIVE_FATHER;
import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.participant.Claim.Names;
import csms.hub.participant.Echo.Asked;
import csms.hub.participant.Echo.Meant;
import csms.hub.participant.Match.Found;
import csms.hub.participant.Match.Quality;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatcherTest {

    private static final String CASE = "AB12345X1";
    private static final String OTHER_CASE = "CD67890Y2";
    private static final int SSN = 900_12_3456;
    private static final int FORMER = 900_98_7654;
    private static final int STRANGE = 900_55_5555;
    private static final int BORN = 1980_01_31;

    private static final Entry JOHN = entry("P1", CASE, NONCUSTODIAL, SSN, "SMITHERS", "JOHN", BORN);
    private static final Entry JOHN_ELSEWHERE = entry("P1", OTHER_CASE, NONCUSTODIAL, SSN, "SMITHERS", "JOHN", BORN);
    private static final Entry MARY = entry("P2", CASE, CUSTODIAL, 900_22_2222, "DOE", "MARY", 1981_02_03);
    private static final Entry KID = entry("P3", CASE, CHILD, 0, "SMITHERS", "KIM", 2015_05_05);

    private static Match match(Claim claim, Entry... known) {
        PersonIndex index = index(known);
        return new Matcher(() -> index).match(claim);
    }

    private static Claim claim(Echo echo, int ssn, String last, String first, int birth) {
        return new Claim(echo, ssn, last, first, birth, Names.COMPARE, false);
    }

    private static Claim john(Echo echo, int ssn) {
        return claim(echo, ssn, "SMITHERS", "JOHN", BORN);
    }

    private static Claim unnamed(Echo echo, int ssn) {
        return new Claim(echo, ssn, null, null, 0, Names.AGREE, false);
    }

    /** {@code exact P1/AB12345X1 P1/CD67890Y2}, {@code not found}, {@code differs}. */
    private static String words(Match match) {
        if (match instanceof Found found) {
            return found.quality().word()
                    + found.involvements().stream()
                            .map(each -> " " + each.participantId() + "/" + each.caseId())
                            .collect(Collectors.joining());
        }
        return match instanceof Match.NotFound ? "not found" : "differs";
    }

    @Nested
    class ByEchoedParticipant {

        private final Echo echo = Echo.ofParticipant("P1             ");

        @Test
        void findsThePersonInAllTheirCases() {
            assertThat(words(match(john(echo, SSN), JOHN_ELSEWHERE, MARY, JOHN)))
                    .isEqualTo("exact P1/AB12345X1 P1/CD67890Y2");
        }

        @Test
        void acceptsTheFormerSsn() {
            assertThat(words(match(john(echo, FORMER), withFormerSsn(JOHN, FORMER))))
                    .isEqualTo("exact P1/AB12345X1");
        }

        @Test
        void refusesAnotherSsnEvenWhenTheNamesAgree() {
            assertThat(words(match(john(echo, STRANGE), JOHN))).isEqualTo("differs");
        }

        @Test
        void doesNotFallBackToTheSsnWhenTheEchoIsUnknown() {
            assertThat(words(match(john(Echo.ofParticipant("P9"), SSN), JOHN))).isEqualTo("not found");
        }

        @Test
        void goesByTheSsnWhenTheEchoIsBlank() {
            assertThat(words(match(john(Echo.ofParticipant("               "), SSN), JOHN)))
                    .isEqualTo("exact P1/AB12345X1");
            assertThat(words(match(john(Echo.ofParticipant(null), SSN), JOHN))).isEqualTo("exact P1/AB12345X1");
        }

        @Test
        void takesARecordWithoutSsnByNameOnly() {
            assertThat(words(match(john(echo, 0), JOHN))).isEqualTo("name P1/AB12345X1");
            assertThat(words(match(claim(echo, 0, "SMITHERS", "MARK", BORN), JOHN)))
                    .isEqualTo("differs");
        }

        @Test
        void takesAParticipantWithoutSsnByNameOnly() {
            Entry known = entry("P1", CASE, NONCUSTODIAL, 0, "SMITHERS", "JOHN", BORN);
            assertThat(words(match(john(echo, SSN), known))).isEqualTo("name P1/AB12345X1");
            assertThat(words(match(claim(echo, SSN, "JONES", "JOHN", BORN), known)))
                    .isEqualTo("differs");
        }

        @Test
        void takesAParticipantWithoutSsnByTheirFormerOne() {
            Entry known = withFormerSsn(entry("P1", CASE, NONCUSTODIAL, 0, "SMITHERS", "JOHN", BORN), FORMER);
            assertThat(words(match(john(echo, FORMER), known))).isEqualTo("exact P1/AB12345X1");
        }

        @Test
        void matchesByNameWhateverTheBirthDateWhenAnSsnIsMissing() {
            assertThat(words(match(claim(echo, 0, "SMITHERS", "JOHN", 1979_01_01), JOHN)))
                    .isEqualTo("name P1/AB12345X1");
        }

        @Test
        void takesARecordWithoutSsnAndNamesAsAgreeing() {
            assertThat(words(match(unnamed(echo, 0), JOHN))).isEqualTo("name P1/AB12345X1");
        }

        @Test
        void leavesDisagreeingNamesToReview() {
            assertThat(words(match(claim(echo, SSN, "JONES", "JOHN", BORN), JOHN)))
                    .isEqualTo("review P1/AB12345X1");
        }
    }

    @Nested
    class ByEchoedCase {

        private final Echo echo = Echo.ofCase(CASE);

        @Test
        void picksWhoseSsnAgreesAndThatCaseOnly() {
            assertThat(words(match(john(echo, SSN), JOHN, JOHN_ELSEWHERE, MARY, KID)))
                    .isEqualTo("exact P1/AB12345X1");
            assertThat(words(match(claim(echo, 900_22_2222, "DOE", "MARY", 0), JOHN, MARY, KID)))
                    .isEqualTo("exact P2/AB12345X1");
        }

        @Test
        void picksByTheFormerSsn() {
            assertThat(words(match(john(echo, FORMER), withFormerSsn(JOHN, FORMER), MARY)))
                    .isEqualTo("exact P1/AB12345X1");
        }

        @Test
        void refusesAnSsnThatNobodyInTheCaseHas() {
            assertThat(words(match(john(echo, STRANGE), JOHN, MARY))).isEqualTo("differs");
        }

        @Test
        void refusesTheSsnOfSomebodyInAnotherCase() {
            Entry elsewhere = entry("P7", OTHER_CASE, NONCUSTODIAL, STRANGE, "SMITHERS", "JOHN", BORN);
            assertThat(words(match(john(echo, STRANGE), JOHN, elsewhere))).isEqualTo("differs");
        }

        @Test
        void takesAnObligorWhoseSsnIsUnknownByName() {
            Entry known = entry("P1", CASE, NONCUSTODIAL, 0, "SMITHERS", "JOHN", BORN);
            assertThat(words(match(john(echo, SSN), known, MARY))).isEqualTo("name P1/AB12345X1");
            assertThat(words(match(claim(echo, SSN, "JONES", "JOHN", BORN), known, MARY)))
                    .isEqualTo("differs");
        }

        @Test
        void neverTakesAChildWhoseSsnIsUnknownForTheObligor() {
            assertThat(words(match(unnamed(echo, STRANGE), JOHN, KID))).isEqualTo("differs");
        }

        @Test
        void meansTheOneObligorWhenTheRecordHasNoSsn() {
            assertThat(words(match(john(echo, 0), JOHN, MARY, KID))).isEqualTo("name P1/AB12345X1");
            Entry father = entry("P4", CASE, PUTATIVE_FATHER, 0, "SMITHERS", "JOHN", 0);
            assertThat(words(match(john(echo, 0), father, MARY))).isEqualTo("name P4/AB12345X1");
        }

        @Test
        void refusesTheOneObligorOfAnotherName() {
            assertThat(words(match(claim(echo, 0, "DOE", "MARY", 0), JOHN, MARY)))
                    .isEqualTo("differs");
        }

        @Test
        void findsNobodyWhenTwoMayBeMeant() {
            Entry father = entry("P4", CASE, PUTATIVE_FATHER, 0, "SMITHERS", "JOHN", 0);
            assertThat(words(match(john(echo, 0), JOHN, father))).isEqualTo("not found");
            assertThat(words(match(john(echo, 0), MARY, KID))).isEqualTo("not found");
        }

        @Test
        void findsNobodyWhenTwoInTheCaseShareTheSsn() {
            Entry twin = entry("P5", CASE, CUSTODIAL, SSN, "SMITHERS", "JOHN", BORN);
            assertThat(words(match(john(echo, SSN), JOHN, twin))).isEqualTo("not found");
        }

        @Test
        void findsNobodyInAnUnknownCaseEvenWhenTheSsnIsKnown() {
            assertThat(words(match(john(Echo.ofCase("ZZ00000Z0"), SSN), JOHN))).isEqualTo("not found");
        }

        @Test
        void meansWhomWeAskedAboutWhenTheRecordHasNoSsn() {
            Echo byId = Echo.ofCase(CASE, Meant.OBLIGOR, new Asked("P2", 0));
            Echo bySsn = Echo.ofCase(CASE, Meant.OBLIGOR, new Asked("", 900_22_2222));
            Echo byNothing = Echo.ofCase(CASE, Meant.OBLIGOR, new Asked("", 0));
            Echo bySomebodyGone = Echo.ofCase(CASE, Meant.OBLIGOR, new Asked("P8", 0));
            assertThat(words(match(unnamed(byId, 0), JOHN, MARY, KID))).isEqualTo("name P2/AB12345X1");
            assertThat(words(match(unnamed(bySsn, 0), JOHN, MARY, KID))).isEqualTo("name P2/AB12345X1");
            assertThat(words(match(unnamed(byNothing, 0), JOHN, MARY, KID))).isEqualTo("name P1/AB12345X1");
            assertThat(words(match(unnamed(bySomebodyGone, 0), JOHN, MARY, KID)))
                    .isEqualTo("not found");
        }

        @Test
        void meansWhoseNameAgreesWhereThePageSaysSo() {
            Echo named = Echo.ofCase(CASE, Meant.NAMED, null);
            assertThat(words(match(claim(named, 0, "DOE", "MARY", 0), JOHN, MARY, KID)))
                    .isEqualTo("name P2/AB12345X1");
            assertThat(words(match(claim(named, 0, "ROE", "MARY", 0), JOHN, MARY, KID)))
                    .isEqualTo("differs");
            assertThat(words(match(claim(named, 0, "SMITHERS", "", 0), JOHN, MARY, KID)))
                    .isEqualTo("differs");
            Entry jack = entry("P6", CASE, CHILD, 0, "SMITHERS", "JACK", 0);
            assertThat(words(match(john(named, 0), JOHN, jack))).isEqualTo("not found");
        }

        @Test
        void meansTheFatherOfARegistryAnswerWhateverTheSsn() {
            Echo father = Echo.ofCase(CASE, Meant.FATHER, null);
            Entry putative = entry("P4", CASE, PUTATIVE_FATHER, FORMER, "ROE", "RICHARD", 0);
            assertThat(words(match(unnamed(father, FORMER), JOHN, MARY, putative)))
                    .isEqualTo("exact P4/AB12345X1");
            assertThat(words(match(unnamed(father, SSN), JOHN, MARY, putative))).isEqualTo("review P4/AB12345X1");
            assertThat(words(match(unnamed(father, 0), JOHN, MARY, putative))).isEqualTo("name P4/AB12345X1");
            assertThat(words(match(unnamed(father, SSN), JOHN, MARY))).isEqualTo("exact P1/AB12345X1");
            assertThat(words(match(unnamed(father, SSN), MARY, KID))).isEqualTo("review P2/AB12345X1");
            assertThat(words(match(unnamed(father, SSN), KID))).isEqualTo("not found");
            Echo asked = Echo.ofCase(CASE, Meant.FATHER, new Asked("P1", 0));
            assertThat(words(match(unnamed(asked, 0), JOHN, putative))).isEqualTo("name P1/AB12345X1");
        }

        @Test
        void meansTheRespondentOfAnInterstateCaseAndLeavesAnotherSsnToReview() {
            Echo respondent = Echo.ofCase(CASE, Meant.RESPONDENT, null);
            assertThat(words(match(john(respondent, SSN), JOHN, MARY))).isEqualTo("exact P1/AB12345X1");
            assertThat(words(match(john(respondent, STRANGE), JOHN, MARY))).isEqualTo("review P1/AB12345X1");
            assertThat(words(match(claim(respondent, 0, "ROE", "JANE", 0), JOHN, MARY)))
                    .isEqualTo("name P1/AB12345X1");
            assertThat(words(match(john(respondent, STRANGE), MARY))).isEqualTo("not found");
        }
    }

    @Nested
    class BySsn {

        @Test
        void findsEveryCaseOfThePerson() {
            assertThat(words(match(john(Echo.NONE, SSN), JOHN_ELSEWHERE, JOHN, MARY)))
                    .isEqualTo("exact P1/AB12345X1 P1/CD67890Y2");
        }

        @Test
        void findsByTheFormerSsnAlsoTheCasesThatDoNotSayIt() {
            assertThat(words(match(john(Echo.NONE, FORMER), withFormerSsn(JOHN, FORMER), JOHN_ELSEWHERE)))
                    .isEqualTo("exact P1/AB12345X1 P1/CD67890Y2");
        }

        @Test
        void findsNobody() {
            assertThat(words(match(john(Echo.NONE, STRANGE), JOHN))).isEqualTo("not found");
            assertThat(words(match(john(Echo.NONE, 0), JOHN, KID))).isEqualTo("not found");
        }

        @Test
        void findsClosedCasesToo() {
            Match match = match(john(Echo.NONE, SSN), withStatus(JOHN, CaseStatus.CLOSED), JOHN_ELSEWHERE);
            assertThat(((Found) match).involvements())
                    .extracting(Involvement::closed)
                    .containsExactly(true, false);
        }

        @Test
        void saysEachParticipantWhoSharesTheSsn() {
            Entry jane = entry("P9", OTHER_CASE, NONCUSTODIAL, SSN, "ROE", "JANE", 0);
            Found found = (Found) match(john(Echo.NONE, SSN), JOHN, jane);
            assertThat(words(found)).isEqualTo("review P1/AB12345X1 P9/CD67890Y2");
            assertThat(found.involvements())
                    .extracting(Involvement::match)
                    .containsExactly(Quality.EXACT, Quality.REVIEW);
            assertThat(found.shared()).isTrue();
        }

        @Test
        void saysACaseOnceWhenTwoInItShareTheSsn() {
            Entry jane = underFamilyViolence(entry("P0", CASE, CUSTODIAL, SSN, "ROE", "JANE", 0));
            Found found = (Found) match(john(Echo.NONE, SSN), JOHN, jane);
            assertThat(words(found)).isEqualTo("exact P1/AB12345X1");
            assertThat(found.shared()).isTrue();
            assertThat(found.involvements())
                    .extracting(Involvement::familyViolence)
                    .containsExactly(true);
        }

        @Test
        void knowsCurrentAndFormerSsns() {
            PersonIndex index = index(withFormerSsn(JOHN, FORMER), KID);
            Matcher matcher = new Matcher(() -> index);
            assertThat(matcher.knows(SSN)).isTrue();
            assertThat(matcher.knows(FORMER)).isTrue();
            assertThat(matcher.knows(STRANGE)).isFalse();
            assertThat(matcher.knows(0)).isFalse();
        }
    }

    @Nested
    class ByNameAndBirthDate {

        private Claim byName(int ssn, String last, String first, int birth) {
            return new Claim(Echo.NONE, ssn, last, first, birth, Names.COMPARE, true);
        }

        @Test
        void findsTheWholeLastNameTheFirstLetterAndTheBirthDate() {
            assertThat(words(match(byName(0, "Smithers", "JACK", BORN), JOHN, JOHN_ELSEWHERE, MARY)))
                    .isEqualTo("name P1/AB12345X1 P1/CD67890Y2");
        }

        @Test
        void comparesLettersOnly() {
            Entry known = entry("P1", CASE, NONCUSTODIAL, 0, "O'BRIEN-ROE", "J", BORN);
            assertThat(words(match(byName(0, "OBRIEN ROE", " JOHN", BORN), known)))
                    .isEqualTo("name P1/AB12345X1");
        }

        @ParameterizedTest
        @CsvSource({"SMITH,JOHN,19800131", "SMITHERS,KIM,19800131", "SMITHERS,JOHN,19800130", "SMITHERS,JOHN,0"})
        void findsNobodyWhenOneOfThemDiffersOrIsMissing(String last, String first, int birth) {
            assertThat(words(match(byName(0, last, first, birth), JOHN))).isEqualTo("not found");
        }

        @Test
        void findsNobodyWithoutANameOrByAnUnknownBirthDate() {
            assertThat(words(match(byName(0, "SMITHERS", null, BORN), JOHN))).isEqualTo("not found");
            assertThat(words(match(byName(0, null, "JOHN", BORN), JOHN))).isEqualTo("not found");
            Entry undated = entry("P1", CASE, NONCUSTODIAL, 0, "SMITHERS", "JOHN", 0);
            assertThat(words(match(byName(0, "SMITHERS", "JOHN", 0), undated))).isEqualTo("not found");
        }

        @Test
        void isForRecordsWithoutSsnOnly() {
            assertThat(words(match(byName(STRANGE, "SMITHERS", "JOHN", BORN), JOHN)))
                    .isEqualTo("not found");
        }

        @Test
        void isForPagesThatAllowItOnly() {
            assertThat(words(match(claim(Echo.NONE, 0, "SMITHERS", "JOHN", BORN), JOHN)))
                    .isEqualTo("not found");
        }

        @Test
        void doesNotSearchAliases() {
            assertThat(words(match(byName(0, "JONES", "JOHN", BORN), withAlias(JOHN, "JONES", "JOHN"))))
                    .isEqualTo("not found");
        }
    }

    @Nested
    class Agreement {

        @ParameterizedTest
        @CsvSource({
            "SMITHERS, JOHN, exact",
            "SMITH, JACK, exact",
            "smit, j, exact",
            "S.M-ITH, ' JOHN', exact",
            "SMIHT, JOHN, review",
            "SMI, JOHN, review",
            "SMITHERS, KIM, review",
            "SMITHERS, '', review",
            "'  ', KIM, exact",
            ", KIM, exact"
        })
        void comparesFourLettersAndOne(String last, String first, String quality) {
            assertThat(words(match(claim(Echo.NONE, SSN, last, first, BORN), JOHN)))
                    .isEqualTo(quality + " P1/AB12345X1");
        }

        @Test
        void comparesShortLastNamesWhole() {
            Entry li = entry("P1", CASE, NONCUSTODIAL, SSN, "LI", "AN", 0);
            assertThat(words(match(claim(Echo.NONE, SSN, "LI", "AN", 0), li))).startsWith("exact");
            assertThat(words(match(claim(Echo.NONE, SSN, "LIN", "AN", 0), li))).startsWith("review");
        }

        @Test
        void comparesTheAliasAsAWhole() {
            Entry known = withAlias(JOHN, "ROE", "RICHARD");
            assertThat(words(match(claim(Echo.NONE, SSN, "ROE", "RICK", BORN), known)))
                    .startsWith("exact");
            assertThat(words(match(claim(Echo.NONE, SSN, "ROE", "JOHN", BORN), known)))
                    .startsWith("review");
        }

        @Test
        void comparesTheNameOfAnyCaseOfTheParticipant() {
            Entry elsewhere = withAlias(JOHN_ELSEWHERE, "ROE", "RICHARD");
            assertThat(words(match(claim(Echo.NONE, SSN, "ROE", "RICK", BORN), JOHN, elsewhere)))
                    .isEqualTo("exact P1/AB12345X1 P1/CD67890Y2");
        }

        @ParameterizedTest
        @CsvSource({"19800131,19800131,exact", "0,19800131,exact", "19800131,0,exact", "19800130,19800131,review"})
        void comparesBirthDatesWhenBothAreKnown(int said, int known, String quality) {
            Entry entry = entry("P1", CASE, NONCUSTODIAL, SSN, "SMITHERS", "JOHN", known);
            assertThat(words(match(claim(Echo.NONE, SSN, "SMITHERS", "JOHN", said), entry)))
                    .startsWith(quality);
        }

        @Test
        void takesThePartnersVerdict() {
            Claim disagree = new Claim(Echo.NONE, SSN, "SMITHERS", "JOHN", BORN, Names.DISAGREE, false);
            Claim agree = new Claim(Echo.NONE, SSN, "ROE", "JANE", BORN, Names.AGREE, false);
            assertThat(words(match(disagree, JOHN))).startsWith("review");
            assertThat(words(match(agree, JOHN))).startsWith("exact");
        }

        @ParameterizedTest
        @CsvSource({"SMIT,exact", "JONE,review", "'    ',exact"})
        void comparesANameControl(String control, String quality) {
            Claim claim = new Claim(Echo.NONE, SSN, control, null, 0, Names.COMPARE_LAST, false);
            assertThat(words(match(claim, JOHN))).startsWith(quality);
        }
    }

    @Nested
    class Money {

        @Test
        void mayGoToOnePersonWhoseNamesAgree() {
            assertThat(((Found) match(john(Echo.NONE, SSN), JOHN, JOHN_ELSEWHERE)).mayTakeMoney())
                    .isTrue();
        }

        @Test
        void mayGoToThePersonEvenWhenTheBirthDateDiffers() {
            Found found = (Found) match(claim(Echo.NONE, SSN, "SMITHERS", "JOHN", 1970_01_01), JOHN);
            assertThat(found.quality()).isEqualTo(Quality.REVIEW);
            assertThat(found.mayTakeMoney()).isTrue();
        }

        @Test
        void neverGoesToAnotherName() {
            assertThat(((Found) match(claim(Echo.NONE, SSN, "ROE", "JANE", BORN), JOHN)).mayTakeMoney())
                    .isFalse();
        }

        @Test
        void neverGoesToTwoParticipantsWhoShareTheSsn() {
            Entry twin = entry("P5", OTHER_CASE, NONCUSTODIAL, SSN, "SMITHERS", "JOHN", BORN);
            assertThat(((Found) match(john(Echo.NONE, SSN), JOHN, twin)).mayTakeMoney())
                    .isFalse();
        }

        @Test
        void mayGoToTheEchoedPersonWhoseSsnSomebodyElseHasToo() {
            Entry twin = entry("P5", OTHER_CASE, NONCUSTODIAL, SSN, "SMITHERS", "JOHN", BORN);
            assertThat(((Found) match(john(Echo.ofCase(CASE), SSN), JOHN, twin)).mayTakeMoney())
                    .isTrue();
        }
    }

    @Test
    void protectsAllCasesOfAParticipantUnderFamilyViolence() {
        Found found = (Found) match(john(Echo.NONE, SSN), underFamilyViolence(JOHN), JOHN_ELSEWHERE);
        assertThat(found.involvements()).extracting(Involvement::familyViolence).containsExactly(true, true);
        assertThat(((Found) match(john(Echo.ofCase(CASE), SSN), JOHN, underFamilyViolence(JOHN_ELSEWHERE)))
                        .involvements())
                .extracting(Involvement::familyViolence)
                .containsExactly(true);
    }

    @Test
    void saysWhatTheIndexKnowsOfThePerson() {
        Involvement john =
                ((Found) match(john(Echo.NONE, SSN), JOHN)).involvements().get(0);
        assertThat(john)
                .isEqualTo(new Involvement(
                        Quality.EXACT,
                        "P1",
                        CASE,
                        1,
                        NONCUSTODIAL,
                        CaseStatus.OPEN,
                        false,
                        SSN,
                        new PersonName("SMITHERS", "JOHN", ""),
                        BORN,
                        ""));
        assertThat(john.toString()).doesNotContain("SMITHERS").doesNotContain("900");
    }

    @Test
    void asksTheIndexThatIsInUse() {
        KnownPeople people = new KnownPeople();
        Matcher matcher = new Matcher(people);
        assertThat(words(matcher.match(john(Echo.NONE, SSN)))).isEqualTo("not found");
        people.replace(index(JOHN));
        assertThat(words(matcher.match(john(Echo.NONE, SSN)))).isEqualTo("exact P1/AB12345X1");
    }
}
