package csms.hub.transmission;

import com.fasterxml.jackson.core.type.TypeReference;
import csms.hub.control.Fault;
import csms.hub.record.Reason;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the journal counts and compares, for operators and their instruments; never a value of a record. */
public final class Figures {

    /** What the records of a participant extract become: entries of the index, which are published to nobody. */
    private static final String PARTICIPANT = "csms.participant";

    private final Journal journal;

    public Figures(Journal journal) {
        this.journal = journal;
    }

    /**
     * What became of the files of one exchange that had one fate.
     *
     * @param exchange null for names that no exchange claims
     * @param fate null for those on their way
     */
    public record Files(
            @Nullable String exchange,
            @Nullable Fate fate,
            long transmissions,
            long details,
            long applied,
            long rejected,
            long notOurs) {}

    /**
     * The updates of one type that one exchange published.
     *
     * @param type without {@code csms.}
     */
    public record Updates(String exchange, String type, long updates) {}

    /** By exchange and fate. */
    public List<Files> files() {
        return journal.sql()
                .sql("""
                        select exchange, fate, count(*) transmissions, sum(details) details, sum(applied) applied,
                            sum(rejected) rejected, sum(not_ours) not_ours
                        from transmission group by 1, 2 order by 1, 2
                        """)
                .query((row, n) -> {
                    String fate = row.getString("fate");
                    return new Files(
                            row.getString("exchange"),
                            fate == null ? null : Fate.valueOf(fate),
                            row.getLong("transmissions"),
                            row.getLong("details"),
                            row.getLong("applied"),
                            row.getLong("rejected"),
                            row.getLong("not_ours"));
                })
                .list();
    }

    /** Of accepted files, by exchange and type. */
    public List<Updates> updates() {
        return journal.sql()
                .sql("""
                        select exchange, key type, sum(value::bigint) number
                        from transmission t join batch b on b.transmission = t.id, jsonb_each_text(b.updates)
                        where fate = 'ACCEPTED' and exchange is not null and key <> 'csms.participant'
                        group by 1, 2 order by 1, 2
                        """)
                .query((row, n) -> new Updates(
                        row.getString("exchange"), withoutPrefix(row.getString("type")), row.getLong("number")))
                .list();
    }

    /** How many updates an accepted transmission has of each type, without {@code csms.}. */
    public Map<String, Long> updates(Transmission of) {
        Map<String, Long> numbers = new TreeMap<>();
        if (of.fate() == Fate.ACCEPTED) {
            new BatchTable(journal).updates(of.id()).forEach((type, number) -> {
                if (!type.equals(PARTICIPANT)) {
                    numbers.put(withoutPrefix(type), number);
                }
            });
        }
        return numbers;
    }

    /** How many updates each of some transmissions has; those without any are left out. */
    public Map<Long, Long> updates(Collection<Transmission> of) {
        Map<Long, Long> numbers = new HashMap<>();
        Long[] accepted = of.stream()
                .filter(transmission -> transmission.fate() == Fate.ACCEPTED)
                .map(Transmission::id)
                .toArray(Long[]::new);
        journal.sql().sql("""
                        select transmission, sum(value::bigint) number from batch, jsonb_each_text(updates)
                        where transmission = any(?) and key <> 'csms.participant' group by 1
                        """).param(accepted).query(row -> {
            numbers.put(row.getLong("transmission"), row.getLong("number"));
        });
        return numbers;
    }

    /** Everything that the pass over the whole file found wrong, the one that counted first. */
    public List<Reason> faults(Transmission of) {
        String faults = journal.sql()
                .sql("select faults from transmission where id = ?")
                .param(of.id())
                .query(String.class)
                .single();
        return Journal.read(faults, new TypeReference<List<Fault>>() {}).stream()
                .map(Fault::reason)
                .toList();
    }

    /** When each partner's latest file or message came. */
    public Map<String, Instant> latest() {
        Map<String, Instant> latest = new TreeMap<>();
        journal.sql()
                .sql("select partner, max(received_at) received_at from transmission group by 1")
                .query(row -> {
                    latest.put(row.getString("partner"), Journal.instant(row, "received_at"));
                });
        return latest;
    }

    /** The number up to which an exchange's files are finished; empty before its first. */
    public OptionalLong lastNumber(String exchange, Channel channel) {
        return journal.sql()
                .sql("select last from series where exchange = ? and channel = ?")
                .params(exchange, channel.name())
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    private static String withoutPrefix(String type) {
        return type.replaceFirst("^csms\\.", "");
    }
}
