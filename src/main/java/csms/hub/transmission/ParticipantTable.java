package csms.hub.transmission;

import csms.hub.participant.CaseStatus;
import csms.hub.participant.Entry;
import csms.hub.participant.KnownPeople;
import csms.hub.participant.PersonIndex;
import csms.hub.participant.PersonName;
import csms.hub.participant.Role;
import csms.hub.record.Reason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The table of everybody whom CSMS knows, and how a participant extract changes it: its details stand in the outbox, are
 * compared with each other and with the table, and become the table, all set by set.
 *
 * <p>Of one extract {@link #check}, {@link #tooFew} and {@link #apply} are called in this order within one transaction of
 * the caller; they share a temporary table that ends with it.
 */
public final class ParticipantTable implements ParticipantExtract {

    private static final int FETCHED_AT_ONCE = 10_000;

    private static final String COLUMNS =
            "participant_id, case_id, district, role, ssn, former_ssn, last_name, first_name, middle_name,"
                    + " alias_last_name, alias_first_name, date_of_birth, sex, cin, case_status, assistance,"
                    + " family_violence, arrears, monthly_obligation, obligation_from, county";

    private static final String CHANGES = "create temporary table participant_change (like participant,"
            + " record bigint not null, action text not null, verdict text) on commit drop";

    /** The details of an extract as rows of the table; {@code offset 0} has each detail parsed once, not once a field. */
    private static final String DETAILS = """
            select j ->> 'participantId', coalesce(j ->> 'caseId', ''), j ->> 'district', j ->> 'role',
                   (j ->> 'ssn')::int, (j ->> 'formerSsn')::int,
                   j -> 'name' ->> 'last', j -> 'name' ->> 'first', j -> 'name' ->> 'middle',
                   j -> 'alias' ->> 'last', j -> 'alias' ->> 'first', (j ->> 'dateOfBirth')::date,
                   j ->> 'sex', j ->> 'cin', j ->> 'caseStatus', j ->> 'assistance',
                   coalesce((j ->> 'familyViolence')::boolean, false),
                   (j ->> 'arrears')::numeric, (j ->> 'monthlyObligation')::numeric, (j ->> 'obligationFrom')::date,
                   j ->> 'county', record, upper(left(j ->> 'action', 1)), null
            from (select record, convert_from(json, 'UTF8')::jsonb as j
                  from outbox
                  where transmission = ? and type = 'csms.participant'
                  offset 0) as detail""";

    private static final String NOT_ADDED = "update participant_change set verdict = 'NOT_ADD' where action <> 'A'";

    private static final String ADDED_ALTHOUGH_KNOWN = "update participant_change c set verdict = case when ("
            + columns("c") + ") is not distinct from (" + columns("p") + ") then 'KNOWN_SAME' else 'KNOWN_OTHER' end"
            + " from participant p"
            + " where c.action = 'A' and p.participant_id = c.participant_id and p.case_id = c.case_id";

    private static final String NOT_KNOWN = """
            update participant_change c
            set verdict = case action when 'C' then 'UNKNOWN_CHANGE' else 'UNKNOWN_DELETE' end
            where action <> 'A' and not exists (
                select from participant p
                where p.participant_id = c.participant_id and p.case_id = c.case_id)""";

    /** Of several records of one key the first that is not refused stands, and each after it is a second. */
    private static final String SECOND_OF_A_KEY = """
            update participant_change c set verdict = 'SECOND'
            from (select participant_id, case_id,
                         min(record) filter (
                             where verdict is null or verdict in ('KNOWN_SAME', 'UNKNOWN_DELETE')) as first
                  from participant_change
                  group by participant_id, case_id
                  having count(*) > 1) as k
            where c.participant_id = k.participant_id and c.case_id = k.case_id and c.record > k.first
              and c.verdict is distinct from 'NOT_ADD'""";

    private static final String ADDED_OR_CHANGED = """
            select participant_id, record, case_id, ssn, last_name, first_name, middle_name, date_of_birth
            from participant_change
            where action <> 'D' and verdict is null""";

    /** Rows of the participants in the file that the file leaves as they are; they come before its own. */
    private static final String LEFT_AS_THEY_ARE = """
            select participant_id, 0 as record, case_id, ssn, last_name, first_name, middle_name, date_of_birth
            from participant p
            where participant_id in (
                      select participant_id from participant_change where action <> 'D' and verdict is null)
              and not exists (
                      select from participant_change c
                      where c.participant_id = p.participant_id and c.case_id = p.case_id and c.verdict is null)""";

    private static final String DIFFERING_IN_THE_FILE = differing(ADDED_OR_CHANGED);
    private static final String DIFFERING_IN_THE_FILE_OR_TABLE =
            differing(LEFT_AS_THEY_ARE + "\nunion all\n" + ADDED_OR_CHANGED);

    private static final String JUDGED =
            "select record, action, verdict from participant_change where verdict is not null order by record";

    private static final String TOO_FEW = """
            select coming.participants = 0 or 2 * coming.participants < known.participants
            from (select count(*) as participants
                  from (select distinct participant_id from participant_change where verdict is null) as each) as coming,
                 (select count(*) as participants
                  from (select distinct participant_id from participant) as each) as known""";

    private static final String REMOVE_CHANGED = """
            delete from participant p using participant_change c
            where p.participant_id = c.participant_id and p.case_id = c.case_id and c.verdict is null""";

    private static final String INSERT_CHANGED = "insert into participant (" + COLUMNS + ") select " + COLUMNS
            + " from participant_change where verdict is null and action <> 'D' order by participant_id, case_id";

    private static final String ENTRIES = """
            select participant_id, case_id, coalesce(district::int, 0), role, coalesce(ssn, 0), coalesce(former_ssn, 0),
                   last_name, coalesce(first_name, ''), coalesce(middle_name, ''), coalesce(alias_last_name, ''),
                   coalesce(alias_first_name, ''), coalesce(to_char(date_of_birth, 'YYYYMMDD')::int, 0),
                   coalesce(cin, ''), coalesce(case_status, 'open'), family_violence
            from participant""";

    /** What comparing says of a detail; of none, that it is applied. */
    private enum Verdict {
        NOT_ADD("R0104", "a full extract takes action A only"),
        KNOWN_OTHER("R0203", "participant and case known with other content"),
        KNOWN_SAME("W0401", "participant and case known with the same content"),
        UNKNOWN_CHANGE("R0201", "participant and case not known"),
        UNKNOWN_DELETE("W0401", "participant and case not known, nothing to delete"),
        SECOND("R0203", "second record of the participant and case in the file"),
        DIFFERS("R0202", "SSN, name or birth date differs from another case");

        private final String code;
        private final String message;

        Verdict(String code, String message) {
            this.code = code;
            this.message = message;
        }

        Reason of(long record, String action) {
            return this == NOT_ADD
                    ? new Reason(code, record, "detail.actionCode (2-2)", "Action code", 2, 1, message, action)
                    : Reason.of(code, record, message);
        }
    }

    private final JdbcTemplate jdbc;
    private final KnownPeople people;

    /** @param people who are known once {@link #swap} brings the table into use */
    public ParticipantTable(JdbcTemplate jdbc, KnownPeople people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    @Override
    public void swap() {
        people.replace(load());
    }

    /**
     * Compares the details of an extract with each other and, unless it is full, with the table as it will be
     * (new-york/csms, What the hub makes of it).
     *
     * @return rejects and warnings in the order of the records
     */
    @Override
    public List<Reason> check(long transmission, boolean full) {
        read(transmission);
        if (full) {
            update(transmission, NOT_ADDED);
        } else {
            update(transmission, ADDED_ALTHOUGH_KNOWN);
            update(transmission, NOT_KNOWN);
        }
        update(transmission, SECOND_OF_A_KEY);
        int refused;
        do {
            // a record refused leaves its row as it was, which may refuse another record of the participant
            refused = update(transmission, full ? DIFFERING_IN_THE_FILE : DIFFERING_IN_THE_FILE_OR_TABLE);
        } while (refused > 0);
        return jdbc.query(
                of(transmission, JUDGED),
                (row, number) -> Verdict.valueOf(row.getString(3)).of(row.getLong(1), row.getString(2)));
    }

    /** Whether a full extract has no details, or fewer than half of the participants now known. */
    @Override
    public boolean tooFew(long transmission) {
        return Boolean.TRUE.equals(jdbc.queryForObject(of(transmission, TOO_FEW), Boolean.class));
    }

    /** Makes the details that {@link #check} let pass the table: all of it when the extract is full. */
    @Override
    public void apply(long transmission, boolean full) {
        if (full) {
            jdbc.execute("truncate participant");
        } else {
            update(transmission, REMOVE_CHANGED);
        }
        update(transmission, INSERT_CHANGED);
        if (full) {
            jdbc.execute("analyze participant");
        }
    }

    /** Everybody in the table, packed. */
    public PersonIndex load() {
        ConnectionCallback<PersonIndex> reading = connection -> {
            boolean alone = connection.getAutoCommit();
            // the driver reads by cursor only within a transaction
            connection.setAutoCommit(false);
            try {
                return load(connection);
            } finally {
                connection.setAutoCommit(alone);
            }
        };
        PersonIndex index = jdbc.execute(reading);
        return index == null ? PersonIndex.EMPTY : index;
    }

    private static PersonIndex load(Connection connection) throws SQLException {
        PersonIndex.Builder index = new PersonIndex.Builder();
        try (PreparedStatement statement = connection.prepareStatement(ENTRIES)) {
            statement.setFetchSize(FETCHED_AT_ONCE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    index.add(entry(rows));
                }
            }
        }
        return index.build();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                Role.ofWord(row.getString(4)),
                row.getInt(5),
                row.getInt(6),
                new PersonName(row.getString(7), row.getString(8), row.getString(9)),
                new PersonName(row.getString(10), row.getString(11), ""),
                row.getInt(12),
                row.getString(13),
                CaseStatus.ofWord(row.getString(14)),
                row.getBoolean(15));
    }

    private void read(long transmission) {
        update(transmission, "drop table if exists pg_temp.participant_change");
        update(transmission, CHANGES);
        jdbc.update(of(transmission, "insert into participant_change " + DETAILS), transmission);
        update(transmission, "analyze participant_change");
    }

    private int update(long transmission, String statement) {
        return jdbc.update(of(transmission, statement));
    }

    /** A statement over the extract's own table of changes. */
    private static String of(long transmission, String statement) {
        return statement.replace("participant_change", "participant_change_" + transmission);
    }

    private static String columns(String table) {
        return table + "." + COLUMNS.replace(", ", ", " + table + ".");
    }

    /**
     * Refuses records that give a participant another SSN, name or birth date than the first that is known. What one
     * case does not say differs from nothing.
     */
    private static String differing(String entries) {
        return """
                with entry as materialized (%s),
                     disputed as (
                         select participant_id from entry group by participant_id
                         having min(ssn) <> max(ssn) or min(last_name) <> max(last_name)
                             or min(first_name) <> max(first_name) or min(middle_name) <> max(middle_name)
                             or min(date_of_birth) <> max(date_of_birth)),
                     first as (
                         select participant_id, %s, %s, %s, %s, %s
                         from entry join disputed using (participant_id)
                         group by participant_id)
                update participant_change c set verdict = 'DIFFERS'
                from first
                where c.participant_id = first.participant_id and c.action <> 'D' and c.verdict is null
                  and (c.ssn <> first.ssn or c.last_name <> first.last_name or c.first_name <> first.first_name
                       or c.middle_name <> first.middle_name or c.date_of_birth <> first.date_of_birth)""".formatted(
                        entries,
                        firstKnown("ssn"),
                        firstKnown("last_name"),
                        firstKnown("first_name"),
                        firstKnown("middle_name"),
                        firstKnown("date_of_birth"));
    }

    private static String firstKnown(String column) {
        return "(array_agg(%1$s order by record, case_id) filter (where %1$s is not null))[1] as %1$s"
                .formatted(column);
    }
}
