package csms.hub.transmission;

import csms.hub.update.Update;
import java.util.List;

/** The updates of every transmission as its batches made them, until and after they are on the queues. */
final class Outbox {

    private final Journal journal;

    Outbox(Journal journal) {
        this.journal = journal;
    }

    void add(long transmission, int batch, List<Update> updates) {
        if (updates.isEmpty()) {
            return;
        }
        journal.copy("outbox (transmission, batch, seq, record, restricted, id, type, subject, json)", 9, copy -> {
            int seq = 0;
            for (Update update : updates) {
                copy.row()
                        .int8(transmission)
                        .int4(batch)
                        .int4(seq++)
                        .int8(update.record())
                        .bool(update.restricted())
                        .text(update.id())
                        .text(update.type())
                        .text(update.subject())
                        .bytes(update.json());
            }
        });
    }

    /** The updates of one batch in the order in which they are published. */
    List<Update> of(long transmission, int batch) {
        return journal.sql()
                .sql("select * from outbox where transmission = ? and batch = ? order by seq")
                .params(transmission, batch)
                .query((row, n) -> new Update(
                        row.getString("id"),
                        row.getString("type"),
                        row.getString("subject"),
                        row.getBoolean("restricted"),
                        row.getLong("record"),
                        row.getBytes("json")))
                .list();
    }

    void clear(long transmission) {
        journal.sql()
                .sql("delete from outbox where transmission = ?")
                .param(transmission)
                .update();
    }
}
