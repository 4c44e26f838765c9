package csms.hub.record;

import org.jspecify.annotations.Nullable;

/**
 * Why a file or record was refused, or what is odd about it. It says where and which rule, never the value: {@code
 * reportable} alone holds what an ALL/RJCT report may print of the value (new-york/README), and is shown nowhere else.
 *
 * @param severity how far it reaches; a field that was dropped is a warning under the code of its reject
 * @param code a code of new-york/README, for example R0103
 * @param record the record's number in the file, from 1, the header included; 0 when the reason is of no single record
 * @param place what was read, for example {@code titleII.date_of_death (96-103)}; empty when of no single field
 * @param field the field's name in the interface document's table; empty when of no single field
 * @param start first position of the field, from 1; 0 when of no single field
 * @param length the field's length in bytes; 0 when of no single field
 * @param message the hub's own words, without the value
 * @param reportable the value as ALL/RJCT prints it: masked, cut to 40 characters, or empty
 */
public record Reason(
        Severity severity,
        String code,
        long record,
        String place,
        String field,
        int start,
        int length,
        String message,
        String reportable) {

    /** A reason of the severity that its code says. */
    public Reason(
            String code,
            long record,
            String place,
            String field,
            int start,
            int length,
            String message,
            String reportable) {
        this(Severity.ofCode(code), code, record, place, field, start, length, message, reportable);
    }

    /** A reason of a whole record or file, of no single field. */
    public static Reason of(String code, long record, String message) {
        return new Reason(code, record, "", "", 0, 0, message, "");
    }

    /** The same, but nothing is rejected for it: the field is left out. */
    public Reason asWarning() {
        return new Reason(Severity.WARNING, code, record, place, field, start, length, message, reportable);
    }

    /** One line for logs, the command line and the console. */
    public String describe(@Nullable String fileName) {
        StringBuilder line = new StringBuilder();
        if (fileName != null) {
            line.append(fileName).append(' ');
        }
        if (record > 0) {
            line.append("record ").append(record).append(' ');
        }
        if (!place.isEmpty()) {
            line.append(place);
        }
        String where = line.toString().stripTrailing();
        return (where.isEmpty() ? "" : where + ": ") + message + " [" + code + "]";
    }
}
