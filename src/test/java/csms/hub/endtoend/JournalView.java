package csms.hub.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How far the one file of an exchange is, read from the journal by somebody who stands beside the hub. */
final class JournalView implements AutoCloseable {

    private final Connection connection;

    /**
     * How far it is.
     *
     * @param fate null while undecided
     * @param batches how many there are, translated and published
     */
    record Progress(long files, String state, @Nullable String fate, int batches, int translated, int published) {}

    JournalView(Path postgres) throws IOException, SQLException {
        String port =
                Files.readAllLines(postgres.resolve("db/postmaster.pid")).get(3).strip();
        connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/hub", "hub", Files.readString(postgres.resolve("password")));
    }

    Progress of(String exchange) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select count(distinct t.id), max(t.state), max(t.fate), count(b), count(b.translated_at),
                       count(b.published_at)
                from transmission t left join batch b on b.transmission = t.id
                where t.exchange = ?
                """)) {
            statement.setString(1, exchange);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                String state = row.getString(2);
                return new Progress(
                        row.getLong(1),
                        state == null ? "" : state,
                        row.getString(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6));
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
