package csms.hub.operation;

import csms.hub.operation.cli.HubCommand;

/** The entry of the program {@code hub}. */
public final class Hub {
    private Hub() {}

    public static void main(String[] args) {
        System.exit(HubCommand.execute(args));
    }
}
