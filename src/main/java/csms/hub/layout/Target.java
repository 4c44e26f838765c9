package csms.hub.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a field's value goes: a field of one of the updates under {@code publishes}. Inside a repeating group {@code update}
 * is the group's and {@code path} is relative to an occurrence.
 *
 * @param update name under {@code publishes}
 * @param path from {@code data} down, for example {@code [address, city]} or {@code [history[]]}
 * @param row of the list in the path that the value belongs to, from 1; 0 when the path does not number one
 * @param bytes the part of the field that is meant; null for all of it
 * @param differsFrom name of a field of the same record; equal values are left out; null when always written
 * @param otherwise whether it is told only when no row before it told that field
 * @param required whether the update cannot be made without it: an absent value refuses the record
 */
public record Target(
        String update,
        List<String> path,
        int row,
        @Nullable Positions bytes,
        @Nullable String differsFrom,
        boolean otherwise,
        boolean required) {

    /** The list whose row the value belongs to, {@code amounts[]}; only of a path that numbers one. */
    public String list() {
        String dotted = dotted();
        return dotted.substring(0, dotted.indexOf("[]") + 2);
    }

    /** The path as mapping files write it. */
    public String dotted() {
        return String.join(".", path);
    }
}
