package csms.hub.transmission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import csms.hub.control.Fault;
import csms.hub.control.Verification;
import csms.hub.layout.Encoding;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the hub knows of every received file, in PostgreSQL: the truth after a crash. */
public final class Journal {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DataSource database;
    private final TransactionTemplate transactions;
    private final JdbcClient sql;
    private final Clock clock;

    public Journal(DataSource database, Clock clock) {
        this.database = database;
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        this.sql = JdbcClient.create(database);
        this.clock = clock;
    }

    /** Work that writes rows by COPY. */
    @FunctionalInterface
    interface Copying {
        void into(BinaryCopy copy) throws SQLException;
    }

    JdbcClient sql() {
        return sql;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    <T> T inTransaction(Supplier<T> work) {
        T result = transactions.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("Work in a transaction returns a value");
        }
        return result;
    }

    /** Copies rows within the transaction that is open. */
    void copy(String table, int columns, Copying rows) {
        Connection connection = DataSourceUtils.getConnection(database);
        try (BinaryCopy copy = new BinaryCopy(connection, table, columns)) {
            rows.into(copy);
            copy.finish();
        } catch (SQLException e) {
            throw new IllegalStateException("Rows could not be copied into " + table + ": " + e.getMessage(), e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    Transmission get(long id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No transmission " + id));
    }

    Optional<Transmission> find(long id) {
        return sql.sql("select * from transmission where id = ?")
                .param(id)
                .query(Journal::transmission)
                .optional();
    }

    /** Reads the row and keeps other steps from it until the transaction ends. */
    Transmission lock(long id) {
        return sql.sql("select * from transmission where id = ? for update")
                .param(id)
                .query(Journal::transmission)
                .single();
    }

    /** The transmission of an arrival that was stored already, whose bytes are still where they came from. */
    Optional<Transmission> sameArrival(Arrival arrival, String sha256) {
        return sql.sql("""
                        select * from transmission
                        where sha256 = ? and partner = ? and location = ? and size = ? and modified = ? and not removed
                        order by id desc limit 1
                        """)
                .params(sha256, arrival.partner(), arrival.location(), arrival.size(), time(arrival.modified()))
                .query(Journal::transmission)
                .optional();
    }

    /** The first transmission of the same exchange with the same bytes that came before this one. */
    Optional<Transmission> firstWithBytesOf(Transmission later) {
        return sql.sql("select * from transmission where sha256 = ? and exchange = ? and id < ? order by id limit 1")
                .params(later.sha256(), later.exchange(), later.id())
                .query(Journal::transmission)
                .optional();
    }

    boolean knowsBytes(String sha256) {
        return sql.sql(
                        "select exists (select from transmission where sha256 = ?) or exists (select from report where sha256 = ?)")
                .params(sha256, sha256)
                .query(Boolean.class)
                .single();
    }

    long add(Arrival arrival, @Nullable String exchange, String fileName, String sha256, Instant receivedAt) {
        long id = sql.sql("""
                        insert into transmission (exchange, partner, channel, file_name, location, size, modified,
                            correlation_id, sha256, received_at, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'STORED') returning id
                        """)
                .params(
                        exchange,
                        arrival.partner(),
                        arrival.channel().name(),
                        fileName,
                        arrival.location(),
                        arrival.size(),
                        time(arrival.modified()),
                        arrival.correlationId(),
                        sha256,
                        time(receivedAt))
                .query(Long.class)
                .single();
        step(id, "store", arrival.size() + " bytes");
        return id;
    }

    void removed(Arrival arrival) {
        sql.sql("""
                        update transmission set removed = true
                        where partner = ? and location = ? and size = ? and modified = ? and not removed
                        """)
                .params(arrival.partner(), arrival.location(), arrival.size(), time(arrival.modified()))
                .update();
    }

    /** Writes down what the pass over the file found. */
    void verification(long id, String mapping, Verification found) {
        sql.sql("""
                        update transmission set mapping = ?, encoding = ?, number = ?, file_type = ?, dated = ?, records = ?,
                            details = ?, faults = ? where id = ?
                        """)
                .params(
                        mapping,
                        found.encoding().name(),
                        found.number(),
                        found.fileType(),
                        found.dated(),
                        found.records(),
                        found.details(),
                        json(found.faults()),
                        id)
                .update();
    }

    /** What the pass over the file found, but for its batch table. */
    Verification verification(Transmission of) {
        Encoding encoding = of.encoding();
        if (encoding == null) {
            throw new IllegalStateException(of.title() + " is not verified");
        }
        String faults = sql.sql("select faults from transmission where id = ?")
                .param(of.id())
                .query(String.class)
                .single();
        return new Verification(
                encoding,
                of.records(),
                of.details(),
                of.batchNumber(),
                of.fileType(),
                null,
                of.dated(),
                List.of(),
                read(faults, new TypeReference<List<Fault>>() {}));
    }

    void verified(long id, String note) {
        sql.sql("update transmission set state = 'VERIFIED' where id = ?")
                .param(id)
                .update();
        step(id, "verify", note);
    }

    /** Journals the fate; the numbers are those of {@code counts}. */
    void decided(long id, String step, Fate fate, @Nullable String code, Counts counts, String note) {
        sql.sql("""
                        update transmission set state = 'DECIDED', fate = ?, code = ?, applied = ?, rejected = ?,
                            counted = ?, not_ours = ?, decided_at = ? where id = ?
                        """)
                .params(
                        fate.name(),
                        code,
                        counts.applied(),
                        counts.rejected(),
                        counts.counted(),
                        counts.notOurs(),
                        time(now()),
                        id)
                .update();
        step(id, step, fate.word() + (note.isEmpty() ? "" : ": " + note));
    }

    void duplicateOf(long id, long first) {
        sql.sql("update transmission set first = ? where id = ?")
                .params(first, id)
                .update();
    }

    void published(long id, State next, String note) {
        sql.sql("update transmission set state = ?, outcomes = outcomes + 1 where id = ?")
                .params(next.name(), id)
                .update();
        step(id, "publish", note);
    }

    void finished(long id) {
        sql.sql("update transmission set state = 'FINISHED' where id = ?")
                .param(id)
                .update();
        step(id, "acknowledge", "");
    }

    /** A held transmission goes on. */
    void resumed(long id, boolean released, String step, String note) {
        sql.sql("""
                        update transmission set state = 'STORED', previous_fate = fate, fate = null, decided_at = null,
                            released = released or ? where id = ?
                        """).params(released, id).update();
        step(id, step, note);
    }

    void claimed(long id, String exchange) {
        sql.sql("update transmission set exchange = ? where id = ?")
                .params(exchange, id)
                .update();
    }

    /** A finished transmission begins anew under the next round. */
    void replayed(long id) {
        sql.sql("""
                        update transmission set state = 'STORED', previous_fate = fate, fate = null, code = null,
                            decided_at = null, round = round + 1 where id = ?
                        """).param(id).update();
        step(id, "replay", "");
    }

    void step(long id, String step, String note) {
        sql.sql("insert into step (transmission, at, step, note) values (?, ?, ?, ?)")
                .params(id, time(now()), step, note)
                .update();
    }

    static Transmission transmission(ResultSet row, int number) throws SQLException {
        String fate = row.getString("fate");
        String previousFate = row.getString("previous_fate");
        String encoding = row.getString("encoding");
        return new Transmission(
                row.getLong("id"),
                row.getString("exchange"),
                row.getString("partner"),
                Channel.valueOf(row.getString("channel")),
                row.getString("file_name"),
                row.getString("location"),
                row.getLong("size"),
                row.getString("correlation_id"),
                row.getString("sha256"),
                instant(row, "received_at"),
                State.valueOf(row.getString("state")),
                fate == null ? null : Fate.valueOf(fate),
                previousFate == null ? null : Fate.valueOf(previousFate),
                row.getString("code"),
                row.getObject("first", Long.class),
                row.getBoolean("released"),
                row.getInt("round"),
                row.getInt("outcomes"),
                row.getString("mapping"),
                encoding == null ? null : Encoding.valueOf(encoding),
                row.getObject("number", Long.class),
                row.getString("file_type"),
                row.getBoolean("dated"),
                row.getLong("records"),
                row.getLong("details"),
                row.getLong("applied"),
                row.getLong("rejected"),
                row.getLong("counted"),
                row.getLong("not_ours"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot be written as JSON: " + value.getClass(), e);
        }
    }

    static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The journal holds JSON of another form", e);
        }
    }
}
