package csms.hub.transmission;

import csms.hub.record.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the console and the command line show of the journal; never a value of a record. */
public final class History {

    private static final Pattern ID = Pattern.compile("\\d{1,18}");
    private static final Pattern SHA_PREFIX = Pattern.compile("[0-9a-f]{6,64}");

    private final Journal journal;
    private final Reasons reasons;

    public History(Journal journal) {
        this.journal = journal;
        this.reasons = new Reasons(journal);
    }

    /** One thing that happened to a transmission. */
    public record Step(Instant at, String step, String note) {}

    /**
     * One batch and how far it is.
     *
     * @param firstRecord number of its first record in the file, from 1
     * @param translatedAt null while it waits
     * @param publishedAt null while it is not on the queues, or when it has no updates
     */
    public record Batch(
            int number,
            long firstRecord,
            int records,
            int applied,
            int rejected,
            int notOurs,
            @Nullable Instant translatedAt,
            @Nullable Instant publishedAt) {}

    /**
     * How many transmissions of an exchange had a fate.
     *
     * @param exchange null for names that no exchange claims
     * @param fate null for those on their way
     */
    public record Count(@Nullable String exchange, @Nullable Fate fate, long transmissions) {}

    /** The latest transmissions, the newest first. */
    public List<Transmission> recent(int limit) {
        return journal.sql()
                .sql("select * from transmission order by id desc limit ?")
                .param(limit)
                .query(Journal::transmission)
                .list();
    }

    /** The transmissions that wait for missing files or for an operator, the oldest first. */
    public List<Transmission> held() {
        return journal.sql()
                .sql("select * from transmission where state = 'HELD' order by id")
                .query(Journal::transmission)
                .list();
    }

    public Optional<Transmission> find(long id) {
        return journal.find(id);
    }

    /** By id, by the first hexadecimal digits of the SHA-256 (six or more), or by file name; the newest first. */
    public List<Transmission> find(String idOrShaOrName) {
        String wanted = idOrShaOrName.strip();
        Long id = ID.matcher(wanted).matches() ? Long.valueOf(wanted) : null;
        String prefix = SHA_PREFIX.matcher(wanted).matches() ? wanted + "%" : null;
        return journal.sql()
                .sql("""
                        select * from transmission
                        where id = ?::bigint or sha256 like ?::text or file_name = ? order by id desc limit 100
                        """)
                .params(id, prefix, wanted)
                .query(Journal::transmission)
                .list();
    }

    /** All that happened to a transmission, the first first. */
    public List<Step> steps(long id) {
        return journal.sql()
                .sql("select * from step where transmission = ? order by id")
                .param(id)
                .query((row, n) -> new Step(Journal.instant(row, "at"), row.getString("step"), row.getString("note")))
                .list();
    }

    /** The first reasons, those of the file before those of its records; without what only a report may print. */
    public List<Reason> reasons(long id, int limit) {
        return reasons.first(id, limit).stream()
                .map(reason -> new Reason(
                        reason.code(),
                        reason.record(),
                        reason.place(),
                        reason.field(),
                        reason.start(),
                        reason.length(),
                        reason.message(),
                        ""))
                .toList();
    }

    public List<Batch> batches(long id) {
        return journal.sql()
                .sql("select * from batch where transmission = ? order by number")
                .param(id)
                .query((row, n) -> new Batch(
                        row.getInt("number"),
                        row.getLong("first_record"),
                        row.getInt("records"),
                        row.getInt("applied"),
                        row.getInt("rejected"),
                        row.getInt("not_ours"),
                        instant(row.getObject("translated_at", OffsetDateTime.class)),
                        instant(row.getObject("published_at", OffsetDateTime.class))))
                .list();
    }

    /** By exchange and fate. */
    public List<Count> counts() {
        return journal.sql()
                .sql("select exchange, fate, count(*) number from transmission group by 1, 2 order by 1, 2")
                .query((row, n) -> {
                    String fate = row.getString("fate");
                    return new Count(
                            row.getString("exchange"), fate == null ? null : Fate.valueOf(fate), row.getLong("number"));
                })
                .list();
    }

    /** How long the oldest accepted transmission has waited for its updates to be on the queues. */
    public Optional<Duration> oldestUnpublished() {
        return journal.sql()
                .sql("""
                        select decided_at from transmission
                        where state = 'DECIDED' and fate = 'ACCEPTED' order by decided_at limit 1
                        """)
                .query((row, n) -> Duration.between(Journal.instant(row, "decided_at"), journal.now()))
                .optional();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
