package csms.hub.translation;

import csms.hub.control.RecordConditions;
import csms.hub.layout.Condition;
import csms.hub.layout.Field;
import csms.hub.layout.Mapping;
import csms.hub.layout.Positions;
import csms.hub.layout.RecordLayout;
import csms.hub.layout.Target;
import csms.hub.layout.UpdateRule;
import csms.hub.record.FieldReader;
import csms.hub.record.Misreading;
import csms.hub.record.Reading;
import csms.hub.record.RecordView;
import csms.hub.update.Publication;
import csms.hub.update.Shape;
import csms.hub.update.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How one update is made from a record of one kind, and from the records before it that it belongs to. */
final class UpdatePlan {

    /** Updates that a worker always confirms, whoever sends them (interfaces/updates, How the person is found, 9). */
    private static final Set<String> ALWAYS_REVIEWED =
            Set.of("death-reported", "vehicle-reported", "claim-matched", "registration-reported");

    private static final String REQUEST_ID = "requestId";

    private final UpdateRule rule;
    private final RecordLayout own;
    private final Publication publication;
    private final RecordConditions conditions;
    private final List<Put> puts = new ArrayList<>();
    private final Map<String, ListRow> rows = new LinkedHashMap<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<Constant> constants = new ArrayList<>();
    private final int requestSlot;

    /** One value to one slot.
     *
     * @param generation whose value: 0 is the record's own, 1 its parent's */
    private record Put(
            int generation,
            FieldReader field,
            int slot,
            @Nullable Positions part,
            @Nullable FieldReader differsFrom,
            boolean otherwise,
            boolean required,
            @Nullable RecordConditions only) {}

    /** The values of one numbered row of a list.
     *
     * @param needed of which one must be there for the row to be told; empty when it always is */
    private record ListRow(int slot, List<Put> puts, List<Put> needed) {}

    /** One repeating group to a list of rows. */
    private record Table(
            int generation,
            Field field,
            int slot,
            int occurs,
            @Nullable FieldReader count,
            int offset,
            int stride,
            List<Put> puts) {}

    private record Constant(int slot, Object value) {}

    /** Where what cannot be read goes. */
    interface Misreadings {
        void add(int generation, FieldReader field, Misreading misreading);
    }

    /** @param lineage the kind that makes the update, the kind that it belongs to, and so on */
    UpdatePlan(UpdateRule rule, List<RecordLayout> lineage, Mapping mapping) {
        this.rule = rule;
        this.own = lineage.get(0);
        this.conditions = new RecordConditions(rule.when(), lineage.get(0));
        List<String> paths = paths(rule, lineage);
        Shape shape = mapping.makes() == Mapping.Makes.PARTICIPANTS ? Shape.ofEntry(paths) : Shape.of(paths);
        this.publication = new Publication(rule.name(), rule.type(), rule.safeguard(), shape);
        for (int generation = lineage.size() - 1; generation >= 0; generation--) {
            RecordLayout layout = lineage.get(generation);
            for (Field field : layout.fields()) {
                for (Target target : targetsOf(field)) {
                    if (target.row() > 0) {
                        addToRow(generation, new FieldReader(field), shape, target, layout);
                    } else if (field.group() == null) {
                        puts.add(put(generation, new FieldReader(field), shape, target, layout));
                    } else {
                        tables.add(table(generation, field, shape, target, layout));
                    }
                }
            }
        }
        rule.set().forEach((path, word) -> constants.add(new Constant(shape.slot(path), constant(word))));
        this.requestSlot = shape.has(REQUEST_ID) ? shape.slot(REQUEST_ID) : -1;
    }

    private static Object constant(String word) {
        return word.equals("true") || word.equals("false") ? (Object) Boolean.valueOf(word) : word;
    }

    private List<Target> targetsOf(Field field) {
        return field.targets().stream()
                .filter(target -> target.update().equals(rule.name()))
                .toList();
    }

