package csms.hub.testing;

import csms.hub.layout.Encoding;
import csms.hub.layout.Field;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * A seeded file of SVES answers about the people of an extract: E05, E06, E07, E04 and E10 mixed, header and trailer right.
 * Some are about strangers (R0201 each), as many as asked for.
 */
public final class SvesFile extends GeneratedFile {

    private static final int LENGTH = 920;

    private final ExtractFile people;
    private final long seed;
    private final int details;
    private final LocalDate created;
    private final int number;
    private final int strangers;

    /** How a file differs from a plain test file of US-ASCII about people who are all known. */
    public record Options(Encoding encoding, int strangersPerThousand) {
        public static final Options PLAIN = new Options(Encoding.US_ASCII, 0);
    }

    /** @param number of the file, from 1 to 999999 */
    public SvesFile(ExtractFile people, long seed, int details, LocalDate created, int number) {
        this(people, seed, details, created, number, Options.PLAIN);
    }

    public SvesFile(ExtractFile people, long seed, int details, LocalDate created, int number, Options options) {
        super(LENGTH, options.encoding());
        this.people = people;
        this.seed = seed;
        this.details = details;
        this.created = created;
        this.number = number;
        this.strangers = options.strangersPerThousand();
    }

    public int details() {
        return details;
    }

    @Override
    public long records() {
        return details + 2L;
    }

    @Override
    public String fileName() {
        return "SVES-RESPONSE." + created.format(DateTimeFormatter.BASIC_ISO_DATE) + String.format(".%06d.TXT", number);
    }

    @Override
    Records begin() {
        byte[] header = SvesRecord.header(created.format(DateTimeFormatter.BASIC_ISO_DATE), number)
                .bytes();
        byte[] trailer = SvesRecord.trailer(records()).bytes();
        return (record, buffer, offset) -> {
            if (record == 0) {
                System.arraycopy(header, 0, buffer, offset, LENGTH);
            } else if (record == records() - 1) {
                System.arraycopy(trailer, 0, buffer, offset, LENGTH);
            } else {
                detail(record, buffer, offset);
            }
        };
    }

    private void detail(long record, byte[] buffer, int at) {
        long dice = InventedPerson.mix(seed, record);
        Answer answer = Answer.of((int) (dice & 0xFF));
        int who = (int) (dice >>> 33);
        boolean strange = people.people() == 0 || (dice >>> 8 & 0xFFFF) % 1000 < strangers;
        InventedPerson person = strange ? people.stranger(who % 1_000_000) : withSsn(who % people.people());
        System.arraycopy(answer.template, 0, buffer, at, LENGTH);
        answer.write(person, (int) (dice >>> 16 & 0x7FFF), buffer, at);
    }

    /** Every answer carries the SSN that was asked; whoever has none was not asked about. */
    private InventedPerson withSsn(int number) {
        InventedPerson person = people.person(number);
        return person.ssn() != 0 ? person : people.person(number == 0 ? 1 : number - 1);
    }

