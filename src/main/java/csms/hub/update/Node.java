package csms.hub.update;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.List;

/** One place in the tree of a {@link Shape}; it knows whether it is present among some values, and how it is written. */
sealed interface Node {

    boolean presentIn(Values values);

    /** Writes what is present, name and all; called only when something is. */
    void write(JsonGenerator json, Values values) throws IOException;

    /**
     * A plain value.
     *
     * @param isReported whether it is {@code reported}, which comes first and makes no update by itself
     */
    record Value(SerializedString name, int slot, boolean isReported) implements Node {
        @Override
        public boolean presentIn(Values values) {
            return values.get(slot) != null;
        }

        @Override
        public void write(JsonGenerator json, Values values) throws IOException {
            Object value = values.get(slot);
            if (value != null) {
                json.writeFieldName(name);
                writePlain(json, value);
            }
        }
    }

    /** The lines of an address. */
    record Lines(int slot) implements Node {
        private static final SerializedString LINE_1 = new SerializedString("line1");
        private static final SerializedString LINE_2 = new SerializedString("line2");
        private static final SerializedString LINE_3 = new SerializedString("line3");

        @Override
        public boolean presentIn(Values values) {
            return !values.items(slot).isEmpty();
        }

        @Override
        public void write(JsonGenerator json, Values values) throws IOException {
            List<Object> lines = values.items(slot);
            line(json, LINE_1, lines.get(0));
            if (lines.size() > 1) {
                line(json, LINE_2, lines.get(1));
            }
            if (lines.size() == 3) {
                line(json, LINE_3, lines.get(2));
            } else if (lines.size() > 3) {
                // interfaces/updates, Names: a fourth line is appended to the third after a comma and a blank
                StringBuilder rest = new StringBuilder().append(lines.get(2));
                for (Object line : lines.subList(3, lines.size())) {
                    rest.append(", ").append(line);
                }
                line(json, LINE_3, rest.toString());
            }
        }

        private static void line(JsonGenerator json, SerializedString name, Object line) throws IOException {
            json.writeFieldName(name);
            json.writeString((String) line);
        }
    }

    /** A list of plain values. */
    record Items(SerializedString name, int slot) implements Node {
        @Override
        public boolean presentIn(Values values) {
            return !values.items(slot).isEmpty();
        }

        @Override
        public void write(JsonGenerator json, Values values) throws IOException {
            json.writeFieldName(name);
            json.writeStartArray();
            for (Object item : values.items(slot)) {
                writePlain(json, item);
            }
            json.writeEndArray();
        }
    }

    /** A list of objects of one shape; a row with nothing in it is left out. */
    record Rows(SerializedString name, int slot, Shape shape) implements Node {
        @Override
        public boolean presentIn(Values values) {
            for (int row = 0; row < values.rows(slot); row++) {
                if (anyPresent(shape.nodes(), values.row(slot, row))) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void write(JsonGenerator json, Values values) throws IOException {
            json.writeFieldName(name);
            json.writeStartArray();
            for (int row = 0; row < values.rows(slot); row++) {
                Values fields = values.row(slot, row);
                if (anyPresent(shape.nodes(), fields)) {
                    json.writeStartObject();
                    writePresent(shape.nodes(), json, fields);
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
        }
    }

    /** An object; present when something in it is. */
    record Nested(SerializedString name, List<Node> nodes) implements Node {
        @Override
        public boolean presentIn(Values values) {
            return anyPresent(nodes, values);
        }

        @Override
        public void write(JsonGenerator json, Values values) throws IOException {
            json.writeFieldName(name);
            json.writeStartObject();
            writePresent(nodes, json, values);
            json.writeEndObject();
        }
    }

    static boolean anyPresent(List<Node> nodes, Values values) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).presentIn(values)) {
                return true;
            }
        }
        return false;
    }

    static void writePresent(List<Node> nodes, JsonGenerator json, Values values) throws IOException {
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            if (node.presentIn(values)) {
                node.write(json, values);
            }
        }
    }

    private static void writePlain(JsonGenerator json, Object value) throws IOException {
        if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Integer || value instanceof Long) {
            json.writeNumber(((Number) value).longValue());
        } else {
            throw new IllegalArgumentException(
                    "an update holds no " + value.getClass().getName());
        }
    }
}