    private List<String> paths(UpdateRule updateRule, List<RecordLayout> lineage) {
        List<String> paths = new ArrayList<>();
        if (updateRule.answersRequest() || updateRule.tellsRequest()) {
            paths.add(REQUEST_ID);
        }
        paths.addAll(updateRule.set().keySet());
        for (RecordLayout layout : lineage) {
            for (Field field : layout.fields()) {
                for (Target target : targetsOf(field)) {
                    if (field.group() == null) {
                        paths.add(target.dotted());
                    } else {
                        for (Field element : field.group().fields()) {
                            element.targets().forEach(to -> paths.add(target.dotted() + "." + to.dotted()));
                        }
                    }
                }
            }
        }
        return paths;
    }

    /** A numbered row begins with the first of its values. */
    private void addToRow(int generation, FieldReader field, Shape shape, Target target, RecordLayout layout) {
        String list = target.list();
        ListRow row = rows.computeIfAbsent(
                list + target.row(), key -> new ListRow(shape.slot(list), new ArrayList<>(), new ArrayList<>()));
        String path = target.dotted().substring(list.length() + 1);
        Put put = put(generation, field, shape.row(list).slot(path), target, layout);
        row.puts().add(put);
        if (rule.filled().getOrDefault(list, List.of()).contains(path)) {
            row.needed().add(put);
        }
    }

    private Put put(int generation, FieldReader field, Shape shape, Target target, RecordLayout layout) {
        return put(generation, field, shape.slot(target.dotted()), target, layout);
    }

    private Put put(int generation, FieldReader field, int slot, Target target, RecordLayout layout) {
        return new Put(
                generation,
                field,
                slot,
                target.bytes(),
                target.differsFrom() == null ? null : KindPlan.reader(layout, target.differsFrom()),
                target.otherwise(),
                target.required(),
                only(target));
    }

    private @Nullable RecordConditions only(Target target) {
        for (Map.Entry<String, List<Condition>> part : rule.only().entrySet()) {
            if (target.dotted().equals(part.getKey()) || target.dotted().startsWith(part.getKey() + ".")) {
                return new RecordConditions(part.getValue(), own);
            }
        }
        return null;
    }

    private Table table(int generation, Field field, Shape shape, Target target, RecordLayout layout) {
        Field.Group group = java.util.Objects.requireNonNull(field.group());
        Shape row = shape.row(target.dotted());
        List<Put> puts = new ArrayList<>();
        for (Field element : group.fields()) {
            for (Target to : element.targets()) {
                puts.add(put(generation, new FieldReader(element), row, to, layout));
            }
        }
        return new Table(
                generation,
                field,
                shape.slot(target.dotted()),
                group.occurs(),
                group.countedBy() == null ? null : KindPlan.reader(layout, group.countedBy()),
                field.start() - 1,
                field.length() / group.occurs(),
                puts);
    }

    UpdateRule rule() {
        return rule;
    }

    Publication publication() {
        return publication;
    }

    boolean alwaysReviewed() {
        return rule.review() || ALWAYS_REVIEWED.contains(rule.type());
    }

    /** Whether the record makes this update at all; what a condition cannot read is a misreading. */
    boolean applies(RecordView record, Reading reading, Misreadings misreadings) {
        List<FieldReader> ofPresence = conditions.ofPresence();
        for (int i = 0; i < ofPresence.size(); i++) {
            if (ofPresence.get(i).read(record, reading) instanceof Misreading misreading) {
                misreadings.add(0, ofPresence.get(i), misreading);
            }
        }
        return conditions.hold(record, reading);
    }

