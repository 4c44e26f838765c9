package csms.hub.layout;

import java.util.List;

/** What a record must hold for an update to be made; all conditions of a rule must hold. */
public sealed interface Condition {

    /** The fields that it looks at. */
    default List<String> named() {
        if (this instanceof AnyPresent any) {
            return any.fields();
        }
        if (this instanceof NonePresent none) {
            return none.fields();
        }
        if (this instanceof Present present) {
            return List.of(present.field());
        }
        if (this instanceof Absent absent) {
            return List.of(absent.field());
        }
        return this instanceof In in ? List.of(in.field()) : List.of(((NotIn) this).field());
    }

    /** The field's converted value is there. */
    record Present(String field) implements Condition {}

    /** The field's converted value is not there. */
    record Absent(String field) implements Condition {}

    /** At least one of the fields' converted values is there. */
    record AnyPresent(List<String> fields) implements Condition {}

    /** None of the fields' converted values is there. */
    record NonePresent(List<String> fields) implements Condition {}

    /** The field's trimmed code is one of these; the empty text is a blank field. */
    record In(String field, List<String> codes) implements Condition {}

    /** The field's trimmed code is none of these; the empty text is a blank field. */
    record NotIn(String field, List<String> codes) implements Condition {}
}
