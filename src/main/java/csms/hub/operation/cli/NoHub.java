package csms.hub.operation.cli;

/** That no hub answers where one was asked. */
final class NoHub extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoHub(String message) {
        super(message);
    }
}
