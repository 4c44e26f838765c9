package csms.hub.update;

import com.fasterxml.jackson.core.io.SerializedString;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The fields that one mapping fills in an update's data: a tree in which each field has a numbered slot. Made once for each
 * {@link Publication}; each record then fills {@link Values} slot by slot, in any order, and {@link EventWriter} writes them
 * in the order of the paths given here, each nested object in one piece.
 *
 * <p>A path is written with points: {@code kind}, {@code address.city}; {@code codes[]} is a list of plain values and
 * {@code history[].month} a field of each row of a list. {@code address.lines} stands for the lines of an address, which
 * become {@code line1} to {@code line3}.
 */
public final class Shape {

    static final String LINES = "lines";
    static final String REPORTED = "reported";

    private static final String ARRAY = "[]";
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z][A-Za-z0-9]*(\\[])?");

    private final List<Node> nodes;
    private final Map<String, Integer> slots;
    private final Map<Integer, Shape> rows;
    private final BitSet lists;
    private final BitSet tables;

    private Shape(List<String> paths) {
        slots = new LinkedHashMap<>();
        rows = new LinkedHashMap<>();
        lists = new BitSet();
        tables = new BitSet();
        nodes = nodes("", paths);
    }

    /**
     * The shape that has these paths, in this order. A path given twice counts once.
     *
     * @throws IllegalArgumentException when a path is not well formed, when two exclude each other (a value and an object of
     *     one name; {@code address.lines} and {@code address.line1}), or when one is not for a mapping to place ({@code
     *     person}, {@code familyViolence})
     */
    public static Shape of(List<String> paths) {
        for (String path : paths) {
            if (path.equals("person") || path.startsWith("person.") || path.equals("familyViolence")) {
                throw new IllegalArgumentException(path + " has no slot: it is told with the person");
            }
        }
        return ofEntry(paths);
    }

    /**
     * The shape of an entry of the person index, which has no heading: {@code familyViolence} is a field like any other.
     *
     * @throws IllegalArgumentException as {@link #of}, but for what is told with the person
     */
    public static Shape ofEntry(List<String> paths) {
        List<String> ordered = new ArrayList<>(paths);
        // data begins with what it is true as of, wherever the mapping reads it
        if (ordered.removeIf(REPORTED::equals)) {
            ordered.add(0, REPORTED);
        }
        return new Shape(ordered);
    }

    /**
     * The slot of a value, of a list ({@code history[]}) or of {@code address.lines}. A field of a list's rows has its slot in
     * {@link #row}.
     *
     * @throws IllegalArgumentException when the shape has no such path
     */
    public int slot(String path) {
        Integer slot = slots.get(path);
        if (slot == null) {
            throw new IllegalArgumentException("no " + path + " among " + slots.keySet());
        }
        return slot;
    }

    /** Whether the path has a slot. */
    public boolean has(String path) {
        return slots.containsKey(path);
    }

    /**
     * The shape of each row of a list of objects, {@code history[]}.
     *
     * @throws IllegalArgumentException when the path is no list of objects
     */
    public Shape row(String path) {
        return row(slot(path));
    }

    /** A new set of values of this shape, all absent. */
    public Values values() {
        return new Values(this);
    }

    /** How many slots there are, numbered from 0. */
    int size() {
        return slots.size();
    }

    /** Whether a slot holds several plain values. */
    boolean isList(int slot) {
        return lists.get(slot);
    }

    /** Whether a slot holds a list of objects. */
    boolean isTable(int slot) {
        return tables.get(slot);
    }

    /** The shape of each row in the slot of a list of objects. */
    Shape row(int slot) {
        Shape row = rows.get(slot);
        if (row == null) {
            throw new IllegalArgumentException("slot " + slot + " has no rows");
        }
        return row;
    }

    List<Node> nodes() {
        return nodes;
    }

    private List<Node> nodes(String stem, List<String> paths) {
        // what stands behind each first segment, in order of first appearance; "" when nothing does
        Map<String, Set<String>> children = new LinkedHashMap<>();
        for (String path : paths) {
            int point = path.indexOf('.');
            String first = point < 0 ? path : path.substring(0, point);
            if (!SEGMENT.matcher(first).matches() || path.endsWith(".")) {
                throw new IllegalArgumentException("not names joined by points: " + stem + path);
            }
            children.computeIfAbsent(first, name -> new LinkedHashSet<>())
                    .add(point < 0 ? "" : path.substring(point + 1));
        }
        if (children.containsKey(LINES)
                && List.of("line1", "line2", "line3").stream().anyMatch(children::containsKey)) {
            throw new IllegalArgumentException(
                    stem + "lines and its single lines exclude each other; name lines alone");
        }
        List<Node> made = new ArrayList<>();
        children.forEach((segment, rests) -> made.add(node(stem, segment, rests)));
        return List.copyOf(made);
    }

    private Node node(String stem, String segment, Set<String> rests) {
        String path = stem + segment;
        if (segment.endsWith(ARRAY)) {
            var name = new SerializedString(segment.substring(0, segment.length() - ARRAY.length()));
            int slot = newSlot(path);
            List<String> fields = rests.stream().filter(rest -> !rest.isEmpty()).toList();
            if (fields.isEmpty()) {
                lists.set(slot);
                return new Node.Items(name, slot);
            }
            Shape row = new Shape(fields);
            rows.put(slot, row);
            tables.set(slot);
            return new Node.Rows(name, slot, row);
        }
        if (!rests.contains("")) {
            return new Node.Nested(new SerializedString(segment), nodes(path + ".", List.copyOf(rests)));
        }
        if (rests.size() > 1) {
            throw new IllegalArgumentException(path + " cannot be a value and an object at once");
        }
        int slot = newSlot(path);
        if (segment.equals(LINES)) {
            lists.set(slot);
            return new Node.Lines(slot);
        }
        return new Node.Value(new SerializedString(segment), slot, path.equals(REPORTED));
    }

    private int newSlot(String path) {
        int slot = slots.size();
        slots.put(path, slot);
        return slot;
    }
}
