package csms.hub.operation.cli;

import csms.hub.operation.api.TransmissionRow;
import csms.hub.operation.cli.Table.Column;
import csms.hub.operation.cli.Terminal.Color;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the recent transmissions. */
@Command(name = "status", description = "The recent transmissions and their fates.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    @Option(names = "-n", paramLabel = "NUMBER", defaultValue = "20", description = "How many, at most 1000 (20).")
    private int limit;

    @Override
    public Integer call() throws IOException {
        HubClient hub = HubClient.ofEnvironment();
        print(hub.recent(limit), hub.address(), Terminal.standard());
        return HubCommand.DONE;
    }

    static void print(List<TransmissionRow> rows, String address, Terminal terminal) {
        if (rows.isEmpty()) {
            terminal.println("Nothing was received yet. Console: " + address);
            return;
        }
        Table table = new Table(
                Column.right("ID"),
                Column.left("RECEIVED"),
                Column.cut("EXCHANGE"),
                Column.cut("FILE"),
                Column.left("FATE"),
                Column.left("CODE"),
                Column.right("RECORDS"),
                Column.right("UPDATES"),
                Column.right("REJECTS"));
        for (TransmissionRow row : rows) {
            table.add(
                    Table.cell(row.id()),
                    Table.cell(time(row.receivedAt())),
                    Table.cell(row.exchange() == null ? row.partner() + " ?" : row.exchange()),
                    Table.cell(row.fileName()),
                    Table.cell(row.standing(), Color.ofFate(row.fate())),
                    Table.cell(row.code()),
                    Table.cell(row.details()),
                    Table.cell(row.updates()),
                    Table.cell(row.rejected()));
        }
        table.print(terminal);
        long held = rows.stream().filter(TransmissionRow::held).count();
        if (held > 0) {
            terminal.println();
            terminal.println(
                    held + (held == 1 ? " is held" : " are held") + ": ./hub show ID says why, ./hub release ID");
        }
    }

    static String time(Instant time) {
        return TIME.format(time);
    }
}
