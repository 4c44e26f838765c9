package csms.hub.operation.cli;

import csms.hub.operation.HubApplication;
import csms.hub.operation.demo.DemoPlay;
import java.util.concurrent.Callable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the hub and plays partner files. */
@Command(
        name = "demo",
        description = "Start the hub and play partner files, good and bad ones.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Invented people and files go through the hub's own SFTP mailboxes. Nothing that is in the",
            "data directory (data, or HUB_DATA) is reset; the play can be repeated there. While it",
            "runs, files without a trailer wait 5 seconds only. Afterwards the hub runs on."
        })
final class DemoCommand implements Callable<Integer> {

    private static final String FILES = "csms.hub.transmission.ReceivedFile";

    @Option(names = "--once", description = "Stop the hub when the play is over.")
    private boolean once;

    @Override
    public Integer call() throws Exception {
        Terminal terminal = Terminal.standard();
        ConfigurableApplicationContext hub = start();
        try {
            new DemoPlay(hub, terminal).play();
        } catch (IllegalStateException e) {
            hub.close();
            throw new Refused(Failures.words(e));
        }
        hub.getBean(LoggingSystem.class).setLogLevel(FILES, LogLevel.INFO);
        if (once) {
            hub.close();
        } else {
            terminal.println("The hub runs on; Ctrl-C stops it.");
            RunCommand.waitForEnd(hub);
        }
        return HubCommand.DONE;
    }

    private static ConfigurableApplicationContext start() {
        try {
            return HubApplication.start(
                    "--hub.receiving.trailer-wait=5s",
                    // The play says itself what becomes of each file.
                    "--logging.level." + FILES + "=off");
        } catch (RuntimeException e) {
            throw new Refused("the hub did not start: " + Failures.words(e));
        }
    }
}
