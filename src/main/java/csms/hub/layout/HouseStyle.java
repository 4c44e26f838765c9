package csms.hub.layout;

import csms.hub.layout.ControlTotal.Measure;
import csms.hub.layout.Field.At;
import csms.hub.layout.Field.Rules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The New York house style, stated once: header, trailer and control totals of every house file (new-york/README, House
 * style).
 */
final class HouseStyle {

    static final String HEADER = "header";
    static final String TRAILER = "trailer";

    private HouseStyle() {}

    /** The header: 75 bytes, blanks to the file's record length. */
    static RecordLayout header(HouseCodes codes, int recordLength) {
        List<Field> fields = new ArrayList<>();
        fields.add(literal("Record type", 1, "H"));
        fields.add(text("Partner code", 2, 4, allow(List.of(codes.partner()), "F0004")));
        fields.add(text("File type", 6, 4, allow(codes.types(), "F0004")));
        fields.add(number("Batch number", 10, 8));
        fields.add(date("Creation date", 18, true, null, -10, 1));
        fields.add(row("Creation time", 26, 6, FieldType.DIGITS, false, Rules.none(FieldType.DIGITS)));
        fields.add(text("Sender id", 32, 8, allow(List.of(codes.sender()), "F0004")));
        fields.add(text("Receiver id", 40, 8, allow(List.of(codes.receiver()), "F0004")));
        fields.add(date("Period start", 48, false, null, null, null));
        fields.add(date("Period end", 56, false, "Period start", null, null));
        fields.add(text("Environment", 64, 1, Rules.none(FieldType.TEXT)));
        fields.add(row(
                "Layout version",
                65,
                3,
                FieldType.TEXT,
                true,
                new Rules(
                        true,
                        false,
                        false,
                        List.of("001"),
                        "F0010",
                        null,
                        null,
                        null,
                        null,
                        null,
                        Field.WhenBad.REJECT,
                        FieldType.Shown.AS_IS)));
        fields.add(number("Related batch", 68, 8));
        return filled(HEADER, fields, 75, recordLength);
    }

    /** The trailer: 68 bytes, blanks to the file's record length. */
    static RecordLayout trailer(int recordLength) {
        List<Field> fields = new ArrayList<>();
        fields.add(literal("Record type", 1, "T"));
        fields.add(text("Partner code", 2, 4, sameAsHeader("Partner code")));
        fields.add(text("File type", 6, 4, sameAsHeader("File type")));
        fields.add(text("Batch number", 10, 8, sameAsHeader("Batch number")));
        fields.add(number("Detail count", 18, 9));
        fields.add(number("Amount total", 27, 15));
        fields.add(number("Reversal total", 42, 15));
        fields.add(number("SSN hash total", 57, 12));
        return filled(TRAILER, fields, 68, recordLength);
    }

    /**
     * Count, amount, reversals and hash.
     *
     * @param kinds the detail kinds
     * @param amount the control amount's field; null when the exchange has none and both totals are zeros
     * @param reversal what makes a detail a reversal; null when nothing does
     * @param ssn the field that the hash adds up
     */
    static List<ControlTotal> totals(
            List<String> kinds, @Nullable String amount, Condition.@Nullable In reversal, @Nullable String ssn) {
        List<ControlTotal> totals = new ArrayList<>();
        totals.add(total(Measure.COUNT, kinds, null, List.of(), 0, "Detail count", "F0007"));
        List<Condition> forward =
                reversal == null ? List.of() : List.of(new Condition.NotIn(reversal.field(), reversal.codes()));
        totals.add(total(Measure.SUM, kinds, amount, forward, 0, "Amount total", "F0008"));
        totals.add(total(
                Measure.SUM,
                kinds,
                reversal == null ? null : amount,
                reversal == null ? List.of() : List.of(reversal),
                0,
                "Reversal total",
                "F0008"));
        totals.add(total(Measure.HASH, kinds, ssn, List.of(), 12, "SSN hash total", "F0009"));
        return totals;
    }

    private static ControlTotal total(
            Measure measure,
            List<String> kinds,
            @Nullable String field,
            List<Condition> where,
            int modulo,
            String declared,
            String orElse) {
        return new ControlTotal(measure, kinds, field, where, modulo, null, new FieldRef(TRAILER, declared), orElse);
    }

    private static RecordLayout filled(String name, List<Field> fields, int drawn, int recordLength) {
        if (recordLength > drawn) {
            fields.add(row(
                    "filler", drawn + 1, recordLength - drawn, FieldType.FILLER, false, Rules.none(FieldType.FILLER)));
        }
        return new RecordLayout(name, recordLength, List.copyOf(fields), null, false);
    }

    private static Field literal(String name, int start, String value) {
        return new Field(
                name,
                at(start, value.length()),
                FieldType.LITERAL,
                true,
                List.of(value),
                null,
                Rules.none(FieldType.LITERAL),
                null,
                List.of());
    }

    private static Field text(String name, int start, int length, Rules rules) {
        return row(name, start, length, FieldType.TEXT, false, rules);
    }

    private static Field number(String name, int start, int length) {
        return row(name, start, length, FieldType.NUMBER, true, Rules.none(FieldType.NUMBER));
    }

    private static Field date(
            String name,
            int start,
            boolean required,
            @Nullable String notBefore,
            @Nullable Integer earliestDay,
            @Nullable Integer latestDay) {
        return row(
                name,
                start,
                8,
                FieldType.DATE,
                required,
                new Rules(
                        true,
                        false,
                        false,
                        List.of(),
                        null,
                        null,
                        notBefore,
                        earliestDay,
                        latestDay,
                        null,
                        Field.WhenBad.REJECT,
                        FieldType.Shown.AS_IS));
    }

    private static Field row(String name, int start, int length, FieldType type, boolean required, Rules rules) {
        return new Field(name, at(start, length), type, required, List.of(), null, rules, null, List.of());
    }

    private static Rules allow(List<String> values, String orElse) {
        return new Rules(
                false,
                false,
                false,
                values,
                orElse,
                null,
                null,
                null,
                null,
                null,
                Field.WhenBad.REJECT,
                FieldType.Shown.AS_IS);
    }

    private static Rules sameAsHeader(String field) {
        return new Rules(
                false,
                false,
                false,
                List.of(),
                "F0002",
                field,
                null,
                null,
                null,
                null,
                Field.WhenBad.REJECT,
                FieldType.Shown.AS_IS);
    }

    private static At at(int start, int length) {
        return new At(new Positions(start, start + length - 1));
    }
}
