package csms.hub.operation.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the hub. */
@Command(
        name = "hub",
        description = "Exchanges records between CSMS and its partners.%n",
        synopsisHeading = "Usage: ",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        mixinStandardHelpOptions = true,
        versionProvider = HubCommand.Version.class,
        subcommands = {
            RunCommand.class,
            DemoCommand.class,
            StatusCommand.class,
            ShowCommand.class,
            ReleaseCommand.class,
            ReplayCommand.class,
            DescribeCommand.class,
            LintCommand.class,
            HelpCommand.class
        },
        footer = {
            "",
            "An ID is the number of a transmission, the first six or more digits of its",
            "SHA-256, or its file name. hub help COMMAND says more of each command.",
            "",
            "Examples:",
            "  hub demo                       see what it does, with invented people",
            "  hub status -n 50               the last 50 transmissions",
            "  hub show 42                    what became of one, and why",
            "  hub describe FILE              what stands where in a partner's file",
            "",
            "Environment: HUB_DATA (data), HUB_HTTP_PORT (8080), HUB_SFTP_PORT (2222),",
            "HUB_BROKER_PORT (61616), HUB_ENVIRONMENT (test), HUB_JAVA_OPTS, NO_COLOR.",
            "",
            "Exit codes: 0 done; 1 refused, not found, or findings; 2 the command is not",
            "understood; 3 no hub answers."
        })
public final class HubCommand implements Runnable {

    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int NOT_UNDERSTOOD = 2;
    static final int NO_HUB = 3;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** Runs one command and gives its exit code. */
    public static int execute(String... arguments) {
        CommandLine line = new CommandLine(new HubCommand());
        line.setUsageHelpWidth(100);
        line.setColorScheme(
                CommandLine.Help.defaultColorScheme(Terminal.standard().colors() ? Ansi.ON : Ansi.OFF));
        line.setParameterExceptionHandler((wrong, given) -> {
            CommandLine command = wrong.getCommandLine();
            command.getErr().println("hub: " + wrong.getMessage());
            command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
            return NOT_UNDERSTOOD;
        });
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("hub: " + Failures.words(failure));
            return failure instanceof NoHub ? NO_HUB : REFUSED;
        });
        return line.execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    /** The version that was built. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() throws IOException {
            Properties build = new Properties();
            try (InputStream file = HubCommand.class.getResourceAsStream("/META-INF/build-info.properties")) {
                if (file != null) {
                    build.load(file);
                }
            }
            return new String[] {build.getProperty("build.version", "unknown")};
        }
    }
}
