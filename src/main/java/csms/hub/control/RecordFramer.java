package csms.hub.control;

import csms.hub.layout.Encoding;
import csms.hub.layout.FileFormat.LineEnd;
import csms.hub.record.Ebcdic;
import csms.hub.record.RecordView;
import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts a file's bytes into records, in US-ASCII, a large buffer at a time. Where records end in LF a record is what lies
 * between two of them, whatever its length; where they have no end it is the record's length.
 */
final class RecordFramer {

    private static final int BUFFER = 1 << 20;

    private final InputStream in;
    private final int recordLength;
    private final boolean byLine;
    private final boolean ebcdic;
    private byte[] buffer = new byte[BUFFER];
    private int begin;
    private int end;
    private boolean exhausted;
    private long offset;
    private int start;
    private int length;
    private boolean ended;
    private boolean overlong;
    private final byte[] tail;
    private int tailLength;

    RecordFramer(InputStream in, int recordLength, LineEnd lineEnd, Encoding encoding) {
        this.in = in;
        this.recordLength = recordLength;
        this.byLine = lineEnd != LineEnd.NONE;
        this.ebcdic = encoding == Encoding.IBM037;
        this.tail = new byte[2 * recordLength];
    }

    /** Moves to the next record; false when there is none. */
    boolean next() throws IOException {
        if (overlong) {
            skipLine();
        }
        offset += length + (ended && byLine ? 1 : 0);
        begin = start + length + (ended && byLine ? 1 : 0);
        return byLine ? nextLine() : nextBlock();
    }

    private boolean nextBlock() throws IOException {
        while (end - begin < recordLength && !exhausted) {
            fill();
        }
        start = begin;
        length = Math.min(recordLength, end - begin);
        ended = length == recordLength;
        return length > 0;
    }

    private boolean nextLine() throws IOException {
        int expected = begin + recordLength;
        int at = begin;
        while (true) {
            if (expected < end && buffer[expected] == '\n' && at == begin && noLineEnd(begin, expected)) {
                return line(expected, true);
            }
            while (at < end) {
                if (buffer[at] == '\n') {
                    return line(at, true);
                }
                at++;
            }
            if (exhausted) {
                return end > begin && line(end, false);
            }
            if (end - begin > BUFFER) {
                // a file without line ends is one line: it must not have to fit into memory
                overlong = true;
                return line(end, false);
            }
            int shift = begin;
            fill();
            at -= shift - begin;
            expected = begin + recordLength;
        }
    }

    /** Passes over the rest of a line that is too long to be any record. */
    private void skipLine() throws IOException {
        overlong = false;
        start = begin = end;
        length = 0;
        while (!exhausted) {
            fill();
            for (int at = begin; at < end; at++) {
                if (buffer[at] == '\n') {
                    begin = at + 1;
                    start = begin;
                    return;
                }
            }
            start = begin = end;
        }
    }

    private boolean noLineEnd(int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] == '\n') {
                return false;
            }
        }
        return true;
    }

    private boolean line(int lineEnd, boolean hasEnd) {
        start = begin;
        length = lineEnd - begin;
        ended = hasEnd;
        return true;
    }

    /** Reads more; what is before {@code begin} is given up. */
    private void fill() throws IOException {
        if (begin > 0) {
            System.arraycopy(buffer, begin, buffer, 0, end - begin);
            end -= begin;
            begin = 0;
        }
        if (end == buffer.length) {
            buffer = java.util.Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, end, buffer.length - end);
        if (read < 0) {
            exhausted = true;
            return;
        }
        if (ebcdic) {
            Ebcdic.toAscii(buffer, end, read);
        }
        keepTail(read);
        end += read;
    }

    private void keepTail(int read) {
        int kept = Math.min(tailLength, Math.max(0, tail.length - read));
        System.arraycopy(tail, tailLength - kept, tail, 0, kept);
        int added = Math.min(read, tail.length);
        System.arraycopy(buffer, end + read - added, tail, kept, added);
        tailLength = kept + added;
    }

    /**
     * The last bytes of a file that was read to its end: where its last record would begin if nothing but line ends and end
     * marks followed it.
     */
    RecordView lastRecord() {
        int last = tailLength;
        while (last > 0 && (tail[last - 1] < ' ' || tail[last - 1] > '~')) {
            last--;
        }
        return new RecordView().at(tail, Math.max(0, last - recordLength));
    }

    byte[] bytes() {
        return buffer;
    }

    /** Offset of the record in {@link #bytes()}. */
    int start() {
        return start;
    }

    /** Bytes of the record, without its end. */
    int length() {
        return length;
    }

    /** Whether the record has the end that it should have: its LF, or its full length. */
    boolean ended() {
        return ended;
    }

    /** Offset of the record in the file. */
    long offset() {
        return offset;
    }
}
