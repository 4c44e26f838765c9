package csms.hub.operation.health;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is asked for no more often than once in a while. */
final class Remembered<T> implements Supplier<T> {

    private final long nanos;
    private final Supplier<T> source;
    private @Nullable T value;
    private long asked;

    Remembered(Duration atMostEvery, Supplier<T> source) {
        this.nanos = atMostEvery.toNanos();
        this.source = source;
    }

    @Override
    public synchronized T get() {
        T current = value;
        if (current == null || System.nanoTime() - asked > nanos) {
            current = source.get();
            value = current;
            asked = System.nanoTime();
        }
        return current;
    }
}
