package csms.hub.testing;

import csms.hub.layout.Encoding;
import csms.hub.participant.PersonIndex;
import csms.hub.participant.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * A seeded full participant extract, CSMS/PARF (new-york/csms): invented people, some in two cases, some of closed cases,
 * some protected, some without SSN or birth date.
 */
public final class ExtractFile extends GeneratedFile {

    private static final int LENGTH = 250;
    private static final long TWELVE_DIGITS = 1_000_000_000_000L;

    private record County(String fips, int district) {}

    private static final List<County> COUNTIES = counties();

    private final long seed;
    private final int people;
    private final LocalDate created;
    private final int batch;
    private final char environment;

    /**
     * A test extract.
     *
     * @param created at most 10 days before it is received, and at most one after
     * @param batch number, from 1
     */
    public ExtractFile(long seed, int people, LocalDate created, int batch) {
        this(seed, people, created, batch, 'T');
    }

    /** @param environment T or P */
    public ExtractFile(long seed, int people, LocalDate created, int batch, char environment) {
        super(LENGTH, Encoding.US_ASCII);
        this.seed = seed;
        this.people = people;
        this.created = created;
        this.batch = batch;
        this.environment = environment;
    }

    private static List<County> counties() {
        try {
            return Files.readAllLines(Path.of("src/main/resources/districts.csv")).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells -> new County(cells[3], Integer.parseInt(cells[0])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many people there are; some stand in two records. */
    public int people() {
        return people;
    }

    /** A person, in the first of their cases.
     *
     * @param number from 0, below {@link #people()} */
    public InventedPerson person(int number) {
        return InventedPerson.of(seed, number);
    }

    /** Somebody who is not in the extract.
     *
     * @param number from 0 */
    public InventedPerson stranger(int number) {
        return InventedPerson.of(seed, people + 3 + number);
    }

    /** The index that the extract makes. */
    public PersonIndex index() {
        PersonIndex.Builder index = new PersonIndex.Builder();
        for (int number = 0; number < people; number++) {
            InventedPerson person = person(number);
            index.add(person.entry(COUNTIES.get(person.county()).district()));
            if (person.hasSecondCase()) {
                index.add(person.inSecondCase()
                        .entry(COUNTIES.get(person.county()).district()));
            }
        }
        return index.build();
    }

    private int secondCases() {
        return (people + 59) / 60;
    }

    /** The records that are neither header nor trailer. */
    public int details() {
        return people + secondCases();
    }

    @Override
    public long records() {
        return details() + 2L;
    }

    @Override
    public String fileName() {
        return "PARTICIPANT-EXTRACT." + created.format(DateTimeFormatter.BASIC_ISO_DATE)
                + String.format(".%06d.TXT", batch % 1_000_000);
    }

    @Override
    Records begin() {
        return new Details();
    }

    private final class Details implements Records {

        private long arrears;
        private long ssns;
        private int next;
        private boolean secondCaseNext;

        @Override
        public void write(long number, byte[] buffer, int offset) {
            if (number == 0) {
                text(buffer, offset, LENGTH, header());
            } else if (number == records() - 1) {
                text(
                        buffer,
                        offset,
                        LENGTH,
                        String.format("TCSMSPARF%08d%09d%015d%015d%012d", batch, details(), arrears, 0, ssns));
            } else {
                InventedPerson person = person(next);
                write(secondCaseNext ? person.inSecondCase() : person, number, buffer, offset);
                if (secondCaseNext || !person.hasSecondCase()) {
                    next++;
                    secondCaseNext = false;
                } else {
                    secondCaseNext = true;
                }
            }
        }

        private String header() {
            String date = created.format(DateTimeFormatter.BASIC_ISO_DATE);
            return String.format(
                    "HCSMSPARF%08d%s031500CSMS    HUB     %s%s%c00100000000", batch, date, date, date, environment);
        }

        private void write(InventedPerson person, long sequence, byte[] buffer, int at) {
            boolean pays = person.role() == Role.NONCUSTODIAL;
            long owed = pays ? InventedPerson.mix(seed, person.number()) >>> 43 : 0;
            arrears += owed;
            ssns = (ssns + person.ssn()) % TWELVE_DIGITS;
            County county = COUNTIES.get(person.county());
            text(buffer, at, 2, "DA");
            number(buffer, at + 2, 7, sequence);
            text(buffer, at + 9, 15, person.participantId());
            text(buffer, at + 24, 9, person.caseId());
            number(buffer, at + 33, 2, county.district());
            buffer[at + 35] = role(person.role());
            number(buffer, at + 36, 9, person.ssn());
            text(buffer, at + 45, 20, person.last());
            text(buffer, at + 65, 15, person.first());
            text(buffer, at + 80, 1, person.middle());
            number(buffer, at + 81, 8, person.dateOfBirth());
            buffer[at + 89] = (byte) "MFX ".charAt(person.number() % 4);
            text(
                    buffer,
                    at + 98,
                    2,
                    switch (person.status()) {
                        case OPEN -> "OP";
                        case PENDING_CLOSURE -> "PC";
                        case CLOSED -> "CL";
                        case REOPENED -> "RO";
                    });
            buffer[at + 100] = (byte) "CFNM".charAt(person.county() % 4);
            buffer[at + 101] = (byte) (person.familyViolence() ? 'Y' : 'N');
            number(buffer, at + 102, 11, owed);
            number(buffer, at + 113, 9, pays ? 45_000 : 0);
            number(buffer, at + 122, 8, pays ? 20_190_301 : 0);
            text(buffer, at + 130, 5, county.fips());
            number(buffer, at + 135, 9, 0);
        }

        private static byte role(Role role) {
            return switch (role) {
                case NONCUSTODIAL -> 'N';
                case CUSTODIAL -> 'C';
                case CHILD -> 'H';
                case PUTATIVE_FATHER -> 'P';
            };
        }
    }
}
