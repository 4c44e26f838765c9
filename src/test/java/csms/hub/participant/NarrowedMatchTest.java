package csms.hub.participant;

import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.participant.Claim.Names;
import org.junit.jupiter.api.Test;

/** A record that names a case besides its person is about that case alone. */
class NarrowedMatchTest {

    private static final int SSN = 900_12_3456;

    private static final PersonIndex INDEX = new PersonIndex.Builder()
            .add(entry("AB12345X1"))
            .add(entry("CD67890Y2"))
            .build();

    private static Entry entry(String caseId) {
        return new Entry(
                "P1",
                caseId,
                1,
                Role.CHILD,
                SSN,
                0,
                new PersonName("SMITHERS", "KIM", ""),
                PersonName.NONE,
                2015_05_05,
                "",
                CaseStatus.OPEN,
                false);
    }

    private static Match.Found found() {
        return (Match.Found)
                new Matcher(() -> INDEX).match(new Claim(Echo.NONE, SSN, null, null, 0, Names.AGREE, false));
    }

    @Test
    void keepsTheCaseThatIsNamed() {
        assertThat(found().involvements()).hasSize(2);
        assertThat(found().inCase("CD67890Y2"))
                .hasValueSatisfying(narrowed -> assertThat(narrowed.involvements())
                        .singleElement()
                        .extracting(Involvement::caseId)
                        .isEqualTo("CD67890Y2"));
    }

    @Test
    void isNobodyInAnotherCase() {
        assertThat(found().inCase("ZZ00000Z0")).isEmpty();
    }
}
