package csms.hub.participant;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of short texts, packed into chunks of bytes: each text lies after a byte that says its length, each row within one
 * chunk. A row's place is a number.
 */
final class Texts {

    private static final int CHUNK_BITS = 18;
    private static final int CHUNK = 1 << CHUNK_BITS;

    private final List<byte[]> chunks = new ArrayList<>();
    private byte[] chunk = new byte[0];
    private int used;

    /**
     * Packs a row of Latin-1 texts.
     *
     * @throws IllegalArgumentException when a text has more than 127 characters
     */
    int add(String... row) {
        int length = row.length;
        for (String text : row) {
            if (text.length() > Byte.MAX_VALUE) {
                throw new IllegalArgumentException("a text of a participant has " + text.length() + " characters");
            }
            length += text.length();
        }
        if (used + length > chunk.length) {
            trim();
            chunk = new byte[CHUNK];
            chunks.add(chunk);
            used = 0;
        }
        int place = (chunks.size() - 1) << CHUNK_BITS | used;
        for (String text : row) {
            chunk[used++] = (byte) text.length();
            for (int at = 0; at < text.length(); at++) {
                chunk[used++] = (byte) text.charAt(at);
            }
        }
        return place;
    }

    /** Gives back what the last chunk does not need. */
    void trim() {
        if (!chunks.isEmpty()) {
            chunk = Arrays.copyOf(chunk, used);
            chunks.set(chunks.size() - 1, chunk);
        }
    }

    /** @param number of the text in its row, from 0 */
    String text(int place, int number) {
        byte[] chunk = chunk(place);
        int at = lengthAt(place, number);
        return chunk[at] == 0 ? "" : new String(chunk, at + 1, chunk[at], ISO_8859_1);
    }

    boolean isEmpty(int place, int number) {
        return chunk(place)[lengthAt(place, number)] == 0;
    }

    boolean equal(int place, int number, byte[] wanted) {
        byte[] chunk = chunk(place);
        int at = lengthAt(place, number);
        return Arrays.equals(chunk, at + 1, at + 1 + chunk[at], wanted, 0, wanted.length);
    }

    int hash(int place, int number) {
        byte[] chunk = chunk(place);
        int at = lengthAt(place, number);
        return hash(chunk, at + 1, at + 1 + chunk[at]);
    }

    static int hash(byte[] text) {
        return hash(text, 0, text.length);
    }

    long bytes() {
        return chunks.stream().mapToLong(chunk -> chunk.length).sum();
    }

    private byte[] chunk(int place) {
        return chunks.get(place >>> CHUNK_BITS);
    }

    private int lengthAt(int place, int number) {
        byte[] chunk = chunk(place);
        int at = place & (CHUNK - 1);
        for (int before = 0; before < number; before++) {
            at += chunk[at] + 1;
        }
        return at;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int at = from; at < to; at++) {
            hash = 31 * hash + bytes[at];
        }
        return hash;
    }
}
