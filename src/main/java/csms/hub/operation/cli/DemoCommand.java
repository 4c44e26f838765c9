package csms.hub.operation.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Starts the hub and plays partner files. */
@Command(
        name = "demo",
        description = "Start the hub and play partner files, good and bad ones.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return HubCommand.DONE;
    }
}
