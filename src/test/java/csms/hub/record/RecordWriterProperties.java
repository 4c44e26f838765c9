package csms.hub.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import csms.hub.layout.Field;
import csms.hub.layout.FieldType;
import csms.hub.layout.Mapping;
import csms.hub.layout.MappingLinter;
import csms.hub.layout.RecordLayout;
import csms.hub.update.UpdateVocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

class RecordWriterProperties {

    private static final List<Mapping> MAPPINGS = mappings();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static List<Mapping> mappings() {
        try {
            Path folder = Path.of("mappings");
            return new MappingLinter(UpdateVocabulary.load(folder.resolve("csms")), exchange -> true, null)
                    .lintFolder(folder).stream()
                            .map(linted -> Objects.requireNonNull(linted.mapping()))
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every layout that the hub ships: values of every field, written and read again, are themselves. */
    @Property(tries = 200)
    void whatIsWrittenIsReadAgain(@ForAll long seed) {
        for (Mapping mapping : MAPPINGS) {
            boolean house = mapping.house() != null;
            for (RecordLayout layout : mapping.records().values()) {
                Map<String, Object> values = values(layout, new Random(seed));
                byte[] record = new RecordWriter(layout, house).write(values);
                assertThat(record).hasSize(layout.length());
                RecordView view = new RecordView().at(record, 0);
                for (Field field : layout.fields()) {
                    if (field.drawn()
                            && field.type().publishable()
                            && field.rules().allow().isEmpty()
                            && counts(field, view)) {
                        Object read = new FieldReader(field).read(view, new Reading(house, false, TODAY));
                        assertThat(read)
                                .as("%s %s %s", mapping.exchange(), layout.name(), field.name())
                                .isEqualTo(expected(field, values.get(field.name())));
                    }
                }
            }
        }
    }

    /** Whether the codes of other fields let it count. */
    private static boolean counts(Field field, RecordView view) {
        return field.rules().depends().only().stream()
                .allMatch(only -> only.codes().contains(new FieldReader(only.field()).code(view)));
    }

    private static @Nullable Object expected(Field field, @Nullable Object written) {
        if (written != null) {
            return written;
        }
        if (field.required()) {
            return field.type() == FieldType.NUMBER ? (Object) 0L : Misreading.BLANK;
        }
        if (field.rules().blanksAllowed() && field.type().amount()) {
            return null;
        }
        return switch (field.type()) {
            case NUMBER -> field.rules().zeroAbsent() ? null : (Object) 0L;
            case CENTS, DOLLARS, ZONED_CENTS, ZONED_DOLLARS -> field.rules().zeroAbsent() ? null : "0.00";
            case WORDS -> field.codes() == null ? null : field.codes().blank();
            default -> null;
        };
    }

    private static Map<String, Object> values(RecordLayout layout, Random random) {
        Map<String, Object> values = new TreeMap<>();
        for (Field field : layout.fields()) {
            boolean plain = field.rules().allow().isEmpty() && field.rules().pattern() == null;
            if (field.drawn() && field.type().publishable() && plain && random.nextInt(4) > 0) {
                Object value = value(field, random);
                if (value != null) {
                    values.put(field.name(), value);
                }
            }
        }
        return values;
    }

    private static @Nullable Object value(Field field, Random random) {
        int length = field.length();
        LocalDate date =
                TODAY.minusDays(field.rules().earliestDay() == null ? random.nextInt(20_000) : random.nextInt(9));
        return switch (field.type()) {
            case NUMBER -> (Object) (1 + random.nextLong((long) Math.pow(10, Math.min(length, 15)) - 1));
            case DIGITS, FEIN -> digits(length, random);
            case SSN -> "9" + digits(2, random) + "11" + "2" + digits(3, random);
            case DATE, DATE00, DATE_PARTS, MDY, MDY2 -> date.toString();
            case MONTH -> date.toString().substring(0, 7);
            case YEAR_END -> date.getYear() + "-12-31";
            case ZONED_YEAR -> String.valueOf(date.getYear());
            case STATE_FIPS -> "NY";
            case CENTS -> Money.text(1 + random.nextLong((long) Math.pow(10, length) - 1), 2);
            case ZONED_CENTS ->
                Money.text(random.nextBoolean() ? 7 : -random.nextLong(1, (long) Math.pow(10, length)), 2);
            case DOLLARS -> Money.text(1 + random.nextLong((long) Math.pow(10, length) - 1), 0);
            case ZONED_DOLLARS -> Money.text(-random.nextLong(1, (long) Math.pow(10, length)), 0);
            case ZIP -> random.nextBoolean() ? "12207" : "12207-1" + digits(3, random);
            case LAST_FOUR -> "X".repeat(1 + random.nextInt(4));
            case PHONE -> "518" + digits(length - 3, random);
            case FLAG -> field.codes() == null || length > 1 ? (Object) random.nextBoolean() : null;
            case LINES -> List.of("X");
            case WORDS ->
                Objects.requireNonNull(field.codes()).codes().values().stream()
                        .filter(word -> !word.isEmpty())
                        .findFirst()
                        .orElse(null);
            default -> field.rules().numeric() ? digits(length, random) : "X".repeat(1 + random.nextInt(length));
        };
    }

    private static String digits(int length, Random random) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < length; i++) {
            digits.append((char) ('1' + random.nextInt(9)));
        }
        return digits.toString();
    }

    @Example
    void refusesWhatDoesNotFitWithoutShowingIt() {
        Mapping sves = MAPPINGS.stream()
                .filter(mapping -> mapping.exchange().equals("ssa.sves-response"))
                .findFirst()
                .orElseThrow();
        RecordWriter writer =
                new RecordWriter(Objects.requireNonNull(sves.records().get("titleII")), false);
        assertThatThrownBy(() -> writer.write(Map.of("last_name", "A NAME THAT IS TOO LONG")))
                .hasMessage("last_name (75-86) takes no such value as a text: longer than 12 characters");
        assertThatThrownBy(() -> writer.write(Map.of("monthly_benefit", "12.345")))
                .hasMessageStartingWith("monthly_benefit (431-436) takes no such value as a cents: ")
                .hasMessageNotContaining("12.345");
        assertThatThrownBy(() -> writer.write(Map.of("monthly_benefit", "-1.00")))
                .hasMessageContaining("a negative number does not fit an unsigned field");
        assertThatThrownBy(() -> writer.write(Map.of("surname", "X"))).hasMessage("titleII has no field surname");
        assertThatThrownBy(() -> writer.write(Map.of("last_name", "PEÑA")))
                .hasMessageContaining("a character outside US-ASCII");
    }
}
