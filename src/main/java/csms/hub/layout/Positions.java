package csms.hub.layout;

import java.util.Optional;

/** A stretch of bytes as interface documents count it: from 1, both ends included. */
public record Positions(int from, int to) {

    public int length() {
        return to - from + 1;
    }

    /** Offset of the first byte, from 0. */
    public int offset() {
        return from - 1;
    }

    /** Reads {@code 96-103} or {@code 3}; empty when it is no stretch. */
    public static Optional<Positions> parse(String text) {
        String[] ends = text.trim().split("-", -1);
        try {
            int from = Integer.parseInt(ends[0].trim());
            int to = ends.length == 1 ? from : Integer.parseInt(ends[1].trim());
            return ends.length <= 2 && from >= 1 && to >= from
                    ? Optional.of(new Positions(from, to))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return from + "-" + to;
    }
}
