package csms.hub.operation.cli;

import csms.hub.operation.api.TransmissionRow;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Translates and publishes an accepted transmission again. */
@Command(
        name = "replay",
        description = "Translate and publish an accepted one again, under the same ids.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "Number, first digits of the SHA-256, or file name.")
    private String id = "";

    @Override
    public Integer call() throws IOException {
        TransmissionRow file = HubClient.ofEnvironment().replay(id).transmission();
        Terminal.standard()
                .println(file.title() + " " + file.fileName() + " is replayed. What becomes of it: ./hub show "
                        + file.id());
        return HubCommand.DONE;
    }
}
