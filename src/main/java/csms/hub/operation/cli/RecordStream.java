package csms.hub.operation.cli;

import csms.hub.layout.Encoding;
import csms.hub.layout.FileFormat;
import csms.hub.layout.FileFormat.LineEnd;
import csms.hub.record.Ebcdic;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The records of a file one after the other, in US-ASCII, whatever is wrong with them. */
final class RecordStream implements Closeable {

    private static final int LONGEST = 1 << 16;

    private final InputStream in;
    private final int recordLength;
    private final boolean byLine;
    private final boolean ebcdic;

    RecordStream(Path file, FileFormat format, Encoding encoding) throws IOException {
        this.in = new BufferedInputStream(Files.newInputStream(file), LONGEST);
        this.recordLength = format.recordLength();
        this.byLine = format.lineEnds().getOrDefault(encoding, LineEnd.NONE) != LineEnd.NONE;
        this.ebcdic = encoding == Encoding.IBM037;
    }

    /** The next record without its line end; null when there is none. */
    byte @Nullable [] next() throws IOException {
        byte[] record = byLine ? line() : in.readNBytes(recordLength);
        if (record == null || (!byLine && record.length == 0)) {
            return null;
        }
        if (ebcdic) {
            Ebcdic.toAscii(record, 0, record.length);
        }
        return record;
    }

    private byte @Nullable [] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(recordLength + 2);
        int b = in.read();
        if (b < 0) {
            return null;
        }
        while (b >= 0 && b != '\n' && line.size() < LONGEST) {
            line.write(b);
            b = in.read();
        }
        byte[] bytes = line.toByteArray();
        boolean carriageReturn = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
        return carriageReturn ? java.util.Arrays.copyOf(bytes, bytes.length - 1) : bytes;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
