package csms.hub.update;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one record gives to the slots of a {@link Shape}. Plain values are {@code String} (texts, dates, money), {@code Long}
 * or {@code Integer}, and {@code Boolean}. Meant to be filled again and again: {@link #clear} keeps its lists. Of one thread.
 */
public final class Values {

    private final Shape shape;

    /** A plain value, an {@link Items} or a {@link RowList}; null where nothing was put yet. */
    private final @Nullable Object[] slots;

    private static final class Items extends ArrayList<Object> {}

    /** Rows made once and used again, of which the first {@code used} count. */
    private static final class RowList {
        private final List<Values> made = new ArrayList<>();
        private int used;
    }

    Values(Shape shape) {
        this.shape = shape;
        this.slots = new @Nullable Object[shape.size()];
    }

    /**
     * Gives a value to a slot. In a slot of one value it replaces an earlier one; in a list of plain values, and in {@code
     * address.lines}, it is added to the end. Null and blank text are absent: they change nothing.
     *
     * @throws IllegalArgumentException when the slot is of a list of objects
     */
    public void put(int slot, @Nullable Object value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            return;
        }
        if (shape.isTable(slot)) {
            throw new IllegalArgumentException("slot " + slot + " takes rows");
        }
        if (!shape.isList(slot)) {
            slots[slot] = value;
        } else if (slots[slot] instanceof Items items) {
            items.add(value);
        } else {
            Items items = new Items();
            items.add(value);
            slots[slot] = items;
        }
    }

    /** Takes back what a slot of one value was given. */
    public void remove(int slot) {
        if (slots[slot] instanceof Items items) {
            items.clear();
        } else if (slots[slot] instanceof RowList list) {
            list.used = 0;
        } else {
            slots[slot] = null;
        }
    }

    /** Adds a row to a list of objects and gives its values, all absent, to be filled. A row left so is not written. */
    public Values addRow(int slot) {
        RowList list;
        if (slots[slot] instanceof RowList known) {
            list = known;
        } else {
            list = new RowList();
            slots[slot] = list;
        }
        if (list.used == list.made.size()) {
            list.made.add(new Values(shape.row(slot)));
        }
        Values row = list.made.get(list.used++);
        row.clear();
        return row;
    }

    /** The value of a slot of one value; null when absent. */
    public @Nullable Object get(int slot) {
        return slots[slot];
    }

    /** Whether nothing is present but, at most, {@code reported}: such an update is not made unless its row says always. */
    public boolean isEmpty() {
        for (Node node : shape.nodes()) {
            if (node.presentIn(this) && !(node instanceof Node.Value value && value.isReported())) {
                return false;
            }
        }
        return true;
    }

    /** Makes everything absent again. */
    public void clear() {
        for (int slot = 0; slot < slots.length; slot++) {
            remove(slot);
        }
    }

    Shape shape() {
        return shape;
    }

    /** What was put to a list of plain values, in order. */
    List<Object> items(int slot) {
        return slots[slot] instanceof Items items ? items : List.of();
    }

    /** How many rows a list of objects has. */
    int rows(int slot) {
        return slots[slot] instanceof RowList list ? list.used : 0;
    }

    /** A row of a list of objects, counted from 0. */
    Values row(int slot, int row) {
        if (slots[slot] instanceof RowList list && row < list.used) {
            return list.made.get(row);
        }
        throw new IndexOutOfBoundsException("row " + row + " of " + rows(slot));
    }
}
