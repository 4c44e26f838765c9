package csms.hub.layout;

import csms.hub.update.Safeguard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One exchange's mapping file: the interface control document as a table, and what the hub makes of it.
 *
 * @param exchange for example {@code ssa.sves-response}
 * @param direction way of the file
 * @param makes whether its details become updates or the person index
 * @param agreement the document it was made from
 * @param safeguard whose rules protect the data
 * @param file what a whole file looks like
 * @param records the record kinds in the order of the mapping, the house header and trailer included
 * @param header name of the kind that every file begins with; null if none
 * @param trailer name of the kind that every file ends with; null if none
 * @param house codes of the New York house style; null for other files
 * @param codes the code tables
 * @param publishes the updates, in the order in which a record makes them
 * @param persons how the person of each kind is found; kinds without one make nothing
 * @param requests how each kind's request is found
 * @param unknownPerson what a record about nobody is
 * @param checks rules about several fields of a record
 * @param controlTotals what the file declares of itself
 * @param rejectLimit in percent of the details
 * @param digest SHA-256 of the mapping file's bytes, hexadecimal
 */
public record Mapping(
        String exchange,
        Direction direction,
        Makes makes,
        Agreement agreement,
        Safeguard safeguard,
        FileFormat file,
        Map<String, RecordLayout> records,
        @Nullable String header,
        @Nullable String trailer,
        @Nullable HouseCodes house,
        Map<String, CodeTable> codes,
        List<UpdateRule> publishes,
        Map<String, PersonRule> persons,
        Map<String, RequestRule> requests,
        UnknownPerson unknownPerson,
        List<RecordCheck> checks,
        List<ControlTotal> controlTotals,
        double rejectLimit,
        String digest) {

    /** Which way the files of an exchange go. */
    public enum Direction {
        INBOUND,
        OUTBOUND
    }

    /** What details become. */
    public enum Makes {
        UPDATES,
        PARTICIPANTS
    }

    /** What a record about a person whom CSMS does not know is: a reject on an answer, not ours where everybody comes. */
    public enum UnknownPerson {
        REJECTED,
        NOT_OURS
    }

    /** The record kinds that are neither header nor trailer. */
    public List<RecordLayout> details() {
        return records.values().stream()
                .filter(layout ->
                        !layout.name().equals(header) && !layout.name().equals(trailer))
                .toList();
    }

    public Optional<RecordLayout> record(@Nullable String kind) {
        return Optional.ofNullable(kind == null ? null : records.get(kind));
    }

    /** The field that a reference names.
     *
     * @throws IllegalStateException when there is none; the linter keeps such a mapping out */
    public Field field(FieldRef ref) {
        return record(ref.kind())
                .flatMap(layout -> layout.field(ref.field()))
                .orElseThrow(() -> new IllegalStateException(exchange + " has no field " + ref));
    }
}
