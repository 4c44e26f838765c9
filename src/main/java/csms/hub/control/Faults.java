package csms.hub.control;

import csms.hub.control.Fault.Check;
import csms.hub.control.Fault.Fate;
import csms.hub.layout.Field;
import csms.hub.layout.RecordLayout;
import csms.hub.record.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one pass found wrong: the first fault of each check. */
final class Faults {

    private final Map<Check, Fault> faults = new EnumMap<>(Check.class);

    void reject(Reason reason) {
        add(checkOf(reason.code()), Fate.REJECTED, reason);
    }

    /** @param reportable the field's value as a reject report may print it */
    void reject(String code, long record, RecordLayout kind, Field field, String words, String reportable) {
        // A reason of F0002 names no record (interfaces/updates, Which check gives which code).
        long named = code.equals("F0002") ? 0 : record;
        String place = kind.name() + "." + field.name() + " (" + field.start() + "-"
                + (field.start() + field.length() - 1) + ")";
        reject(new Reason(code, named, place, field.name(), field.start(), field.length(), words, reportable));
    }

    void incomplete(Reason reason) {
        add(Check.TRAILER, Fate.INCOMPLETE, reason);
    }

    private void add(Check check, Fate fate, Reason reason) {
        faults.putIfAbsent(check, new Fault(check, fate, reason));
    }

    boolean has(Check check) {
        return faults.containsKey(check);
    }

    @Nullable
    Fault of(Check check) {
        return faults.get(check);
    }

    /** All of them, the one that counts first. */
    List<Fault> inOrder() {
        List<Fault> found = new ArrayList<>(faults.values());
        found.sort(Comparator.comparing(Fault::check));
        return List.copyOf(found);
    }

    private static Check checkOf(String code) {
        return switch (code) {
            case "F0001" -> Check.HEADER;
            case "F0002" -> Check.ORDER;
            case "F0003" -> Check.FORM;
            case "F0004" -> Check.PARTNER;
            case "F0010" -> Check.VERSION;
            case "F0011" -> Check.ENVIRONMENT;
            case "F0008" -> Check.AMOUNT;
            case "F0009" -> Check.HASH;
            default -> Check.COUNT;
        };
    }
}
