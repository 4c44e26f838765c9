package csms.hub.testing;

import csms.hub.layout.Encoding;
import csms.hub.record.Ebcdic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A file of any size that is made while it is read, record by record; read twice, it is the same. */
public abstract class GeneratedFile {

    /** Writes the records of one reading, from the first to the last. */
    interface Records {
        /** @param number from 0, the header included
         * @param buffer where the record's bytes lie, blanks to begin with */
        void write(long number, byte[] buffer, int offset);
    }

    private final int recordLength;
    private final Encoding encoding;

    GeneratedFile(int recordLength, Encoding encoding) {
        this.recordLength = recordLength;
        this.encoding = encoding;
    }

    /** All records, header and trailer included. */
    public abstract long records();

    /** As partners name it (design, section 6). */
    public abstract String fileName();

    abstract Records begin();

    public Encoding encoding() {
        return encoding;
    }

    /** In bytes. */
    public long size() {
        return records() * stride();
    }

    /** The bytes of the file, made as they are read. */
    public InputStream stream() {
        return new Bytes();
    }

    public void writeTo(OutputStream out) throws IOException {
        try (InputStream in = stream()) {
            in.transferTo(out);
        }
    }

    /** Writes it into a folder under its own name. */
    public Path writeInto(Path folder) throws IOException {
        Path file = folder.resolve(fileName());
        try (OutputStream out = Files.newOutputStream(file)) {
            writeTo(out);
        }
        return file;
    }

    /** All of it, for files that fit. */
    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.toIntExact(size()));
        try {
            writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private int stride() {
        return recordLength + (encoding == Encoding.US_ASCII ? 1 : 0);
    }

    static void text(byte[] buffer, int at, int length, String text) {
        int size = Math.min(length, text.length());
        for (int i = 0; i < size; i++) {
            buffer[at + i] = (byte) text.charAt(i);
        }
    }

    static void number(byte[] buffer, int at, int length, long number) {
        long rest = number;
        for (int i = at + length - 1; i >= at; i--) {
            buffer[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private final class Bytes extends InputStream {

        private static final int AT_ONCE = 128;

        private final Records records = begin();
        private final byte[] chunk = new byte[AT_ONCE * stride()];
        private long next;
        private int at;
        private int end;

        @Override
        public int read() {
            return at < end || fill() ? chunk[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            if (length == 0) {
                return 0;
            }
            if (at == end && !fill()) {
                return -1;
            }
            int count = Math.min(length, end - at);
            System.arraycopy(chunk, at, bytes, from, count);
            at += count;
            return count;
        }

        private boolean fill() {
            at = 0;
            end = 0;
            while (next < records() && end < chunk.length) {
                Arrays.fill(chunk, end, end + recordLength, (byte) ' ');
                records.write(next++, chunk, end);
                if (encoding == Encoding.IBM037) {
                    Ebcdic.fromAscii(chunk, end, recordLength);
                } else {
                    chunk[end + recordLength] = '\n';
                }
                end += stride();
            }
            return end > 0;
        }
    }
}
