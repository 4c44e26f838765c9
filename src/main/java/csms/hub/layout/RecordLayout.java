package csms.hub.layout;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One kind of record as its interface document draws it.
 *
 * @param name of the kind in the mapping, for example {@code titleII}
 * @param length in bytes, without a line end
 * @param fields the rows, in the order of positions, derived rows last
 * @param parent the kind whose record stands before it and that it belongs to; null if none
 * @param otherwise whether it is what remains when no other kind's literals fit
 */
public record RecordLayout(
        String name,
        int length,
        List<Field> fields,
        @Nullable String parent,
        boolean otherwise) {

    public Optional<Field> field(String fieldName) {
        return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
    }

    /** The rows whose values tell the kind. */
    public List<Field> literals() {
        return fields.stream()
                .filter(field -> field.type() == FieldType.LITERAL)
                .toList();
    }
}
