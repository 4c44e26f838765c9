package csms.hub.operation.cli;

/** That a command cannot be done; the message says why, for whoever gave it. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
        super(message);
    }
}
