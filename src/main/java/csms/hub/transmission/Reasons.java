package csms.hub.transmission;

import csms.hub.record.Reason;
import csms.hub.record.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Why files and records were refused, and what was odd about them. */
final class Reasons {

    /** The batch under which the reasons of the whole file stand, and those found by comparing its records. */
    static final int WHOLE_FILE = 0;

    private final Journal journal;

    Reasons(Journal journal) {
        this.journal = journal;
    }

    void add(long transmission, int batch, List<Reason> reasons) {
        if (reasons.isEmpty()) {
            return;
        }
        journal.copy(
                "reason (transmission, batch, record, severity, code, place, field, start, length, message, reportable)",
                11,
                copy -> {
                    for (Reason reason : reasons) {
                        copy.row()
                                .int8(transmission)
                                .int4(batch)
                                .int8(reason.record())
                                .text(reason.severity().name())
                                .text(reason.code())
                                .text(reason.place())
                                .text(reason.field())
                                .int4(reason.start())
                                .int4(reason.length())
                                .text(reason.message())
                                .text(reason.reportable());
                    }
                });
    }

    /** Those of the file itself. */
    List<Reason> ofFile(long transmission) {
        return journal.sql()
                .sql("select * from reason where transmission = ? and severity = 'FILE' order by record, code")
                .param(transmission)
                .query(Reasons::reason)
                .list();
    }

    /** Those of some records, in the order of records, then of positions, then of codes. */
    List<Reason> ofRecords(long transmission, long first, long last) {
        return journal.sql()
                .sql("""
                        select * from reason
                        where transmission = ? and record between ? and ? and severity <> 'FILE'
                        order by record, start, code
                        """)
                .params(transmission, first, last)
                .query(Reasons::reason)
                .list();
    }

    /** The first of all, those of the file before those of its records. */
    List<Reason> first(long transmission, int limit) {
        List<Reason> reasons = new ArrayList<>(ofFile(transmission));
        journal.sql()
                .sql("""
                        select * from reason where transmission = ? and severity <> 'FILE'
                        order by record, start, code limit ?
                        """)
                .params(transmission, Math.max(0, limit - reasons.size()))
                .query(Reasons::reason)
                .list()
                .forEach(reasons::add);
        return reasons;
    }

    void clear(long transmission) {
        journal.sql()
                .sql("delete from reason where transmission = ?")
                .param(transmission)
                .update();
    }

    /** Forgets why the whole file was held. */
    void clearOfFile(long transmission) {
        journal.sql()
                .sql("delete from reason where transmission = ? and batch = ?")
                .params(transmission, WHOLE_FILE)
                .update();
    }

    private static Reason reason(ResultSet row, int n) throws SQLException {
        return new Reason(
                Severity.valueOf(row.getString("severity")),
                row.getString("code"),
                row.getLong("record"),
                row.getString("place"),
                row.getString("field"),
                row.getInt("start"),
                row.getInt("length"),
                row.getString("message"),
                row.getString("reportable"));
    }
}
