package csms.hub.transmission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import csms.hub.participant.CaseStatus;
import csms.hub.participant.Entry;
import csms.hub.participant.KnownPeople;
import csms.hub.participant.PersonIndex;
import csms.hub.participant.PersonName;
import csms.hub.participant.Role;
import csms.hub.record.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Timeout(120)
class ParticipantTableTest {

    private static final boolean FULL = true;
    private static final boolean CHANGES = false;

    private static JdbcTemplate jdbc;
    private static TransactionTemplate transaction;
    private static ParticipantTable table;

    private long transmission;
    private int seq;

    @BeforeAll
    static void start() throws Exception {
        DataSource database = TestDatabase.fresh();
        jdbc = new JdbcTemplate(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        table = new ParticipantTable(jdbc, new KnownPeople());
    }

    @BeforeEach
    void clear() {
        jdbc.execute("truncate outbox, participant");
    }

    /** A detail of an extract; what a test does not say is the same in all. */
    private record Detail(
            String action, String participantId, String caseId, String ssn, String last, String birth, String arrears) {

        static Detail add(String participantId, String caseId) {
            return new Detail("A", participantId, caseId, "900123456", "DOE", "1980-01-31", "10.00");
        }

        Detail change() {
            return new Detail("C", participantId, caseId, ssn, last, birth, arrears);
        }

        Detail delete() {
            return new Detail("D", participantId, caseId, ssn, last, birth, arrears);
        }

        Detail ssn(String other) {
            return new Detail(action, participantId, caseId, other, last, birth, arrears);
        }

        Detail last(String other) {
            return new Detail(action, participantId, caseId, ssn, other, birth, arrears);
        }

        Detail birth(String other) {
            return new Detail(action, participantId, caseId, ssn, last, other, arrears);
        }

        Detail arrears(String other) {
            return new Detail(action, participantId, caseId, ssn, last, birth, other);
        }

        String json(long record) {
            return "{\"action\":\"" + action + "\",\"record\":" + record + ",\"participantId\":\"" + participantId
                    + "\",\"caseId\":\"" + caseId + "\",\"district\":\"01\",\"role\":\"noncustodial\","
                    + (ssn.isEmpty() ? "" : "\"ssn\":\"" + ssn + "\",")
                    + "\"name\":{\"last\":\"" + last + "\",\"first\":\"JOHN\"},"
                    + (birth.isEmpty() ? "" : "\"dateOfBirth\":\"" + birth + "\",")
                    + "\"caseStatus\":\"open\",\"familyViolence\":false,\"arrears\":\"" + arrears + "\"}";
        }
    }

    private static final Detail P1X = Detail.add("P1", "AB12345X1");
    private static final Detail P1Y = Detail.add("P1", "AB12345Y2");
    private static final Detail P2X =
            Detail.add("P2", "AB12345X1").ssn("900222222").last("ROE");

    /** A new extract; its first detail is record 2. */
    private long extract(Detail... details) {
        transmission++;
        seq = 0;
        for (Detail detail : details) {
            put(detail.json(seq + 2));
        }
        return transmission;
    }

    private void put(String json) {
        seq++;
        jdbc.update(
                "insert into outbox values (?, 1, ?, ?, false, ?, 'csms.participant', 'P', ?)",
                transmission,
                seq,
                seq + 1,
                "id-" + seq,
                json.getBytes(StandardCharsets.UTF_8));
    }

    /** What check says, {@code 3 R0203} for each, after applying the rest. */
    private List<String> take(boolean full, Detail... details) {
        long id = extract(details);
        return transaction.execute(status -> {
            List<Reason> reasons = table.check(id, full);
            table.apply(id, full);
            return reasons.stream()
                    .map(reason -> reason.record() + " " + reason.code())
                    .toList();
        });
    }

    private boolean tooFew(Detail... details) {
        long id = extract(details);
        return Boolean.TRUE.equals(transaction.execute(status -> {
            table.check(id, FULL);
            return table.tooFew(id);
        }));
    }

    /** {@code P1/AB12345X1 900123456 DOE 10.00} for each row. */
    private static List<String> rows() {
        return jdbc.queryForList(
                "select concat_ws(' ', participant_id || '/' || case_id, ssn, last_name, arrears) from participant"
                        + " order by participant_id, case_id",
                String.class);
    }

    @Test
    void keepsEveryFieldOfADetailAndGivesItToTheIndex() {
        long id = extract();
        put("""
                {"action":"A","record":2,"participantId":"123456789012345","caseId":"AB12345X1","district":"66",
                 "role":"putative-father","ssn":"900123456","formerSsn":"900987654",
                 "name":{"last":"O'DOE","first":"JOHN","middle":"Q"},"alias":{"last":"ROE","first":"JACK"},
                 "dateOfBirth":"1980-01-31","sex":"M","cin":"AB12345X","caseStatus":"pending-closure",
                 "assistance":"medical-only","familyViolence":true,"arrears":"123456789.01",
                 "monthlyObligation":"500.00","obligationFrom":"2020-02-29","county":"36061"}""");
        put("""
                {"action":"A","record":3,"participantId":"2","caseId":"AB12345X1","role":"child",
                 "name":{"last":"DOE"}}""");
        transaction.executeWithoutResult(status -> {
            assertThat(table.check(id, FULL)).isEmpty();
            table.apply(id, FULL);
        });

        assertThat(jdbc.queryForList("select participant::text from participant order by 1", String.class))
                .containsExactly(
                        "(123456789012345,AB12345X1,66,putative-father,900123456,900987654,O'DOE,JOHN,Q,ROE,JACK,"
                                + "1980-01-31,M,AB12345X,pending-closure,medical-only,t,123456789.01,500.00,"
                                + "2020-02-29,36061)",
                        "(2,AB12345X1,,child,,,DOE,,,,,,,,,,f,,,,)");
        PersonIndex index = table.load();
        assertThat(index.inCase("AB12345X1"))
                .containsExactlyInAnyOrder(
                        new Entry(
                                "123456789012345",
                                "AB12345X1",
                                66,
                                Role.PUTATIVE_FATHER,
                                900123456,
                                900987654,
                                new PersonName("O'DOE", "JOHN", "Q"),
                                new PersonName("ROE", "JACK", ""),
                                19800131,
                                "AB12345X",
                                CaseStatus.PENDING_CLOSURE,
                                true),
                        new Entry(
                                "2",
                                "AB12345X1",
                                0,
                                Role.CHILD,
                                0,
                                0,
                                new PersonName("DOE", "", ""),
                                PersonName.NONE,
                                0,
                                "",
                                CaseStatus.OPEN,
                                false));
    }

    @Test
    void replacesEverybodyByAFullExtract() {
        take(FULL, P1X, P2X);
        assertThat(take(FULL, P1Y, P2X.arrears("20.00"))).isEmpty();
        assertThat(rows()).containsExactly("P1/AB12345Y2 900123456 DOE 10.00", "P2/AB12345X1 900222222 ROE 20.00");
    }

    @Test
    void appliesChangesTogether() {
        take(FULL, P1X, P2X);
        assertThat(take(CHANGES, P1Y, P2X.change().arrears("20.00"), P1X.delete()))
                .isEmpty();
        assertThat(rows()).containsExactly("P1/AB12345Y2 900123456 DOE 10.00", "P2/AB12345X1 900222222 ROE 20.00");
    }

    @Test
    void leavesTheTableAloneWhenTheTransactionIsRolledBack() {
        take(FULL, P1X);
        long id = extract(P2X);
        transaction.executeWithoutResult(status -> {
            table.check(id, FULL);
            table.apply(id, FULL);
            status.setRollbackOnly();
        });
        assertThat(rows()).containsExactly("P1/AB12345X1 900123456 DOE 10.00");
    }

    @Test
    void understandsActionsWrittenOut() {
        long id = extract();
        put(P1X.json(2).replace("\"A\"", "\"add\""));
        transaction.executeWithoutResult(status -> {
            assertThat(table.check(id, FULL)).isEmpty();
            table.apply(id, FULL);
        });
        assertThat(rows()).hasSize(1);
    }

    @Test
    void takesActionAOnlyInAFullExtract() {
        long id = extract(P1X.change(), P2X);
        List<Reason> reasons = transaction.execute(status -> table.check(id, FULL));
        assertThat(reasons).hasSize(1);
        Reason reason = reasons.get(0);
        assertThat(reason.code()).isEqualTo("R0104");
        assertThat(reason.record()).isEqualTo(2);
        assertThat(reason.field()).isEqualTo("Action code");
        assertThat(reason.start()).isEqualTo(2);
        assertThat(reason.length()).isEqualTo(1);
        assertThat(reason.reportable()).isEqualTo("C");
    }

    @Test
    void refusesAnAddedKeyThatIsKnownWithOtherContent() {
        take(FULL, P1X);
        assertThat(take(CHANGES, P1X.arrears("99.00"))).containsExactly("2 R0203");
        assertThat(rows()).containsExactly("P1/AB12345X1 900123456 DOE 10.00");
    }

    @Test
    void warnsOfAnAddedKeyThatIsKnownWithTheSameContent() {
        take(FULL, P1X);
        assertThat(take(CHANGES, P1X)).containsExactly("2 W0401");
    }

    @Test
    void refusesAChangeOfAnUnknownKeyAndWarnsOfADeletion() {
        take(FULL, P1X);
        assertThat(take(CHANGES, P1Y.change(), P2X.delete())).containsExactly("2 R0201", "3 W0401");
        assertThat(rows()).containsExactly("P1/AB12345X1 900123456 DOE 10.00");
    }

    @Test
    void refusesEverySecondRecordOfAKey() {
        assertThat(take(FULL, P1X, P2X, P1X, P1X.arrears("20.00"))).containsExactly("4 R0203", "5 R0203");
        assertThat(take(CHANGES, P1X.delete(), P1X)).containsExactly("3 R0203");
        assertThat(rows()).containsExactly("P2/AB12345X1 900222222 ROE 10.00");
    }

    @Test
    void doesNotCountARefusedRecordAsTheFirstOfItsKey() {
        assertThat(take(CHANGES, P1X.change(), P1X, P1X.change())).containsExactly("2 R0201", "4 R0203");
        assertThat(take(FULL, P1X.change(), P1X)).containsExactly("2 R0104");
        assertThat(rows()).hasSize(1);
    }

    @Test
    void refusesAnotherIdentityInTheSecondCaseOfAFullExtract() {
        assertThat(take(FULL, P1X, P1Y.ssn("900999999"))).containsExactly("3 R0202");
        assertThat(take(FULL, P1X, P1Y.last("ROE"))).containsExactly("3 R0202");
        assertThat(take(FULL, P1X, P1Y.birth("1980-01-30"))).containsExactly("3 R0202");
        assertThat(take(FULL, P1X, P1Y.arrears("20.00"))).isEmpty();
    }

    @Test
    void takesWhatOneCaseDoesNotSayForTheSame() {
        assertThat(take(FULL, P1X.ssn(""), P1Y.birth(""))).isEmpty();
        Detail third = Detail.add("P1", "AB12345Z3").ssn("900999999");
        assertThat(take(FULL, P1X.ssn(""), P1Y, third)).containsExactly("4 R0202");
    }

    @Test
    void refusesAnotherIdentityThanTheTableHasInACaseThatStays() {
        take(FULL, P1X);
        assertThat(take(CHANGES, P1Y.ssn("900999999"))).containsExactly("2 R0202");
        assertThat(rows()).hasSize(1);
    }

    @Test
    void takesANewIdentityOnceAllCasesHaveIt() {
        take(FULL, P1X, P1Y);
        assertThat(take(CHANGES, P1X.change().ssn("900999999"), P1Y.change().ssn("900999999")))
                .isEmpty();
        assertThat(take(CHANGES, P1X.change().ssn("900888888"), P1Y.delete())).isEmpty();
        assertThat(rows()).containsExactly("P1/AB12345X1 900888888 DOE 10.00");
    }

    @Test
    void refusesANewIdentityThatSomeCaseWouldNotHave() {
        take(FULL, P1X, P1Y);
        assertThat(take(CHANGES, P1X.change().ssn("900999999"))).containsExactly("2 R0202");
        assertThat(take(CHANGES, P1X.change().ssn("900999999"), P1Y.change().ssn("900888888")))
                .containsExactly("2 R0202", "3 R0202");
        assertThat(rows()).containsExactly("P1/AB12345X1 900123456 DOE 10.00", "P1/AB12345Y2 900123456 DOE 10.00");
    }

    @Test
    void holdsAFullExtractForTooSmall() {
        assertThat(tooFew()).isTrue();
        assertThat(tooFew(P1X)).isFalse();
        take(FULL, P1X, P1Y, P2X, Detail.add("P3", "AB12345X1"), Detail.add("P4", "AB12345X1"));
        assertThat(tooFew(P1X, P1Y)).isTrue();
        assertThat(tooFew(P1X, P2X)).isFalse();
        assertThat(tooFew()).isTrue();
    }

    @Test
    void looksAtNothingButTheDetailsOfItsTransmission() {
        extract(P1X);
        assertThat(take(FULL, P2X)).isEmpty();
        assertThat(rows()).containsExactly("P2/AB12345X1 900222222 ROE 10.00");
    }

    @Test
    void appliesNothingThatWasNotCheckedInTheSameTransaction() {
        long id = extract(P1X);
        transaction.executeWithoutResult(status -> table.check(id, FULL));
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> table.apply(id, FULL)))
                .isInstanceOf(DataAccessException.class);
        assertThat(rows()).isEmpty();
    }

    @Test
    void checksAgainWithinOneTransaction() {
        long id = extract(P1X, P1X);
        transaction.executeWithoutResult(status -> {
            assertThat(table.check(id, FULL)).hasSize(1);
            assertThat(table.check(id, FULL)).hasSize(1);
            table.apply(id, FULL);
        });
        assertThat(rows()).hasSize(1);
    }

    @Test
    void loadsWithinATransactionAndWithout() {
        take(FULL, P1X, P1Y);
        assertThat(table.load().ofParticipant("P1")).hasSize(2);
        assertThat(transaction.<PersonIndex>execute(status -> table.load()).ofParticipant("P1"))
                .hasSize(2);
    }

    @Test
    @Tag("slow")
    void takesAMillionParticipants() {
        long began = System.nanoTime();
        jdbc.update("""
                insert into outbox select 1000, 1, n, n + 1, false, 'id-' || n, 'csms.participant', 'P' || n / 2,
                    convert_to(json_build_object('action', 'A', 'record', n + 1, 'participantId', 'P' || n / 2,
                        'caseId', 'AB' || lpad((n % 100000)::text, 5, '0') || chr(65 + n / 100000) || n % 2,
                        'district', '01', 'role', 'noncustodial', 'ssn', (900000000 + n / 2)::text,
                        'name', json_build_object('last', 'DOE' || n / 2, 'first', 'JOHN', 'middle', 'Q'),
                        'dateOfBirth', '1980-01-31', 'sex', 'M', 'cin', 'AB12345X', 'caseStatus', 'open',
                        'assistance', 'never', 'familyViolence', false, 'arrears', '10.00',
                        'monthlyObligation', '5.00', 'obligationFrom', '2020-01-01', 'county', '36001')::text, 'UTF8')
                from generate_series(0, 999999) as n""");
        long written = System.nanoTime();
        transaction.executeWithoutResult(status -> {
            assertThat(table.check(1000, FULL)).isEmpty();
            long checked = System.nanoTime();
            assertThat(table.tooFew(1000)).isFalse();
            long counted = System.nanoTime();
            table.apply(1000, FULL);
            System.out.printf(
                    "participant table, a million: made %d ms; check %d ms; too few %d ms; apply %d ms%n",
                    millis(began, written),
                    millis(written, checked),
                    millis(checked, counted),
                    millis(counted, System.nanoTime()));
        });
        long applied = System.nanoTime();
        assertThat(table.load().size()).isEqualTo(1_000_000);
        long loaded = System.nanoTime();
        jdbc.update("update outbox set transmission = 1001, json = convert_to(replace(replace("
                + "convert_from(json, 'UTF8'), '\"A\"', '\"C\"'), '\"5.00\"', '\"6.00\"'), 'UTF8')");
        long changed = System.nanoTime();
        transaction.executeWithoutResult(status -> {
            assertThat(table.check(1001, CHANGES)).isEmpty();
            long checked = System.nanoTime();
            table.apply(1001, CHANGES);
            System.out.printf(
                    "load %d ms; a million changes: check %d ms; apply %d ms%n",
                    millis(applied, loaded), millis(changed, checked), millis(checked, System.nanoTime()));
        });
    }

    private static long millis(long from, long to) {
        return (to - from) / 1_000_000;
    }
}
