package csms.hub.operation.demo;

import csms.hub.channel.HubKeys;
import csms.hub.channel.Mailboxes;
import csms.hub.layout.Encoding;
import csms.hub.layout.Mapping;
import csms.hub.operation.api.TransmissionPage;
import csms.hub.operation.api.TransmissionRow;
import csms.hub.operation.api.Transmissions;
import csms.hub.operation.cli.Terminal;
import csms.hub.operation.cli.Terminal.Color;
import csms.hub.partner.HubSettings;
import csms.hub.translation.LiveMappings;
import csms.hub.transmission.Channel;
import csms.hub.transmission.Figures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.ApplicationContext;

/**
 * A play of partner files, good and bad ones, through the front door: real SFTP, real steps, one file after the other, and
 * what the hub makes of each. It works a second time in the same data directory, because numbers go on where they are.
 */
public final class DemoPlay {

    private static final String EXTRACT = "csms.participant-extract";
    private static final String ANSWERS = "ssa.sves-response";
    private static final int PEOPLE = 12;
    private static final int MOST_REASONS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Transmissions transmissions;
    private final Figures figures;
    private final Terminal terminal;
    private final String console;
    private final HubSettings settings;
    private final int sftpPort;
    private final HubKeys keys;
    private final Map<String, Mapping> mappings;
    private final LocalDate today = LocalDate.now(ZoneId.of("America/New_York"));
    private final Map<String, Integer> fates = new TreeMap<>();

    /** @param hub a hub that is ready */
    public DemoPlay(ApplicationContext hub, Terminal terminal) {
        this.transmissions = hub.getBean(Transmissions.class);
        this.figures = hub.getBean(Figures.class);
        this.settings = hub.getBean(HubSettings.class);
        this.sftpPort = hub.getBean(Mailboxes.class).port();
        this.keys = hub.getBean(HubKeys.class);
        this.mappings = hub.getBean(LiveMappings.class).inUse();
        this.console = "http://127.0.0.1:" + hub.getEnvironment().getProperty("local.server.port", "8080");
        this.terminal = terminal;
    }

    /** Plays everything once.
     *
     * @throws IllegalStateException when it cannot be played here; the message says why, for whoever asked for it */
    public void play() throws IOException, GeneralSecurityException, InterruptedException {
        if (settings.production()) {
            throw new IllegalStateException("the demo sends invented people, which production must never see");
        }
        DemoFiles files = new DemoFiles(mapping(EXTRACT), mapping(ANSWERS), today);
        Path folder = settings.data().resolve("demo");
        DemoKey csmsKey = DemoKey.of("csms", folder, settings.partnerKeys());
        DemoKey ssaKey = DemoKey.of("ssa", folder, settings.partnerKeys());
        introduce(ssaKey);
        try (DemoPartner csms = partner("csms", csmsKey);
                DemoPartner ssa = partner("ssa", ssaKey)) {
            List<DemoPerson> people = DemoPerson.several(PEOPLE);
            long extract = next(EXTRACT, 99_999_999);
            send(
                    csms,
                    name(EXTRACT, extract),
                    files.extract(extract, people),
                    "CSMS says whom it knows: " + PEOPLE + " invented people");
            good(ssa, files, people);
            bad(ssa, files, people);
            held(ssa, files, people);
        }
        summary();
    }

    private Mapping mapping(String exchange) {
        return Optional.ofNullable(mappings.get(exchange))
                .orElseThrow(
                        () -> new IllegalStateException("the demo needs the mapping of " + exchange + ": ./hub lint"));
    }

    private DemoPartner partner(String id, DemoKey key) throws IOException {
        return new DemoPartner(id, sftpPort, key.pair(), keys.knownHosts());
    }

    private void introduce(DemoKey key) {
        terminal.println();
        terminal.println(terminal.color("Partners drop files; this is what the hub makes of each.", Color.BOLD));
        terminal.println("Data is in " + settings.data() + ". To send one yourself as the SSA:");
        terminal.println("  sftp -P " + sftpPort + " -i " + key.file() + " ssa@127.0.0.1");
    }

    private void good(DemoPartner ssa, DemoFiles files, List<DemoPerson> people)
            throws IOException, InterruptedException {
        long first = next(ANSWERS, 999_999);
        byte[] good = files.answers(first, Encoding.US_ASCII, everyKind(files, people));
        send(ssa, name(ANSWERS, first), good, "the SSA answers: all five kinds of record");
        send(ssa, name(ANSWERS, first), good, "the very same file again");
        long second = after(first);
        send(
                ssa,
                name(ANSWERS, second),
                files.answers(second, Encoding.IBM037, everyKind(files, people.subList(5, PEOPLE))),
                "the same kinds, written by a mainframe in EBCDIC without line ends");
        long third = after(second);
        List<byte[]> mixed = new ArrayList<>(everyKind(files, people));
        mixed.set(0, files.with(files.titleII(people.get(0)), "titleII", "date_of_death", "20260230"));
        mixed.set(1, files.with(files.titleXVI(people.get(1)), "titleXVI", "ssn", "9000X1001"));
        mixed.add(files.notFound(people.get(6).stranger()));
        send(
                ssa,
                name(ANSWERS, third),
                files.answers(third, Encoding.US_ASCII, mixed),
                "three records with mistakes among good ones: February 30, a letter in an SSN, a stranger");
    }

    private static List<byte[]> everyKind(DemoFiles files, List<DemoPerson> people) {
        return List.of(
                files.titleII(people.get(0)),
                files.titleXVI(people.get(1)),
                files.prisoner(people.get(2)),
                files.pendingClaim(people.get(3)),
                files.notFound(people.get(4)));
    }

