package csms.hub.transmission;

/** What an operator asked for cannot be done; the message says why, for the operator. */
public final class OperationRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OperationRefused(String message) {
        super(message);
    }
}
