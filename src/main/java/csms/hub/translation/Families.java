package csms.hub.translation;

import csms.hub.record.RecordView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The records that those after them belong to, as a batch passes: of each kind of parent the latest. */
final class Families {

    private final List<KindPlan> children;
    private final Map<String, RecordView> open = new HashMap<>();
    private final List<RecordView> lineage = new ArrayList<>();

    Families(Collection<KindPlan> plans) {
        this.children = plans.stream().filter(plan -> plan.lineage().size() > 1).toList();
    }

    /** A record begins; what belonged to the one of its kind before it has ended. */
    void begin(String kind, byte[] bytes, int offset) {
        for (KindPlan plan : children) {
            if (!plan.layout().name().equals(kind) && plan.isOf(kind)) {
                open.remove(plan.layout().name());
                open.computeIfAbsent(kind, key -> new RecordView()).at(bytes, offset);
            }
        }
    }

    /** The record, the one that it belongs to, and so on; empty when one of them is missing. Good until the next call. */
    List<RecordView> lineage(KindPlan plan, RecordView record) {
        lineage.clear();
        lineage.add(record);
        for (int i = 1; i < plan.lineage().size(); i++) {
            RecordView parent = open.get(plan.lineage().get(i).name());
            if (parent == null) {
                return List.of();
            }
            lineage.add(parent);
        }
        return lineage;
    }
}
