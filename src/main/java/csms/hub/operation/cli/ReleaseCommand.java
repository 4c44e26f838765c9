package csms.hub.operation.cli;

import csms.hub.operation.api.TransmissionRow;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lets a held transmission go on. */
@Command(name = "release", description = "Let a held transmission go on.", mixinStandardHelpOptions = true)
final class ReleaseCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "Number, first digits of the SHA-256, or file name.")
    private String id = "";

    @Override
    public Integer call() throws IOException {
        TransmissionRow file = HubClient.ofEnvironment().release(id).transmission();
        Terminal.standard()
                .println(
                        file.title() + " " + file.fileName() + " goes on. What becomes of it: ./hub show " + file.id());
        return HubCommand.DONE;
    }
}
