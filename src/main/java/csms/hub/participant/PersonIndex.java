package csms.hub.participant;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Everybody whom CSMS knows, packed into a few arrays: no object for a person, immutable, safe for all threads. Numbers
 * lie in columns, names and ids in {@link Texts}, and {@link Buckets} lead to both.
 */
public final class PersonIndex {

    // the texts of an entry in the order of its row
    private static final int PARTICIPANT = 0;
    private static final int CASE = 1;
    private static final int LAST = 2;
    private static final int FIRST = 3;
    private static final int MIDDLE = 4;
    private static final int ALIAS_LAST = 5;
    private static final int ALIAS_FIRST = 6;
    private static final int CIN = 7;

    // bits of a flag: two for the role, two for the status, one for family violence
    private static final int STATUS_SHIFT = 2;
    private static final int FAMILY_VIOLENCE = 1 << 4;

    private static final Role[] ROLES = Role.values();
    private static final CaseStatus[] STATUSES = CaseStatus.values();

    /** The index of a hub that has had no extract yet. */
    public static final PersonIndex EMPTY = new Builder().build();

    private final int size;
    private final int[] ssns;
    private final int[] formerSsns;
    private final int[] births;
    private final byte[] flags;
    private final byte[] districts;
    private final int[] rows;
    private final Texts texts;
    private final Buckets bySsn;
    private final Buckets byParticipant;
    private final Buckets byCase;
    private final Buckets byName;

    private PersonIndex(Builder builder) {
        size = builder.size;
        ssns = Arrays.copyOf(builder.ssns, size);
        formerSsns = Arrays.copyOf(builder.formerSsns, size);
        births = Arrays.copyOf(builder.births, size);
        flags = Arrays.copyOf(builder.flags, size);
        districts = Arrays.copyOf(builder.districts, size);
        rows = Arrays.copyOf(builder.rows, size);
        texts = builder.texts;
        texts.trim();
        bySsn = new Buckets(size, (entry, key) -> {
            if (ssns[entry] != 0) {
                key.accept(ssns[entry]);
            }
            if (formerSsns[entry] != 0 && formerSsns[entry] != ssns[entry]) {
                key.accept(formerSsns[entry]);
            }
        });
        byParticipant = new Buckets(size, (entry, key) -> key.accept(texts.hash(rows[entry], PARTICIPANT)));
        byCase = new Buckets(size, (entry, key) -> {
            if (!texts.isEmpty(rows[entry], CASE)) {
                key.accept(texts.hash(rows[entry], CASE));
            }
        });
        byName = new Buckets(size, (entry, key) -> {
            if (births[entry] != 0) {
                key.accept(nameHash(texts.text(rows[entry], LAST), texts.text(rows[entry], FIRST), births[entry]));
            }
        });
        protectParticipants();
    }

    /** How many entries there are: participants, counted once for each of their cases. */
    public int size() {
        return size;
    }

    /** Whether an SSN is anybody's, now or formerly; 0 is nobody's. Allocates nothing. */
    public boolean knows(int ssn) {
        if (ssn == 0) {
            return false;
        }
        int bucket = bySsn.bucket(ssn);
        int end = bySsn.end(bucket);
        for (int place = bySsn.start(bucket); place < end; place++) {
            if (hasSsn(bySsn.entry(place), ssn)) {
                return true;
            }
        }
        return false;
    }

    /** The entries with that SSN, now or formerly. */
    public List<Entry> withSsn(int ssn) {
        return ssn == 0 ? List.of() : entries(bySsn.candidates(ssn), entry -> hasSsn(entry, ssn));
    }

    /** The entries of a participant: one for each case. */
    public List<Entry> ofParticipant(String participantId) {
        byte[] id = participantId.getBytes(ISO_8859_1);
        return entries(byParticipant.candidates(Texts.hash(id)), entry -> texts.equal(rows[entry], PARTICIPANT, id));
    }

    /** The entries of a case: one for each participant. */
    public List<Entry> inCase(String caseId) {
        byte[] id = caseId.getBytes(ISO_8859_1);
        return id.length == 0
                ? List.of()
                : entries(byCase.candidates(Texts.hash(id)), entry -> texts.equal(rows[entry], CASE, id));
    }

