package csms.hub.channel;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files that are open in the mailboxes, and what that forbids.
 *
 * <p>A file open for writing is hidden from the other side. A file that the hub is taking stays as it is until the hub
 * has closed it. And the hub removes only what it has read: a file replaced since would be lost otherwise.
 */
final class OpenFiles {

    /** What is done on disk while no other operation on a mailbox file can begin. */
    interface Step<T> {
        T take() throws IOException;
    }

    private static final class State {
        private @Nullable MailboxChannel writer;
        private int takers;
        private boolean read;
    }

    private final Map<Path, State> states = new HashMap<>();

    synchronized boolean isBeingWritten(Path file) {
        State state = states.get(file);
        return state != null && state.writer != null;
    }

    /** Opens a file for writing. Whoever had it open for writing has lost it: his connection broke, and he begins anew. */
    SeekableByteChannel openToWrite(Path file, Step<SeekableByteChannel> opening) throws IOException {
        MailboxChannel former;
        synchronized (this) {
            State state = states.get(file);
            former = state == null ? null : state.writer;
        }
        if (former != null) {
            former.close();
        }
        synchronized (this) {
            refuseIfOpen(file);
            MailboxChannel channel = new MailboxChannel(opening.take(), true, () -> written(file));
            State state = states.computeIfAbsent(file, any -> new State());
            state.writer = channel;
            state.read = false;
            return channel;
        }
    }

    /** Opens a file for its length to be changed, also while it is being written. */
    synchronized SeekableByteChannel openToCut(Path file, Step<SeekableByteChannel> opening) throws IOException {
        return isBeingWritten(file) ? opening.take() : openToWrite(file, opening);
    }

    /** Opens a file for the other side; one that is being written is not there for it. */
    synchronized SeekableByteChannel openToRead(Path file, Step<SeekableByteChannel> opening) throws IOException {
        refuseIfWritten(file);
        return opening.take();
    }

    /** Opens a file for the hub to take: until it is closed it stays as it is. */
    synchronized SeekableByteChannel openToTake(Path file, Step<SeekableByteChannel> opening) throws IOException {
        refuseIfWritten(file);
        MailboxChannel channel = new MailboxChannel(opening.take(), false, () -> taken(file));
        State state = states.computeIfAbsent(file, any -> new State());
        state.takers++;
        state.read = true;
        return channel;
    }

    /** Removes a file that nobody has open. */
    synchronized void remove(Path file, Step<?> removal) throws IOException {
        refuseIfOpen(file);
        removal.take();
        states.remove(file);
    }

    /** Removes a file that the hub has taken; refused when it is not what the hub has read. */
    synchronized void removeTaken(Path file, Step<?> removal) throws IOException {
        State state = states.get(file);
        if (state == null || !state.read) {
            throw new AccessDeniedException(name(file), null, "is not what the hub has read");
        }
        removal.take();
        states.remove(file);
    }

    /** Gives a file that nobody has open another name. */
    synchronized void rename(Path from, Path to, Step<?> renaming) throws IOException {
        refuseIfOpen(from);
        refuseIfOpen(to);
        renaming.take();
        states.remove(from);
        states.remove(to);
    }

    private synchronized void written(Path file) {
        states.remove(file);
    }

    private synchronized void taken(Path file) {
        State state = states.get(file);
        if (state != null) {
            state.takers--;
        }
    }

    private void refuseIfWritten(Path file) throws IOException {
        if (isBeingWritten(file)) {
            throw new NoSuchFileException(name(file));
        }
    }

    private void refuseIfOpen(Path file) throws IOException {
        State state = states.get(file);
        if (state != null && state.writer != null) {
            throw new AccessDeniedException(name(file), null, "is being written");
        }
        if (state != null && state.takers > 0) {
            throw new AccessDeniedException(name(file), null, "is being taken by the hub");
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
