package csms.hub.operation.cli;

import csms.hub.operation.cli.Terminal.Color;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of cells in columns; the widest texts are cut where the line would not fit. */
final class Table {

    static final int WIDTH = 100;

    private final List<Column> columns;
    private final List<List<Cell>> rows = new ArrayList<>();

    /** @param cut whether its cells may be cut, in the middle, because both ends of a file name tell */
    record Column(String title, boolean right, boolean cut) {
        static Column left(String title) {
            return new Column(title, false, false);
        }

        static Column right(String title) {
            return new Column(title, true, false);
        }

        static Column cut(String title) {
            return new Column(title, false, true);
        }
    }

    record Cell(String text, @Nullable Color color) {}

    Table(Column... columns) {
        this.columns = List.of(columns);
    }

    void add(Cell... cells) {
        rows.add(List.of(cells));
    }

    static Cell cell(@Nullable Object value) {
        return new Cell(value == null ? "" : value.toString(), null);
    }

    static Cell cell(@Nullable Object value, Color color) {
        return new Cell(value == null ? "" : value.toString(), color);
    }

    void print(Terminal terminal) {
        int[] widths = widths();
        List<Cell> titles = new ArrayList<>();
        columns.forEach(column -> titles.add(new Cell(column.title(), Color.BOLD)));
        terminal.println(line(titles, widths, terminal));
        rows.forEach(row -> terminal.println(line(row, widths, terminal)));
    }

    private int[] widths() {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = columns.get(i).title().length();
            for (List<Cell> row : rows) {
                widths[i] = Math.max(widths[i], row.get(i).text().length());
            }
        }
        int over = 2 * (widths.length - 1) - WIDTH;
        for (int width : widths) {
            over += width;
        }
        while (over > 0) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                if (columns.get(i).cut() && widths[i] > 8 && (widest < 0 || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            if (widest < 0) {
                break;
            }
            widths[widest]--;
            over--;
        }
        return widths;
    }

    private String line(List<Cell> cells, int[] widths, Terminal terminal) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            Cell cell = cells.get(i);
            String text = cut(cell.text(), widths[i]);
            String pad = " ".repeat(Math.max(0, widths[i] - text.length()));
            String colored = cell.color() == null ? text : terminal.color(text, cell.color());
            line.append(columns.get(i).right() ? pad + colored : colored + pad);
            line.append(i < widths.length - 1 ? "  " : "");
        }
        return line.toString().stripTrailing();
    }

    private static String cut(String text, int width) {
        if (text.length() <= width) {
            return text;
        }
        int head = (width - 1) / 2;
        return text.substring(0, head) + "…" + text.substring(text.length() - (width - 1 - head));
    }
}
