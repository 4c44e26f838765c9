package csms.hub.operation.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** What a failure says to whoever gave the command. */
final class Failures {
    private Failures() {}

    /** One line: the failure's own words when they were written to be read, otherwise those of its cause with its kind. */
    static String words(Throwable failure) {
        if (failure instanceof NoSuchFileException missing) {
            return "there is no " + missing.getFile();
        }
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + " cannot be read: permission denied";
        }
        if (failure instanceof Refused || failure instanceof NoHub) {
            return String.valueOf(failure.getMessage());
        }
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
