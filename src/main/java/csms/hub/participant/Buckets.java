package csms.hub.participant;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * A hash index from a key to the numbers of the entries that have it: the entries lie bucket by bucket in one array, so
 * that it costs two ints an entry and any number of entries may share a key. It keeps no keys; who looks up compares.
 */
final class Buckets {

    /** Gives the hash of each key that an entry has: none, one or several. */
    @FunctionalInterface
    interface Keys {
        void of(int entry, IntConsumer hash);
    }

    private final int shift;
    private final int[] starts;
    private final int[] entries;

    Buckets(int count, Keys keys) {
        int bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(Math.max(1, count - 1)));
        shift = 32 - bits;
        starts = new int[(1 << bits) + 1];
        for (int entry = 0; entry < count; entry++) {
            keys.of(entry, hash -> starts[bucket(hash)]++);
        }
        for (int bucket = 1; bucket < starts.length; bucket++) {
            starts[bucket] += starts[bucket - 1];
        }
        // each start now stands at its bucket's end; filling from the last entry moves it back to the beginning
        entries = new int[starts[starts.length - 1]];
        for (int entry = count - 1; entry >= 0; entry--) {
            int number = entry;
            keys.of(entry, hash -> entries[--starts[bucket(hash)]] = number);
        }
    }

    int bucket(int hash) {
        return (hash * 0x9E3779B9) >>> shift;
    }

    int start(int bucket) {
        return starts[bucket];
    }

    /** One after the bucket's last place. */
    int end(int bucket) {
        return starts[bucket + 1];
    }

    int entry(int place) {
        return entries[place];
    }

    /** The entries that may have the key, in ascending order; one with two keys in the bucket stands twice. */
    int[] candidates(int hash) {
        int bucket = bucket(hash);
        return Arrays.copyOfRange(entries, start(bucket), end(bucket));
    }

    long bytes() {
        return 4L * (starts.length + entries.length);
    }
}