    private void bad(DemoPartner ssa, DemoFiles files, List<DemoPerson> people)
            throws IOException, InterruptedException {
        List<byte[]> details = everyKind(files, people);
        long miscounted = next(ANSWERS, 999_999);
        send(
                ssa,
                name(ANSWERS, miscounted),
                files.answers(miscounted, "36", Encoding.US_ASCII, details, details.size() + 3L),
                "the trailer counts one record more than there is");
        long elsewhere = after(miscounted);
        send(
                ssa,
                name(ANSWERS, elsewhere),
                files.answers(elsewhere, "34", Encoding.US_ASCII, details, details.size() + 2L),
                "a file for New Jersey");
        send(
                ssa,
                name(ANSWERS, elsewhere),
                files.answers(elsewhere, Encoding.US_ASCII, details.subList(0, 2)),
                "a number that was used before, with other bytes");
        send(
                ssa,
                "QUARTERLY-SURPRISE.TXT",
                ("nobody agreed on this, " + today + "\n").getBytes(StandardCharsets.US_ASCII),
                "a file that no agreement knows");
    }

    private void held(DemoPartner ssa, DemoFiles files, List<DemoPerson> people)
            throws IOException, InterruptedException {
        List<byte[]> details = everyKind(files, people);
        long missing = next(ANSWERS, 999_999);
        long early = after(missing);
        long held = send(
                ssa,
                name(ANSWERS, early),
                files.answers(early, Encoding.US_ASCII, details.subList(0, 3)),
                "a file that comes before the one before it: it is held");
        send(
                ssa,
                name(ANSWERS, missing),
                files.answers(missing, Encoding.US_ASCII, details.subList(1, 4)),
                "the missing one comes ...");
        follow(held, "... and the held one goes on by itself");
        long cut = after(early);
        byte[] whole = files.answers(cut, Encoding.US_ASCII, details);
        send(
                ssa,
                name(ANSWERS, cut),
                files.answers(cut, "36", Encoding.US_ASCII, details, 0),
                "a transfer that broke off: no trailer. The hub waits for the rest, then holds it");
        send(ssa, name(ANSWERS, cut), whole, "the whole file takes its place");
    }

    /** Sends a file and tells what became of it.
     *
     * @return its id */
    private long send(DemoPartner partner, String name, byte[] bytes, String what)
            throws IOException, InterruptedException {
        long before = transmissions.recent(1).stream()
                .mapToLong(TransmissionRow::id)
                .max()
                .orElse(0);
        terminal.println();
        terminal.println(terminal.color(name, Color.BOLD) + "  " + what);
        partner.put(name, bytes);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<TransmissionPage> arrived = transmissions
                    .page(name)
                    .filter(page -> page.transmission().id() > before && done(page.transmission()));
            if (arrived.isPresent()) {
                return tell(arrived.get());
            }
            pause(deadline, name);
        }
    }

    private void follow(long id, String what) throws InterruptedException {
        terminal.println();
        terminal.println(what);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            TransmissionPage page = transmissions.page(String.valueOf(id)).orElseThrow();
            if (page.transmission().state().equals("finished")) {
                tell(page);
                return;
            }
            pause(deadline, page.transmission().fileName());
        }
    }

    private static boolean done(TransmissionRow file) {
        return file.state().equals("finished") || file.held();
    }

    private static void pause(long deadline, String name) throws InterruptedException {
        if (System.nanoTime() > deadline) {
            throw new IllegalStateException(
                    name + " was not finished within " + PATIENCE.toSeconds() + " s; the log above says why");
        }
        Thread.sleep(100);
    }

    private long tell(TransmissionPage page) {
        TransmissionRow file = page.transmission();
        fates.merge(file.standing(), 1, Integer::sum);
        String fate = terminal.color(file.standing(), Color.ofFate(file.fate()));
        String code = file.code() == null ? "" : " " + file.code();
        terminal.println("  " + fate + code + ": " + file.details() + " records, " + file.applied() + " applied, "
                + file.rejected() + " rejected");
        page.updatesByType().forEach((type, number) -> terminal.println("    " + number + " " + type));
        page.reasons().stream()
                .limit(MOST_REASONS)
                .forEach(reason -> terminal.println("    " + reason.code() + " " + reason.words()));
        if (page.reasons().size() > MOST_REASONS) {
            terminal.println("    and " + (page.reasons().size() - MOST_REASONS) + " more");
        }
        terminal.println(terminal.color(
                "    ./hub show " + file.id() + "   " + console + "/transmissions/" + file.id(), Color.FAINT));
        return file.id();
    }

    private void summary() {
        StringBuilder words = new StringBuilder();
        fates.forEach((fate, number) -> words.append(words.isEmpty() ? "" : ", ")
                .append(number)
                .append(' ')
                .append(fate));
        terminal.println();
        terminal.println(terminal.color("The play is over: " + words + ".", Color.BOLD));
        terminal.println("Console " + console + ", list ./hub status, updates on the queues csms.updates and"
                + " csms.outcomes (port " + settings.broker().port() + ").");
    }

    /** The number that follows on the last one finished. */
    private long next(String exchange, long highest) {
        long last = figures.lastNumber(exchange, Channel.MAILBOX).orElse(0);
        return last % highest + 1;
    }

    private static long after(long number) {
        return number % 999_999 + 1;
    }

    private String name(String exchange, long number) {
        String part = exchange.substring(exchange.indexOf('.') + 1).toUpperCase(java.util.Locale.ROOT);
        return part + "." + today.format(DateTimeFormatter.BASIC_ISO_DATE)
                + String.format(".%06d.TXT", number % 1_000_000);
    }
}
