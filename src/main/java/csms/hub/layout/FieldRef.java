package csms.hub.layout;

/** A field of a named record kind: {@code trailer.record_count}. */
public record FieldRef(String kind, String field) {

    @Override
    public String toString() {
        return kind + "." + field;
    }
}