    /**
     * The entries with that whole last name, letters only, that first letter of the first name, and that birth date
     * (interfaces/updates, How the person is found, 3).
     *
     * @param dateOfBirth yyyymmdd, not 0
     */
    public List<Entry> named(String last, String first, int dateOfBirth) {
        return entries(byName.candidates(nameHash(last, first, dateOfBirth)), entry -> births[entry] == dateOfBirth)
                .stream()
                .filter(entry -> entry.name().isNamed(last, first))
                .toList();
    }

    /** What its arrays take, in bytes. */
    public long bytes() {
        return 4L * (ssns.length + formerSsns.length + births.length + rows.length)
                + flags.length
                + districts.length
                + texts.bytes()
                + bySsn.bytes()
                + byParticipant.bytes()
                + byCase.bytes()
                + byName.bytes();
    }

    private boolean hasSsn(int entry, int ssn) {
        return ssns[entry] == ssn || formerSsns[entry] == ssn;
    }

    private List<Entry> entries(int[] candidates, IntPredicate wanted) {
        List<Entry> found = new ArrayList<>(candidates.length);
        int before = -1;
        for (int entry : candidates) {
            // one whose SSN and former SSN fell into the same bucket stands there twice
            if (entry != before && wanted.test(entry)) {
                found.add(entry(entry));
            }
            before = entry;
        }
        return found;
    }

    private Entry entry(int entry) {
        int row = rows[entry];
        return new Entry(
                texts.text(row, PARTICIPANT),
                texts.text(row, CASE),
                districts[entry],
                ROLES[flags[entry] & 3],
                ssns[entry],
                formerSsns[entry],
                new PersonName(texts.text(row, LAST), texts.text(row, FIRST), texts.text(row, MIDDLE)),
                new PersonName(texts.text(row, ALIAS_LAST), texts.text(row, ALIAS_FIRST), ""),
                births[entry],
                texts.text(row, CIN),
                STATUSES[flags[entry] >> STATUS_SHIFT & 3],
                (flags[entry] & FAMILY_VIOLENCE) != 0);
    }

    /** Y on any entry of a participant protects all of that participant's (interfaces/updates, Names and identifiers). */
    private void protectParticipants() {
        for (int entry = 0; entry < size; entry++) {
            if ((flags[entry] & FAMILY_VIOLENCE) != 0) {
                byte[] id = texts.text(rows[entry], PARTICIPANT).getBytes(ISO_8859_1);
                for (int other : byParticipant.candidates(Texts.hash(id))) {
                    if (texts.equal(rows[other], PARTICIPANT, id)) {
                        flags[other] |= FAMILY_VIOLENCE;
                    }
                }
            }
        }
    }

    private static int nameHash(String last, String first, int dateOfBirth) {
        return 31 * PersonName.hash(last, first) + dateOfBirth;
    }

    /** Takes entries one by one and packs them; for one thread and one index. */
    public static final class Builder {

        private int size;
        private int[] ssns = new int[1024];
        private int[] formerSsns = new int[1024];
        private int[] births = new int[1024];
        private byte[] flags = new byte[1024];
        private byte[] districts = new byte[1024];
        private int[] rows = new int[1024];
        private final Texts texts = new Texts();

        /** @throws IllegalArgumentException when a text has more than 127 characters */
        public Builder add(Entry entry) {
            if (size == ssns.length) {
                grow();
            }
            ssns[size] = entry.ssn();
            formerSsns[size] = entry.formerSsn();
            births[size] = entry.dateOfBirth();
            flags[size] = (byte) (entry.role().ordinal()
                    | entry.status().ordinal() << STATUS_SHIFT
                    | (entry.familyViolence() ? FAMILY_VIOLENCE : 0));
            districts[size] = (byte) entry.district();
            rows[size] = texts.add(
                    entry.participantId(),
                    entry.caseId(),
                    entry.name().last(),
                    entry.name().first(),
                    entry.name().middle(),
                    entry.alias().last(),
                    entry.alias().first(),
                    entry.cin());
            size++;
            return this;
        }

        public PersonIndex build() {
            return new PersonIndex(this);
        }

        private void grow() {
            int room = size + (size >> 1);
            ssns = Arrays.copyOf(ssns, room);
            formerSsns = Arrays.copyOf(formerSsns, room);
            births = Arrays.copyOf(births, room);
            flags = Arrays.copyOf(flags, room);
            districts = Arrays.copyOf(districts, room);
            rows = Arrays.copyOf(rows, room);
        }
    }
}
