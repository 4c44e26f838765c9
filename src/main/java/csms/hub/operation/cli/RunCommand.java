package csms.hub.operation.cli;

import csms.hub.operation.HubApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Starts the hub and stays until it is stopped. */
@Command(
        name = "run",
        description = "Start the hub; Ctrl-C stops it.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Any setting can be given as --name=value, for example",
            "  hub run --hub.receiving.trailer-wait=2m",
            "What they are says docs/operations.md."
        })
final class RunCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Unmatched
    private final List<String> settings = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        for (String setting : settings) {
            if (!setting.matches("--[a-z]+(\\.[a-zA-Z0-9\\[\\]-]+)+=.*")) {
                throw new ParameterException(
                        spec.commandLine(), setting + " is no setting: settings are given as --name=value");
            }
        }
        try {
            waitForEnd(HubApplication.start(settings.toArray(String[]::new)));
            return HubCommand.DONE;
        } catch (RuntimeException e) {
            // Spring has logged it, with all that a developer needs.
            throw new Refused("the hub did not start: " + Failures.words(e));
        }
    }

    static void waitForEnd(ConfigurableApplicationContext hub) throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        hub.addApplicationListener((ApplicationListener<ContextClosedEvent>) closed -> end.countDown());
        end.await();
    }
}
