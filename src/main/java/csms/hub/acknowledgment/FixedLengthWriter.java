package csms.hub.acknowledgment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.dataformat.bindy.BindyFixedLengthFactory;
import org.apache.camel.dataformat.bindy.FormatFactory;
import org.apache.camel.dataformat.bindy.annotation.FixedLengthRecord;
import org.apache.camel.dataformat.bindy.format.factories.DefaultFactoryRegistry;

/** Writes records of one Bindy class one by one, as US-ASCII lines of the record's length, each ended by LF. */
final class FixedLengthWriter<T> {

    private final Class<T> type;
    private final int length;
    private final BindyFixedLengthFactory bindy;

    FixedLengthWriter(Class<T> type) {
        this.type = type;
        length = type.getAnnotation(FixedLengthRecord.class).length();
        try {
            bindy = new BindyFixedLengthFactory(type);
        } catch (Exception e) {
            throw new IllegalStateException("Bindy does not take " + type.getSimpleName() + " as a record", e);
        }
        FormatFactory formats = new FormatFactory();
        formats.setFactoryRegistry(new DefaultFactoryRegistry());
        bindy.setFormatFactory(formats);
    }

    /** @throws IllegalArgumentException when a value does not fit its field */
    void write(T record, OutputStream out) throws IOException {
        out.write(line(record).getBytes(StandardCharsets.US_ASCII));
        out.write('\n');
    }

    private String line(T record) {
        String line;
        try {
            line = bindy.unbind(null, Map.of(type.getName(), record));
        } catch (Exception e) {
            throw new IllegalArgumentException("A value does not fit its field of " + type.getSimpleName(), e);
        }
        // Bindy fills no gap between fields and never looks at the length
        if (line.length() != length) {
            throw new IllegalStateException(
                    type.getSimpleName() + " was written with " + line.length() + " bytes, not " + length);
        }
        return line;
    }
}
