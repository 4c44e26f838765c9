package csms.hub.control;

import csms.hub.layout.RecordOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Recognizes the order of records, one at a time: the position automaton of the order's regular expression (Glushkov
 * 1961), a set of positions in the bits of a long. Kinds are told by index.
 */
final class OrderAutomaton {

    private static final int MOST_POSITIONS = 62;

    private final List<String> kinds;
    private final List<Integer> positionKinds = new ArrayList<>();
    private final Map<Integer, Long> follow = new HashMap<>();
    private final long[] followOf;
    private final long[] positionsOf;
    private final long last;
    private final boolean empty;
    private long next;
    private boolean begun;
    private long reached;

    /** What a part of the expression begins and ends with. */
    private record Ends(long first, long last, boolean nullable) {}

    /** @param kinds by index; those that the order does not name are never in order */
    OrderAutomaton(RecordOrder order, Collection<String> kinds) {
        this.kinds = List.copyOf(kinds);
        Ends ends = ends(order);
        this.next = ends.first();
        this.last = ends.last();
        this.empty = ends.nullable();
        this.followOf = new long[positionKinds.size()];
        this.positionsOf = new long[this.kinds.size()];
        for (int position = 0; position < positionKinds.size(); position++) {
            followOf[position] = follow.getOrDefault(position, 0L);
            positionsOf[positionKinds.get(position)] |= 1L << position;
        }
    }

    /** Takes the next record; false when it may not stand here, and then the record is passed over. */
    boolean accept(int kind) {
        long positions = next & positionsOf[kind];
        if (positions == 0) {
            return false;
        }
        begun = true;
        reached = positions;
        next = 0;
        while (positions != 0) {
            next |= followOf[Long.numberOfTrailingZeros(positions)];
            positions &= positions - 1;
        }
        return true;
    }

    /** Whether the file may end here. */
    boolean complete() {
        return begun ? (reached & last) != 0 : empty;
    }

    private Ends ends(RecordOrder order) {
        if (order instanceof RecordOrder.Kind kind) {
            int position = positionKinds.size();
            if (position > MOST_POSITIONS) {
                throw new IllegalArgumentException("an order names at most " + MOST_POSITIONS + " records");
            }
            positionKinds.add(kinds.indexOf(kind.name()));
            return new Ends(1L << position, 1L << position, false);
        }
        if (order instanceof RecordOrder.Repeated repeated) {
            Ends part = ends(repeated.part());
            link(part.last(), part.first());
            return new Ends(part.first(), part.last(), true);
        }
        if (order instanceof RecordOrder.Choice choice) {
            Ends all = new Ends(0, 0, false);
            for (RecordOrder part : choice.parts()) {
                Ends ends = ends(part);
                all = new Ends(all.first() | ends.first(), all.last() | ends.last(), all.nullable() || ends.nullable());
            }
            return all;
        }
        Ends all = new Ends(0, 0, true);
        for (RecordOrder part : ((RecordOrder.Sequence) order).parts()) {
            Ends ends = ends(part);
            link(all.last(), ends.first());
            all = new Ends(
                    all.nullable() ? all.first() | ends.first() : all.first(),
                    ends.nullable() ? all.last() | ends.last() : ends.last(),
                    all.nullable() && ends.nullable());
        }
        return all;
    }

    private void link(long from, long to) {
        long positions = from;
        while (positions != 0) {
            follow.merge(Long.numberOfTrailingZeros(positions), to, (a, b) -> a | b);
            positions &= positions - 1;
        }
    }
}
