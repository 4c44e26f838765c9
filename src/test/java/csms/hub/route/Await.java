package csms.hub.route;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what another thread will do, for 20 seconds at most. */
final class Await {

    private Await() {}

    static void until(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within 20 s: " + what);
            }
            Thread.sleep(10);
        }
    }
}
