package csms.hub.transmission;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into one table by PostgreSQL's binary COPY, many times faster than inserts. */
final class BinaryCopy implements AutoCloseable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int FLUSH_AT = 1 << 16;

    private final CopyIn copy;
    private final int columns;
    private byte[] buffer = new byte[FLUSH_AT * 2];
    private int length;

    /** @param table with its columns, for example {@code step (transmission, at)} */
    BinaryCopy(Connection connection, String table, int columns) throws SQLException {
        this.copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin with (format binary)");
        this.columns = columns;
        raw(SIGNATURE);
        int4Raw(0); // no flags
        int4Raw(0); // no header extension
    }

    /** Begins a row; exactly as many values as the table was named with columns must follow. */
    BinaryCopy row() throws SQLException {
        if (length >= FLUSH_AT) {
            flush();
        }
        int2Raw(columns);
        return this;
    }

    BinaryCopy int4(int value) {
        int4Raw(4);
        int4Raw(value);
        return this;
    }

    BinaryCopy int8(long value) {
        int4Raw(8);
        int4Raw((int) (value >>> 32));
        int4Raw((int) value);
        return this;
    }

    BinaryCopy bool(boolean value) {
        int4Raw(1);
        room(1);
        buffer[length++] = (byte) (value ? 1 : 0);
        return this;
    }

    BinaryCopy text(String value) {
        // PostgreSQL keeps every character in a text but NUL, which a partner's field may hold.
        return bytes(value.replace('\0', ' ').getBytes(StandardCharsets.UTF_8));
    }

    BinaryCopy bytes(byte[] value) {
        int4Raw(value.length);
        raw(value);
        return this;
    }

    /** Ends the copy; its rows stand when the transaction commits. */
    void finish() throws SQLException {
        int2Raw(-1);
        flush();
        copy.endCopy();
    }

    /** Gives up what was not finished. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer, 0, length);
        length = 0;
    }

    private void raw(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    private void int2Raw(int value) {
        room(2);
        buffer[length++] = (byte) (value >>> 8);
        buffer[length++] = (byte) value;
    }

    private void int4Raw(int value) {
        room(4);
        buffer[length++] = (byte) (value >>> 24);
        buffer[length++] = (byte) (value >>> 16);
        buffer[length++] = (byte) (value >>> 8);
        buffer[length++] = (byte) value;
    }

    private void room(int bytes) {
        if (buffer.length - length < bytes) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + bytes));
        }
    }
}
