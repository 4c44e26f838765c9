package csms.hub.testing;

import csms.hub.record.Ebcdic;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** A small file, record by record, to be ended and encoded one way or another. */
public final class FileText {

    private final List<byte[]> records = new ArrayList<>();

    private FileText() {}

    public static FileText of(DrawnRecord... records) {
        FileText file = new FileText();
        for (DrawnRecord record : records) {
            file.records.add(record.bytes());
        }
        return file;
    }

    /** SVES answers between a header of 3 March 2026, number 42, and their trailer. */
    public static FileText sves(DrawnRecord... details) {
        FileText file = of(SvesRecord.header("20260303", 42));
        for (DrawnRecord detail : details) {
            file.records.add(detail.bytes());
        }
        file.records.add(SvesRecord.trailer(details.length + 2).bytes());
        return file;
    }

    /** Each record ended by LF. */
    public byte[] lines() {
        return ended("\n");
    }

    /** Each record followed by these characters. */
    public byte[] ended(String end) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] record : records) {
            out.writeBytes(record);
            out.writeBytes(GeneratedFile.ascii(end));
        }
        return out.toByteArray();
    }

    /** IBM037, records one after the other. */
    public byte[] ebcdic() {
        return ebcdic(new byte[0]);
    }

    /** IBM037, each record followed by these bytes. */
    public byte[] ebcdic(byte[] end) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] record : records) {
            byte[] converted = record.clone();
            Ebcdic.fromAscii(converted, 0, converted.length);
            out.writeBytes(converted);
            out.writeBytes(end);
        }
        return out.toByteArray();
    }

    /** Some bytes after each other. */
    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
