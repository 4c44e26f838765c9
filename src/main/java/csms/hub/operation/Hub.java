package csms.hub.operation;

/** The command line's entry. */
public final class Hub {
    private Hub() {}

    public static void main(String[] args) {
        HubApplication.start();
    }
}
