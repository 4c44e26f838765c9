package csms.hub.control;

import csms.hub.layout.Mapping;
import csms.hub.layout.RecordLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the details into batches while the file passes: about a mebibyte each, and not between a record and those that
 * belong to it unless their run is very long.
 */
final class BatchTable {

    private static final int TARGET = 1 << 20;
    private static final int MOST = 4 * TARGET;

    private final Mapping mapping;
    private final List<BatchExtent> batches = new ArrayList<>();
    private final Map<String, BatchExtent.Parent> open = new HashMap<>();
    private List<BatchExtent.Parent> parents = List.of();
    private long offset;
    private int length;
    private long firstRecord;
    private int records;

    BatchTable(Mapping mapping) {
        this.mapping = mapping;
    }

    /** Adds a detail.
     *
     * @param size in bytes, its end included */
    void add(@Nullable RecordLayout kind, long recordOffset, int size, long record) {
        boolean belongs = kind != null && kind.parent() != null;
        if (records > 0 && length + size > (belongs ? MOST : TARGET)) {
            close();
        }
        if (records == 0) {
            offset = recordOffset;
            firstRecord = record;
            parents = parentsOf(kind);
        }
        length += size;
        records++;
        if (kind != null) {
            open.put(kind.name(), new BatchExtent.Parent(kind.name(), recordOffset, record));
        }
    }

    /** The header or a trailer stands between two details: a batch is one stretch of bytes. */
    void close() {
        if (records > 0) {
            batches.add(new BatchExtent(batches.size() + 1, offset, length, firstRecord, records, parents));
            length = 0;
            records = 0;
        }
    }

    List<BatchExtent> batches() {
        return List.copyOf(batches);
    }

    private List<BatchExtent.Parent> parentsOf(@Nullable RecordLayout kind) {
        List<BatchExtent.Parent> found = new ArrayList<>();
        RecordLayout child = kind;
        while (child != null && child.parent() != null) {
            BatchExtent.Parent parent = open.get(child.parent());
            if (parent == null) {
                break;
            }
            found.add(0, parent);
            child = mapping.records().get(child.parent());
        }
        return List.copyOf(found);
    }
}
