package csms.hub.operation.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** Where a command prints: with colors on a terminal that has them, plain text into a file or a pipe. */
public final class Terminal {

    private final PrintWriter out;
    private final boolean colors;

    public Terminal(PrintWriter out, boolean colors) {
        this.out = out;
        this.colors = colors;
    }

    /** The terminal that the program was started from. */
    public static Terminal standard() {
        boolean colors = System.console() != null
                && isSet(System.getenv("NO_COLOR"), false)
                && !"dumb".equals(System.getenv("TERM"));
        return new Terminal(new PrintWriter(System.out, true, Charset.defaultCharset()), colors);
    }

    /** NO_COLOR forbids colors when it is there and not empty, whatever it says. */
    private static boolean isSet(@Nullable String variable, boolean wanted) {
        return (variable != null && !variable.isEmpty()) == wanted;
    }

    /** The colors that text may have; none means anything that the words do not say too. */
    public enum Color {
        GREEN(32),
        RED(31),
        YELLOW(33),
        CYAN(36),
        BOLD(1),
        FAINT(2);

        private final int code;

        Color(int code) {
            this.code = code;
        }

        /** The color of a fate. */
        public static Color ofFate(@Nullable String fate) {
            return switch (String.valueOf(fate)) {
                case "accepted" -> GREEN;
                case "rejected" -> RED;
                case "quarantined" -> YELLOW;
                case "duplicate" -> CYAN;
                default -> FAINT;
            };
        }
    }

    public boolean colors() {
        return colors;
    }

    public String color(String text, Color color) {
        return colors ? "\u001B[" + color.code + "m" + text + "\u001B[0m" : text;
    }

    public void print(String text) {
        out.print(text);
        out.flush();
    }

    /** Writes over the line before, on a terminal; into a file or a pipe it writes nothing. */
    public void redraw(String line) {
        if (colors) {
            print("\r\u001B[K" + line);
        }
    }

    public void println(String line) {
        out.println(line);
    }

    public void println() {
        out.println();
    }

    /** Whether whoever reads has gone, as when {@code head} has enough. */
    public boolean closed() {
        return out.checkError();
    }
}
