package csms.hub.participant;

import static csms.hub.participant.People.entry;
import static csms.hub.participant.People.index;
import static csms.hub.participant.People.underFamilyViolence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PersonIndexTest {

    private static final int MILLION = 1_000_000;

    @Test
    void givesBackWhatItTook() {
        Entry full = new Entry(
                "123456789012345",
                "AB12345X1",
                66,
                Role.PUTATIVE_FATHER,
                900_12_3456,
                900_98_7654,
                new PersonName("ABCDEFGHIJKLMNOPQRST", "ABCDEFGHIJKLMNO", "M"),
                new PersonName("ALIAS", "ALICE", ""),
                1980_01_31,
                "AB12345X",
                CaseStatus.REOPENED,
                true);
        Entry bare = new Entry(
                "1",
                "",
                0,
                Role.NONCUSTODIAL,
                0,
                0,
                new PersonName("X", "", ""),
                PersonName.NONE,
                0,
                "",
                CaseStatus.OPEN,
                false);
        PersonIndex index = index(full, bare);
        assertThat(index.ofParticipant("123456789012345")).containsExactly(full);
        assertThat(index.inCase("AB12345X1")).containsExactly(full);
        assertThat(index.withSsn(900_12_3456)).containsExactly(full);
        assertThat(index.withSsn(900_98_7654)).containsExactly(full);
        assertThat(index.named("abcdefghijklmnopqrst", "A", 1980_01_31)).containsExactly(full);
        assertThat(index.ofParticipant("1")).containsExactly(bare);
        assertThat(index.inCase("")).isEmpty();
        assertThat(index.size()).isEqualTo(2);
    }

    @Test
    void knowsNobodyWhenEmpty() {
        assertThat(PersonIndex.EMPTY.size()).isZero();
        assertThat(PersonIndex.EMPTY.knows(900_12_3456)).isFalse();
        assertThat(PersonIndex.EMPTY.ofParticipant("1")).isEmpty();
        assertThat(PersonIndex.EMPTY.named("DOE", "JOHN", 1980_01_31)).isEmpty();
    }

    @Test
    void saysAnEntryOnceWhoseFormerSsnIsTheSame() {
        Entry same =
                People.withFormerSsn(entry("1", "AB12345X1", Role.CHILD, 900_12_3456, "DOE", "JOHN", 0), 900_12_3456);
        assertThat(index(same).withSsn(900_12_3456)).containsExactly(same);
    }

    @Test
    void refusesATextThatItCannotHold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> index(entry("1", "AB12345X1", Role.CHILD, 0, "X".repeat(128), "JOHN", 0)));
    }

    @Test
    void holdsAMillionPeopleInLessThan110Megabytes() {
        SplittableRandom random = new SplittableRandom(17);
        PersonIndex.Builder builder = new PersonIndex.Builder();
        long building = 0;
        for (int thousand = 0; thousand < MILLION / 1000; thousand++) {
            int first = thousand * 1000;
            List<Entry> some = IntStream.range(first, first + 1000)
                    .mapToObj(number -> somebody(number, random))
                    .toList();
            long began = System.nanoTime();
            some.forEach(builder::add);
            building += System.nanoTime() - began;
        }
        long packed = System.nanoTime();
        PersonIndex index = builder.build();
        long built = System.nanoTime();

        assertThat(index.bytes()).isLessThan(110L * 1000 * 1000);

        int strangers = 0;
        int looks = 20 * MILLION;
        for (int look = 0; look < looks; look++) {
            if (!index.knows(800_000_000 + look * 7 % 90_000_000)) {
                strangers++;
            }
        }
        long passed = System.nanoTime();
        int known = 0;
        for (int look = 0; look < looks; look++) {
            if (index.knows(ssn(look * 31 & 0xFFFFF))) {
                known++;
            }
        }
        long found = System.nanoTime();
        assertThat(strangers).isEqualTo(looks);
        assertThat(known).isPositive();
        System.out.printf(
                "person index: %,d bytes for a million; built %,.0f/s; strangers %,.0f/s; known %,.0f/s%n",
                index.bytes(),
                MILLION / seconds(building + built - packed),
                looks / seconds(passed - built),
                looks / seconds(found - passed));
    }

    @Test
    void isBuiltQuicklyWhenMillionsShareANameAndAProtection() {
        PersonIndex.Builder builder = new PersonIndex.Builder();
        for (int number = 0; number < 200_000; number++) {
            Entry entry = entry("P" + number, "AB00000A0", Role.CHILD, 900_00_0001, "DOE", "JOHN", 1980_01_31);
            builder.add(underFamilyViolence(entry));
        }
        assertThat(builder.build().knows(900_00_0001)).isTrue();
    }

    private static Entry somebody(int number, SplittableRandom random) {
        return new Entry(
                String.format("%010d", number),
                caseId(number / 3),
                1 + number % 57,
                Role.values()[number % 3],
                ssn(number),
                number % 20 == 0 ? 980_000_000 + number : 0,
                new PersonName(letters(random, 5 + number % 6), letters(random, 4 + number % 4), "M"),
                number % 10 == 0 ? new PersonName(letters(random, 7), letters(random, 5), "") : PersonName.NONE,
                (1950 + number % 60) * 1_00_00 + 1_01 + number % 12 * 100 + number % 28,
                number % 2 == 0 ? caseId(number).substring(0, 8) : "",
                CaseStatus.values()[number % 4],
                number % 50 == 0);
    }

    private static int ssn(int number) {
        return 900_000_000 + number * 59 % 79_999_999;
    }

    private static String caseId(int number) {
        return "AB%05d%c%d".formatted(number % 100_000, 'A' + number / 100_000 % 26, number % 10);
    }

    private static String letters(SplittableRandom random, int length) {
        StringBuilder letters = new StringBuilder(length);
        for (int at = 0; at < length; at++) {
            letters.append((char) ('A' + random.nextInt(26)));
        }
        return letters.toString();
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }
}
