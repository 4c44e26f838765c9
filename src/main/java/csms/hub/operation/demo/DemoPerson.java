package csms.hub.operation.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A noncustodial parent who does not exist. The same every time, so that a second play finds them known.
 *
 * @param ssn of the 900 area, which is never given to anybody
 */
record DemoPerson(String participantId, String caseId, String ssn, String last, String first, LocalDate born) {

    private static final long SEED = 20_260_301;

    private static final List<String> LAST =
            List.of("ABERNATHY", "BRANDT", "CASTELLANO", "DUBOIS", "EASTMAN", "FONTAINE", "GRABOWSKI", "HOLLOWAY");
    private static final List<String> FIRST =
            List.of("ALMA", "BRUNO", "CELESTE", "DMITRI", "ESTHER", "FELIX", "GRETA", "HUGO");

    /** As many as are asked for, always the same ones first. */
    static List<DemoPerson> several(int count) {
        Random dice = new Random(SEED);
        List<DemoPerson> people = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            people.add(new DemoPerson(
                    String.format("DEMO%08d", i),
                    String.format("ZZ%05dD1", i),
                    String.format("900%02d%04d", 70 + i % 20, 1000 + i),
                    LAST.get(dice.nextInt(LAST.size())),
                    FIRST.get(dice.nextInt(FIRST.size())),
                    LocalDate.of(1960 + dice.nextInt(40), 1 + dice.nextInt(12), 1 + dice.nextInt(28))));
        }
        return people;
    }

    /** The same person as somebody whom CSMS does not know. */
    DemoPerson stranger() {
        return new DemoPerson("", "", "900990" + ssn.substring(6), last, first, born);
    }
}