    /** One kind of answer: a template, and where the person goes. */
    private enum Answer {
        TITLE_II(
                110,
                SvesRecord.titleII()
                        .with("loc_closed_ind", "C")
                        .with("res_address1", "17 INVENTED WAY")
                        .with("res_address2", "APT 4")
                        .with("res_city", "ALBANY")
                        .with("res_state", "NY")
                        .with("res_zip5", "12207")
                        .with("res_scrub_ind1", "GA")
                        .with("direct_deposit_ind", "C")
                        .with("laf_code", "C")
                        .with("init_entitlement_dte", "201903")
                        .with("curr_entitlement_dte", "201903")
                        .with("health_ins_code", "Y")
                        .with("mbc_num_entries", "2")
                        .withRow("pmt_history_sub", 1, "pmt_hist_date", "202602")
                        .withRow("pmt_history_sub", 1, "pmt_hist_amt", "123450")
                        .withRow("pmt_history_sub", 1, "pmt_hist_type", "C")
                        .withRow("pmt_history_sub", 2, "pmt_hist_date", "202601")
                        .withRow("pmt_history_sub", 2, "pmt_hist_amt", "123450")
                        .withRow("pmt_history_sub", 2, "pmt_hist_type", "C"),
                "titleII",
                "last_name",
                "first_name",
                "middle_initial",
                "date_of_birth",
                "monthly_benefit"),
        TITLE_XVI(
                45,
                SvesRecord.titleXVI()
                        .with("loc_closed_ind", "C")
                        .with("res_address_1", "9 MADE UP ROAD")
                        .with("res_city", "UTICA")
                        .with("res_state", "NY")
                        .with("res_zip", "135010000")
                        .with("payment_status_code", "C01")
                        .with("recipient_type", "DI")
                        .with("type_payee_cd", "SEL")
                        .with("payhist_num", "2")
                        .withRow("payhist_sub", 1, "t16_phist_pmt_date", "20260201")
                        .withRow("payhist_sub", 1, "t16_phist_pmt_amount", "009430{")
                        .withRow("payhist_sub", 2, "t16_phist_pmt_date", "20260101")
                        .withRow("payhist_sub", 2, "t16_phist_pmt_amount", "000125}"),
                "titleXVI",
                "last_name",
                "first_name",
                "middle_initial",
                "date_of_birth",
                "est_self_emp_amt"),
        PRISONER(
                25,
                SvesRecord.prisoner()
                        .with("loc_closed_ind", "C")
                        .with("id_number", "00A0001")
                        .with("date_of_confinement", "20251103")
                        .with("report_date", "20260110")
                        .with("facility_type", "01")
                        .with("facility_name", "IMAGINARY CORRECTIONAL FACILITY")
                        .with("facility_addr1", "1 NOWHERE ROAD")
                        .with("facility_city", "ATTICA")
                        .with("facility_state", "NY")
                        .with("facility_zip", "14011"),
                "prisoner",
                "reported_lname",
                "reported_fname",
                "reported_mname",
                "reported_date_of_brth",
                ""),
        PENDING_CLAIM(
                15,
                SvesRecord.pendingClaim()
                        .with("response_ccyy", "2026")
                        .with("response_mm", "03")
                        .with("response_dd", "02")
                        .with("claim_type", "DI")
                        .with("claimant_line_1", "3 FICTION STREET")
                        .with("claimant_city", "TROY")
                        .with("claimant_state", "NY")
                        .with("claimant_zip", "12180"),
                "pendingClaim",
                "returned_last_name",
                "returned_first_name",
                "returned_middle_name",
                "",
                ""),
        NOT_FOUND(
                61,
                SvesRecord.notFound().with("loc_closed_ind", "C"),
                "notFound",
                "submtd_lname",
                "submtd_fname",
                "submtd_minit",
                "date_of_birth",
                "");

        private static final Answer[] BY_DIE = byDie();

        private final int of256;
        private final byte[] template;
        private final Slot ssn;
        private final Slot member;
        private final Slot last;
        private final Slot first;
        private final Slot middle;
        private final Slot birth;
        private final Slot amount;

        /** Where a field lies; nowhere when its name is empty. */
        private record Slot(int offset, int length) {
            static Slot of(String kind, String field) {
                if (field.isEmpty()) {
                    return new Slot(0, 0);
                }
                Field found = SvesRecord.MAPPING
                        .record(kind)
                        .flatMap(layout -> layout.field(field))
                        .orElseThrow();
                return new Slot(found.start() - 1, found.length());
            }

            void text(byte[] buffer, int at, String text) {
                GeneratedFile.text(buffer, at + offset, length, text);
            }

            void number(byte[] buffer, int at, long number) {
                GeneratedFile.number(buffer, at + offset, length, number);
            }
        }

        Answer(
                int of256,
                DrawnRecord template,
                String kind,
                String last,
                String first,
                String middle,
                String birth,
                String amount) {
            this.of256 = of256;
            this.template = template.bytes();
            this.ssn = Slot.of(kind, "ssn");
            this.member = Slot.of(kind, "member_id");
            this.last = Slot.of(kind, last);
            this.first = Slot.of(kind, first);
            this.middle = Slot.of(kind, middle);
            this.birth = Slot.of(kind, birth);
            this.amount = Slot.of(kind, amount);
        }

        private static Answer[] byDie() {
            Answer[] answers = new Answer[256];
            int at = 0;
            for (Answer answer : values()) {
                for (int i = 0; i < answer.of256; i++) {
                    answers[at++] = answer;
                }
            }
            return answers;
        }

        /** @param die from 0 to 255 */
        static Answer of(int die) {
            return BY_DIE[die];
        }

        void write(InventedPerson person, int cents, byte[] buffer, int at) {
            ssn.number(buffer, at, person.ssn());
            if (cents % 5 != 0) {
                member.text(buffer, at, person.participantId());
            }
            last.text(buffer, at, person.last());
            first.text(buffer, at, person.first());
            middle.text(buffer, at, person.middle());
            if (person.dateOfBirth() != 0) {
                birth.number(buffer, at, person.dateOfBirth());
            }
            amount.number(buffer, at, cents);
        }
    }
}
