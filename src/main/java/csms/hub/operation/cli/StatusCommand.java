package csms.hub.operation.cli;

import csms.hub.operation.api.TransmissionRow;
import csms.hub.operation.cli.Table.Column;
import csms.hub.operation.cli.Terminal.Color;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the recent transmissions. */
@Command(name = "status", description = "The recent transmissions and their fates.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("uu-MM-dd");

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
                Column.right("RECS"),
                Column.right("UPD"),
                Column.right("REJ"));
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

    /** The time when it was today, the date when it was not. */
    private static String time(Instant instant) {
        ZonedDateTime time = instant.atZone(ZoneId.systemDefault());
        boolean today = time.toLocalDate().equals(LocalDate.now(ZoneId.systemDefault()));
        return (today ? TODAY : EARLIER).format(time);
    }
}
