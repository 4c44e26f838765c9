package csms.hub.operation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import csms.hub.operation.cli.Table.Column;
import csms.hub.operation.cli.Terminal.Color;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TableTest {

    private final StringWriter printed = new StringWriter();

    @Test
    void cutsLongNamesInTheMiddleSoThatALineFits() {
        Table table = new Table(Column.right("ID"), Column.cut("FILE"), Column.left("FATE"));
        table.add(Table.cell(7), Table.cell("A".repeat(60) + "B".repeat(60)), Table.cell("accepted", Color.GREEN));
        table.print(new Terminal(new PrintWriter(printed, true), false));
        assertThat(printed.toString().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(Table.WIDTH));
        assertThat(printed.toString()).contains("AAA…BBB").contains("accepted");
    }

    @Test
    void alignsColoredCellsAsPlainOnes() {
        Table table = new Table(Column.left("FATE"), Column.left("CODE"));
        table.add(Table.cell("rejected", Color.RED), Table.cell("F0007"));
        table.add(Table.cell("accepted", Color.GREEN), Table.cell("none"));
        table.print(new Terminal(new PrintWriter(printed, true), true));
        assertThat(printed.toString().replaceAll("\u001B\\[\\d+m", "").lines())
                .containsExactly("FATE      CODE", "rejected  F0007", "accepted  none");
    }
}
