package csms.hub.operation.cli;

import csms.hub.operation.api.TransmissionPage;
import csms.hub.operation.api.TransmissionPage.BatchLine;
import csms.hub.operation.api.TransmissionPage.ReasonLine;
import csms.hub.operation.api.TransmissionPage.StepLine;
import csms.hub.operation.api.TransmissionPage.TotalLine;
import csms.hub.operation.api.TransmissionRow;
import csms.hub.operation.cli.Terminal.Color;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says all that is known of one transmission. */
@Command(
        name = "show",
        description = "One transmission: steps, totals, batches, updates and every reject.",
        mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneId.systemDefault());
    private static final int MOST_BATCHES = 20;

    @Parameters(paramLabel = "ID", description = "Number, first digits of the SHA-256, or file name.")
    private String id = "";

    @Option(
            names = {"-n", "--rejects"},
            paramLabel = "NUMBER",
            defaultValue = "100",
            description = "How many rejects and warnings to print, at most 1000 (100).")
    private int limit;

    @Option(
            names = {"-f", "--follow"},
            description = "Wait until it is done, with a progress bar on a terminal.")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        HubClient hub = HubClient.ofEnvironment();
        Terminal terminal = Terminal.standard();
        TransmissionPage page = hub.page(id);
        if (follow) {
            page = follow(hub, page, terminal);
        }
        print(page, limit, terminal);
        return HubCommand.DONE;
    }

    private static TransmissionPage follow(HubClient hub, TransmissionPage first, Terminal terminal)
            throws IOException, InterruptedException {
        String number = String.valueOf(first.transmission().id());
        TransmissionPage page = first;
        while (!Progress.isOver(page)) {
            terminal.redraw(Progress.bar(page));
            TimeUnit.MILLISECONDS.sleep(300);
            page = hub.page(number);
        }
        terminal.redraw("");
        return page;
    }

    static void print(TransmissionPage page, int limit, Terminal terminal) {
        TransmissionRow file = page.transmission();
        terminal.println(terminal.color(file.title() + "  " + file.fileName(), Color.BOLD));
        field(terminal, "fate", terminal.color(file.standing(), Color.ofFate(file.fate())) + code(file));
        field(terminal, "id", file.id() + ", " + file.state());
        field(terminal, "received", time(file.receivedAt()) + " by " + file.channel() + " from " + file.partner());
        field(terminal, "sha-256", file.sha256());
        field(terminal, "size", file.size() + " bytes, " + file.records() + " records" + number(file));
        field(
                terminal,
                "details",
                file.details() + ": " + file.applied() + " applied, " + file.rejected() + " rejected, " + file.notOurs()
                        + " not ours");
        field(terminal, "updates", updates(page));
        section(terminal, "Steps");
        for (StepLine step : page.steps()) {
            terminal.println("  " + time(step.at()) + "  " + pad(step.step(), 12) + " " + step.note());
        }
        totals(page, terminal);
        batches(page, terminal);
        reasons(page, limit, terminal);
        if (!page.next().isEmpty()) {
            terminal.println();
            terminal.println((file.held() ? "To let it go on: " : "To publish it again: ") + page.next());
        }
        if (!page.others().isEmpty()) {
            terminal.println("Others of this name: " + page.others());
        }
    }

    private static void totals(TransmissionPage page, Terminal terminal) {
        if (page.totals().isEmpty()) {
            return;
        }
        section(terminal, "Control totals");
        for (TotalLine total : page.totals()) {
            Boolean agrees = total.agrees();
            String word = agrees == null
                    ? terminal.color("not read ", Color.FAINT)
                    : agrees ? terminal.color("agrees   ", Color.GREEN) : terminal.color("DIFFERS  ", Color.RED);
            String numbers = total.declared() == null
                    ? total.note()
                    : "says " + total.declared() + ", the file has " + total.found();
            terminal.println("  " + word + pad(total.name(), 28) + " " + numbers);
        }
    }

    private static void batches(TransmissionPage page, Terminal terminal) {
        if (page.batches().isEmpty()) {
            return;
        }
        section(terminal, "Batches");
        page.batches().stream().limit(MOST_BATCHES).forEach(batch -> terminal.println("  " + line(batch)));
        if (page.batches().size() > MOST_BATCHES) {
            terminal.println("  and " + (page.batches().size() - MOST_BATCHES) + " more");
        }
    }

    private static String line(BatchLine batch) {
        return String.format(
                "%4d  records %d to %d: %d applied, %d rejected, %d not ours; %s, %s",
                batch.number(),
                batch.firstRecord(),
                batch.firstRecord() + batch.records() - 1,
                batch.applied(),
                batch.rejected(),
                batch.notOurs(),
                batch.translatedAt() == null ? "waits" : "translated",
                batch.publishedAt() == null ? "not on the queues" : "published");
    }

    private static void reasons(TransmissionPage page, int limit, Terminal terminal) {
        if (page.reasons().isEmpty()) {
            return;
        }
        section(terminal, "Rejects and warnings");
        page.reasons().stream().limit(limit).forEach(reason -> terminal.println("  " + line(reason, terminal)));
        if (page.reasons().size() > limit || page.moreReasons()) {
            terminal.println("  and more; the outcome event has the first 1000");
        }
    }

    static String line(ReasonLine reason, Terminal terminal) {
        Color color = reason.severity().equals("W") ? Color.YELLOW : Color.RED;
        return terminal.color(reason.code(), color) + "  " + reason.words();
    }

    static String updates(TransmissionPage page) {
        if (page.updatesByType().isEmpty()) {
            return "none";
        }
        StringBuilder words = new StringBuilder();
        page.updatesByType()
                .forEach((type, number) -> words.append(words.isEmpty() ? "" : ", ")
                        .append(number)
                        .append(' ')
                        .append(type));
        return words.toString();
    }

    private static String code(TransmissionRow file) {
        return file.code() == null ? "" : "  " + file.code();
    }

    private static String number(TransmissionRow file) {
        return file.batchNumber() == null ? "" : ", number " + file.batchNumber();
    }

    private static void field(Terminal terminal, String name, String value) {
        terminal.println(terminal.color(pad(name, 10), Color.FAINT) + value);
    }

    private static void section(Terminal terminal, String title) {
        terminal.println();
        terminal.println(terminal.color(title, Color.BOLD));
    }

    private static String time(Instant time) {
        return TIME.format(time);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
