package csms.hub.testing;

import csms.hub.participant.CaseStatus;
import csms.hub.participant.Entry;
import csms.hub.participant.PersonName;
import csms.hub.participant.Role;

/**
 * A person who does not exist, in one case. Everything follows from a seed and a number, so that files about the same people
 * need not be kept in memory to agree.
 *
 * @param number from 0
 * @param ssn of the 900 area; 0 when unknown
 * @param dateOfBirth yyyymmdd; 0 when unknown
 * @param county index into New York's counties
 */
public record InventedPerson(
        int number,
        String participantId,
        String caseId,
        Role role,
        int ssn,
        String last,
        String first,
        String middle,
        int dateOfBirth,
        CaseStatus status,
        boolean familyViolence,
        int county) {

    private static final int SERIALS = 9_999;
    private static final int GROUPS = 99;
    private static final long POSSIBLE = 100L * GROUPS * SERIALS;

    /** Shares no factor with {@link #POSSIBLE}, so that no two people below it have one SSN. */
    private static final long STEP = 61_803_403L;

    private static final String[] LAST = {
        "ABBOTT",
        "BARLOW",
        "CASTELLANO",
        "DELACRUZ",
        "EISENBERG",
        "FITZGERALD",
        "GALLAGHER",
        "HUTCHINSON",
        "IVANOVA",
        "JANKOWSKI",
        "KOWALCZYK",
        "LINDQVIST",
        "MCALLISTER",
        "NAKAMURA",
        "O'SHAUGHNESSY",
        "PEREZ-ORTIZ",
        "QUINTANA",
        "ROSENTHAL",
        "SANTIAGO",
        "TILLINGHAST",
        "UNDERHILL",
        "VANDERBEEK",
        "WASHINGTON",
        "XU",
        "YOUNGBLOOD",
        "ZIELINSKI"
    };
    private static final String[] FIRST = {
        "ALMA",
        "BRUNO",
        "CHARLOTTE",
        "DMITRI",
        "ESPERANZA",
        "FRANKLIN",
        "GUADALUPE",
        "HAROLD",
        "INGRID",
        "JEROME",
        "KATARZYNA",
        "LEOPOLD",
        "MARGUERITE",
        "NATHANIEL",
        "OLIVIA",
        "PERCIVAL"
    };

    /** The person of a number. Three in a row share a case: a noncustodial and a custodial parent and a child. */
    static InventedPerson of(long seed, int number) {
        long dice = mix(seed, number);
        Role role = switch (number % 3) {
            case 0 -> number % 45 == 0 ? Role.PUTATIVE_FATHER : Role.NONCUSTODIAL;
            case 1 -> Role.CUSTODIAL;
            default -> Role.CHILD;
        };
        boolean child = role == Role.CHILD;
        int year = (child ? 2006 : 1956) + (int) ((dice >>> 8) % (child ? 18 : 45));
        int month = 1 + (int) ((dice >>> 16) & 0xFF) % 12;
        int day = 1 + (int) ((dice >>> 24) & 0xFF) % 28;
        int household = number / 3;
        return new InventedPerson(
                number,
                String.format("NY%010d", number + 1),
                caseId(household, 1),
                role,
                number % 41 == 38 ? 0 : ssn(seed, number),
                LAST[(int) (mix(seed, household) >>> 32 & 0xFFFF) % LAST.length],
                FIRST[(int) (dice >>> 40 & 0xFFFF) % FIRST.length],
                number % 4 == 0 ? "" : String.valueOf((char) ('A' + (dice >>> 56 & 0xF))),
                number % 53 == 50 ? 0 : year * 10_000 + month * 100 + day,
                household % 31 == 30 ? CaseStatus.CLOSED : household % 17 == 16 ? CaseStatus.REOPENED : CaseStatus.OPEN,
                number % 97 == 95,
                household % 62);
    }

    /** Whether CSMS knows the person in a second case too. */
    boolean hasSecondCase() {
        return number % 60 == 0;
    }

    /** The same person in the second case. */
    InventedPerson inSecondCase() {
        return new InventedPerson(
                number,
                participantId,
                caseId(number / 3, 2),
                role,
                ssn,
                last,
                first,
                middle,
                dateOfBirth,
                CaseStatus.OPEN,
                familyViolence,
                county);
    }

    /** The person as the index keeps one.
     *
     * @param district two digits */
    Entry entry(int district) {
        return new Entry(
                participantId,
                caseId,
                district,
                role,
                ssn,
                0,
                new PersonName(last, first, middle),
                PersonName.NONE,
                dateOfBirth,
                "",
                status,
                familyViolence);
    }

    static int ssn(long seed, int number) {
        long place = Math.floorMod(number * STEP + Math.floorMod(seed, POSSIBLE), POSSIBLE);
        long serial = 1 + place % SERIALS;
        long group = 1 + place / SERIALS % GROUPS;
        long area = 900 + place / SERIALS / GROUPS;
        return (int) ((area * 100 + group) * 10_000 + serial);
    }

    private static String caseId(int household, int account) {
        return new String(new char[] {
            (char) ('A' + household / 67_600_000 % 26),
            (char) ('A' + household / 2_600_000 % 26),
            digit(household, 260_000),
            digit(household, 26_000),
            digit(household, 2_600),
            digit(household, 260),
            digit(household, 26),
            (char) ('A' + household % 26),
            (char) ('0' + account)
        });
    }

    private static char digit(int household, int unit) {
        return (char) ('0' + household / unit % 10);
    }

    /** Mixes a seed and a number to 64 even bits (splitmix64). */
    static long mix(long seed, long number) {
        long mixed = seed + (number + 1) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
