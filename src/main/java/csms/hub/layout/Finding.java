package csms.hub.layout;

/**
 * One thing wrong in a mapping or route file, where an editor can click on it.
 *
 * @param file path as the linter was given it
 * @param line from 1
 * @param column from 1
 * @param rule the name of the rule, for example {@code positions-tile}
 * @param message what is wrong and what to write instead
 */
public record Finding(String file, int line, int column, String rule, String message) {

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + " " + rule + ": " + message;
    }
}
