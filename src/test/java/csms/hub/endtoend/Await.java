package csms.hub.endtoend;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Waits for what another process does, for a bounded time. */
final class Await {

    private static final Duration PAUSE = Duration.ofMillis(3);

    private Await() {}

    static void until(String what, Duration atMost, Callable<Boolean> condition) throws Exception {
        present(what, atMost, () -> condition.call() ? Boolean.TRUE : null);
    }

    /** The first value that is not null. */
    static <T> T present(String what, Duration atMost, Callable<@Nullable T> value) throws Exception {
        long end = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < end) {
            T found = value.call();
            if (found != null) {
                return found;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new AssertionError("After " + atMost.toSeconds() + " s still waiting: " + what);
    }
}
