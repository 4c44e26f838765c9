package csms.hub.transmission;

import csms.hub.channel.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/** One PostgreSQL server with one migrated database for the test JVM, empty again for each test. */
final class TestDatabase {

    private static final EmbeddedPostgres SERVER = start();
    private static final PGSimpleDataSource DATABASE = migrated();

    private TestDatabase() {}

    static DataSource fresh() {
        JdbcTemplate jdbc = new JdbcTemplate(DATABASE);
        String tables = String.join(", ", jdbc.queryForList("""
                select quote_ident(tablename) from pg_tables
                where schemaname = 'public' and tablename <> 'flyway_schema_history'""", String.class));
        jdbc.execute("truncate " + tables + " restart identity");
        return DATABASE;
    }

    private static PGSimpleDataSource migrated() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(SERVER.jdbcUrl());
        database.setUser(SERVER.user());
        database.setPassword(SERVER.password());
        Flyway.configure().dataSource(database).load().migrate();
        return database;
    }

    private static EmbeddedPostgres start() {
        try {
            Path folder = Files.createTempDirectory("hub-test-db");
            EmbeddedPostgres server = EmbeddedPostgres.start(folder.resolve("postgres"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    server.close();
                    FileSystemUtils.deleteRecursively(folder);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("No PostgreSQL server for the tests", e);
        }
    }
}
