package csms.hub.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What other rows of a record decide about one: whether it counts at all, and how much of its date is stated.
 *
 * @param only what the codes of other rows must be for this one to count; otherwise it is absent, whatever its bytes
 * @param precision the row that says how much of a date is stated; null when all of it is
 */
public record Depends(List<Only> only, @Nullable Field precision) {

    /** Most rows stand for themselves. */
    public static final Depends NOTHING = new Depends(List.of(), null);

    /**
     * A row and the codes of which it must have one.
     *
     * @param codes trimmed; the empty text is a blank field
     */
    public record Only(Field field, List<String> codes) {}
}
