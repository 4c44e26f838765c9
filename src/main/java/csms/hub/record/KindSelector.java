package csms.hub.record;

import csms.hub.layout.Field;
import csms.hub.layout.RecordLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells which kind a record is from its literals, before anything else of it is read. */
public final class KindSelector {

    private final List<Candidate> candidates = new ArrayList<>();
    private final @Nullable RecordLayout otherwise;

    private record Literal(Field field, int offset, List<byte[]> values) {
        boolean fits(byte[] bytes, int record, int length) {
            for (byte[] value : values) {
                if (offset + field.length() <= length && equal(bytes, record + offset, value)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean equal(byte[] bytes, int from, byte[] value) {
            for (int i = 0; i < value.length; i++) {
                if (bytes[from + i] != value[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private record Candidate(RecordLayout layout, List<Literal> literals) {
        boolean fits(byte[] bytes, int record, int length) {
            for (int i = 0; i < literals.size(); i++) {
                if (!literals.get(i).fits(bytes, record, length)) {
                    return false;
                }
            }
            return true;
        }
    }

    public KindSelector(Collection<RecordLayout> layouts) {
        RecordLayout rest = null;
        for (RecordLayout layout : layouts) {
            if (layout.otherwise()) {
                rest = layout;
            } else {
                candidates.add(new Candidate(layout, literals(layout)));
            }
        }
        this.otherwise = rest;
    }

    private static List<Literal> literals(RecordLayout layout) {
        return layout.literals().stream()
                .map(field -> new Literal(
                        field,
                        field.start() - 1,
                        field.literals().stream()
                                .map(value -> pad(value, field.length()))
                                .toList()))
                .toList();
    }

    private static byte[] pad(String value, int length) {
        return (value + " ".repeat(length - value.length())).getBytes(StandardCharsets.US_ASCII);
    }

    /** The kind of the record at an offset, or null when no kind's literals fit.
     *
     * @param length how many bytes of the record there are */
    public @Nullable RecordLayout select(byte[] bytes, int record, int length) {
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            if (candidate.fits(bytes, record, length)) {
                return candidate.layout();
            }
        }
        return otherwise;
    }

    /**
     * The literal that keeps an unknown record from being a detail: the first one that differs, of the kind that agrees
     * furthest.
     *
     * @param details the kinds it might have been
     */
    public Field misfit(byte[] bytes, int record, int length, List<RecordLayout> details) {
        Field misfit = null;
        for (Candidate candidate : candidates) {
            if (!details.contains(candidate.layout())) {
                continue;
            }
            for (Literal literal : candidate.literals()) {
                if (!literal.fits(bytes, record, length)) {
                    if (misfit == null || literal.field().start() > misfit.start()) {
                        misfit = literal.field();
                    }
                    break;
                }
            }
        }
        if (misfit == null) {
            throw new IllegalStateException("a record of a known kind has no misfit");
        }
        return misfit;
    }
}
