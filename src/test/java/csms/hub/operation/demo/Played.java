package csms.hub.operation.demo;

import csms.hub.layout.Encoding;
import csms.hub.testing.ShippedMappings;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** Files of the play for tests, and what of them must be shown nowhere. */
public final class Played {

    private static final List<DemoPerson> PEOPLE = DemoPerson.several(12);

    private Played() {}

    public static byte[] answers(Encoding encoding) {
        DemoFiles files = files();
        return files.answers(
                1,
                encoding,
                List.of(
                        files.titleII(PEOPLE.get(0)),
                        files.titleXVI(PEOPLE.get(1)),
                        files.prisoner(PEOPLE.get(2)),
                        files.pendingClaim(PEOPLE.get(3)),
                        files.notFound(PEOPLE.get(4))));
    }

    public static byte[] extract() {
        return files().extract(1, PEOPLE);
    }

    /** SSNs, names, births, addresses and amounts. */
    public static List<String> personalValues() {
        return Stream.concat(
                        PEOPLE.subList(0, 5).stream()
                                .flatMap(person -> Stream.of(person.ssn(), person.last(), person.first())),
                        Stream.of("INVENTED WAY", "NOWHERE ROAD", "FICTION", "ALBANY", "123450"))
                .toList();
    }

    private static DemoFiles files() {
        return new DemoFiles(
                ShippedMappings.of("csms.participant-extract"),
                ShippedMappings.of("ssa.sves-response"),
                LocalDate.now(ZoneId.of("America/New_York")));
    }
}
