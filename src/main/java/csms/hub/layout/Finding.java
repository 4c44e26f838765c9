package csms.hub.layout;

/** One mistake in a mapping or route file: where it is, which rule it breaks, and what to write instead. */
public record Finding(String file, int line, int column, String rule, String message) {

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + " " + rule + ": " + message;
    }
}
