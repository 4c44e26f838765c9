package csms.hub.transmission;

import com.fasterxml.jackson.core.type.TypeReference;
import csms.hub.control.BatchExtent;
import csms.hub.translation.Translation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The batches of every transmission: where they lie in the file, what became of them, and which were published. */
final class BatchTable {

    private final Journal journal;

    BatchTable(Journal journal) {
        this.journal = journal;
    }

    /** Writes the table of a transmission anew; what an earlier one led to is gone. */
    void replace(long transmission, List<BatchExtent> extents) {
        journal.sql()
                .sql("delete from batch where transmission = ?")
                .param(transmission)
                .update();
        if (extents.isEmpty()) {
            return;
        }
        journal.copy("batch (transmission, number, file_offset, length, first_record, records, parents)", 7, copy -> {
            for (BatchExtent extent : extents) {
                copy.row()
                        .int8(transmission)
                        .int4(extent.number())
                        .int8(extent.offset())
                        .int4(extent.length())
                        .int8(extent.firstRecord())
                        .int4(extent.records())
                        .text(Journal.json(extent.parents()));
            }
        });
    }

    List<Integer> untranslated(long transmission) {
        return journal.sql()
                .sql("select number from batch where transmission = ? and translated_at is null order by number")
                .param(transmission)
                .query(Integer.class)
                .list();
    }

    /** The extent of a batch that waits to be translated. */
    Optional<BatchExtent> waiting(long transmission, int number) {
        return journal.sql()
                .sql("select * from batch where transmission = ? and number = ? and translated_at is null")
                .params(transmission, number)
                .query(BatchTable::extent)
                .optional();
    }

    List<BatchExtent> extents(long transmission) {
        return journal.sql()
                .sql("select * from batch where transmission = ? order by number")
                .param(transmission)
                .query(BatchTable::extent)
                .list();
    }

    /** Marks a batch translated, unless it is already. */
    boolean translated(long transmission, int number, Translation made) {
        Map<String, Integer> types = new HashMap<>();
        made.updates().forEach(update -> types.merge(update.type(), 1, Integer::sum));
        return journal.sql()
                        .sql("""
                                update batch set translated_at = ?, applied = ?, rejected = ?, counted = ?,
                                    not_ours = ?, updates = ?::jsonb
                                where transmission = ? and number = ? and translated_at is null
                                """)
                        .params(
                                Journal.time(journal.now()),
                                made.applied(),
                                made.rejected(),
                                made.counted(),
                                made.notOurs(),
                                Journal.json(types),
                                transmission,
                                number)
                        .update()
                == 1;
    }

    Counts sum(long transmission) {
        return journal.sql()
                .sql("""
                        select coalesce(sum(applied), 0) applied, coalesce(sum(rejected), 0) rejected,
                            coalesce(sum(counted), 0) counted, coalesce(sum(not_ours), 0) not_ours
                        from batch where transmission = ?
                        """)
                .param(transmission)
                .query((row, n) -> new Counts(
                        row.getLong("applied"),
                        row.getLong("rejected"),
                        row.getLong("counted"),
                        row.getLong("not_ours")))
                .single();
    }

    /** How many updates of each type, by type. */
    Map<String, Long> updates(long transmission) {
        Map<String, Long> numbers = new TreeMap<>();
        journal.sql().sql("""
                        select key, sum(value::bigint) number from batch, jsonb_each_text(updates)
                        where transmission = ? group by key
                        """).param(transmission).query(row -> {
            numbers.put(row.getString("key"), row.getLong("number"));
        });
        return numbers;
    }

    /** The batches with updates that were not published yet, in record order. */
    List<Integer> unpublished(long transmission) {
        return journal.sql().sql("""
                        select number from batch
                        where transmission = ? and published_at is null and updates <> '{}' order by number
                        """).param(transmission).query(Integer.class).list();
    }

    void published(long transmission, int number) {
        journal.sql()
                .sql("update batch set published_at = ? where transmission = ? and number = ?")
                .params(Journal.time(journal.now()), transmission, number)
                .update();
    }

    private static BatchExtent extent(ResultSet row, int n) throws SQLException {
        return new BatchExtent(
                row.getInt("number"),
                row.getLong("file_offset"),
                row.getInt("length"),
                row.getLong("first_record"),
                row.getInt("records"),
                Journal.read(row.getString("parents"), new TypeReference<List<BatchExtent.Parent>>() {}));
    }
}