    /** Fills the values.
     *
     * @param lineage the record, the one that it belongs to, and so on */
    void fill(List<RecordView> lineage, Reading reading, Values values, Misreadings misreadings) {
        values.clear();
        for (Constant constant : constants) {
            values.put(constant.slot(), constant.value());
        }
        for (int i = 0; i < puts.size(); i++) {
            Put put = puts.get(i);
            fill(put, lineage, reading, values, misreadings);
        }
        for (ListRow row : rows.values()) {
            if (isTold(row, lineage, reading)) {
                Values rowValues = values.addRow(row.slot());
                for (Put put : row.puts()) {
                    fill(put, lineage, reading, rowValues, misreadings);
                }
            }
        }
        for (Table table : tables) {
            fill(table, lineage.get(table.generation()), reading, values, misreadings);
        }
    }

    private static boolean isTold(ListRow row, List<RecordView> lineage, Reading reading) {
        for (Put put : row.needed()) {
            if (put.field().read(lineage.get(put.generation()), reading) != null) {
                return true;
            }
        }
        return row.needed().isEmpty();
    }

    private static void fill(
            Put put, List<RecordView> lineage, Reading reading, Values values, Misreadings misreadings) {
        if (put.otherwise() && values.get(put.slot()) != null) {
            return;
        }
        if (put.only() == null || put.only().hold(lineage.get(0), reading)) {
            put(put, lineage.get(put.generation()), reading, values, misreadings);
        }
    }

    void putRequest(Values values, @Nullable String requestId) {
        if (requestSlot >= 0) {
            values.put(requestSlot, requestId);
        }
    }

    private static void put(Put put, RecordView record, Reading reading, Values values, Misreadings misreadings) {
        List<FieldReader> indicators = put.field().indicators();
        for (int i = 0; i < indicators.size(); i++) {
            if (indicators.get(i).read(record, reading) instanceof Misreading misreading) {
                misreadings.add(put.generation(), indicators.get(i), misreading);
            }
        }
        Object value = put.part() == null
                ? put.field().read(record, reading)
                : put.field().part(record, put.part());
        if (value instanceof Misreading misreading) {
            misreadings.add(put.generation(), put.field(), misreading);
        } else if (value == null && put.required()) {
            misreadings.add(put.generation(), put.field(), Misreading.BLANK);
        } else if (value instanceof List<?> lines) {
            lines.forEach(line -> values.put(put.slot(), line));
        } else if (put.differsFrom() == null || !equalCodes(put.field(), put.differsFrom(), record)) {
            values.put(put.slot(), value);
        }
    }

    private static boolean equalCodes(FieldReader one, FieldReader other, RecordView record) {
        return one.code(record).equals(other.code(record));
    }

    /** Rows beyond the count may hold old bytes and are never looked at (federal/ssa-sves-responses, Rules and traps). */
    private static void fill(Table table, RecordView record, Reading reading, Values values, Misreadings misreadings) {
        int used = table.occurs();
        if (table.count() != null) {
            long count = table.count().number(record);
            if (count < 0 || count > table.occurs()) {
                misreadings.add(
                        table.generation(),
                        table.count(),
                        count < 0 ? Misreading.NOT_DIGITS : Misreading.COUNT_TOO_HIGH);
                return;
            }
            used = (int) count;
        }
        RecordView row = new RecordView();
        for (int i = 0; i < used; i++) {
            row.at(record.bytes(), record.offset() + table.offset() + i * table.stride());
            int occurrence = i;
            Values rowValues = values.addRow(table.slot());
            for (Put put : table.puts()) {
                put(
                        put,
                        row,
                        reading,
                        rowValues,
                        (generation, field, misreading) ->
                                misreadings.add(generation, inOccurrence(table, field, occurrence), misreading));
            }
        }
    }

    /** The reader of an element as it lies in the record, so that a reject names its own positions. */
    private static FieldReader inOccurrence(Table table, FieldReader element, int occurrence) {
        Field field = element.field();
        int from = table.offset() + occurrence * table.stride() + field.start();
        return new FieldReader(new Field(
                field.name(),
                new Field.At(new Positions(from, from + field.length() - 1)),
                field.type(),
                field.required(),
                field.literals(),
                field.codes(),
                field.rules(),
                null,
                List.of()));
    }
}
