package csms.hub.operation.cli;

import csms.hub.layout.Mapping;
import csms.hub.layout.MappingLinter;
import csms.hub.layout.MappingLinter.Linted;
import csms.hub.record.Reading;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a partner's file as labelled fields. */
@Command(
        name = "describe",
        description = "Any file of a known layout as labelled fields, what is personal masked.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The exchange is told by the file's name, or else by its first record; US-ASCII and IBM037",
            "are told apart. Each field: positions, name, type, what stands there, what it reads as",
            "or the code and words of what is wrong. SSNs, names, addresses, birth dates, amounts,",
            "accounts and the like are asterisks.",
            "",
            "Examples:",
            "  hub describe SVES-RESPONSE.20261121.000042.TXT --records 1-3",
            "  hub describe received.txt --exchange ssa.sves-response | less"
        })
final class DescribeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The file.")
    private Path file = Path.of("");

    @Option(
            names = "--exchange",
            paramLabel = "NAME",
            description = "As whose file it is read, for example ssa.sves-response.")
    private @Nullable String exchange;

    @Option(
            names = "--records",
            paramLabel = "RANGE",
            defaultValue = "1-",
            description = "Which records: 7, 1-10 or 5- (all).")
    private String records = "1-";

    @Option(names = "--unmask", description = "Show what is personal too. Mind who looks over your shoulder.")
    private boolean unmask;

    @Option(
            names = "--mappings",
            paramLabel = "DIR",
            defaultValue = "${env:HUB_MAPPINGS:-mappings}",
            description = "The folder of mappings (that of the hub).")
    private Path mappings = Path.of("mappings");

    @Override
    public Integer call() throws IOException {
        PrintWriter out = new PrintWriter(new BufferedWriter(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), Charset.defaultCharset()), 1 << 16));
        describe(new Terminal(out, Terminal.standard().colors()));
        out.flush();
        return HubCommand.DONE;
    }

    void describe(Terminal terminal) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        Range range = Range.of(records);
        List<Mapping> known = new MappingLinter(LintCommand.vocabulary(mappings), any -> true, null)
                .lintFolder(mappings).stream()
                        .map(Linted::mapping)
                        .filter(Objects::nonNull)
                        .toList();
        boolean production = "production".equals(System.getenv("HUB_ENVIRONMENT"));
        LocalDate today = LocalDate.now(ZoneId.of("America/New_York"));
        KnownLayout layout = KnownLayout.find(file, known, exchange, new Reading(false, production, today));
        Reading reading = new Reading(layout.mapping().house() != null, production, today);
        new Description(layout, reading, unmask, terminal).print(file, range.first(), range.last());
    }

    /** Some records, the first and the last included. */
    record Range(long first, long last) {

        static Range of(String text) {
            var matcher = java.util.regex.Pattern.compile("(\\d{1,18})(-(\\d{1,18})?)?")
                    .matcher(text.strip());
            if (!matcher.matches()) {
                throw new Refused("records are given as 7, 1-10 or 5-, not " + text);
            }
            long first = Long.parseLong(matcher.group(1));
            if (matcher.group(2) == null) {
                return new Range(first, first);
            }
            return new Range(first, matcher.group(3) == null ? Long.MAX_VALUE : Long.parseLong(matcher.group(3)));
        }
    }
}
