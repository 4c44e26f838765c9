package csms.hub.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a field's value goes: a field of one of the updates under {@code publishes}. Inside a repeating group {@code update}
 * is the group's and {@code path} is relative to an occurrence.
 *
 * @param update name under {@code publishes}
 * @param path from {@code data} down, for example {@code [address, city]} or {@code [history[]]}
 * @param bytes the part of the field that is meant; null for all of it
 * @param differsFrom name of a field of the same record; equal values are left out; null when always written
 */
public record Target(
        String update,
        List<String> path,
        @Nullable Positions bytes,
        @Nullable String differsFrom) {

    /** The path as mapping files write it. */
    public String dotted() {
        return String.join(".", path);
    }
}
