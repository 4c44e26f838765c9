package csms.hub.layout;

import csms.hub.update.Safeguard;
import java.util.List;
import java.util.Map;

/**
 * One row under {@code publishes}: an update that records of a kind make.
 *
 * @param name part of each update's id, so it never changes
 * @param type of the update, without {@code csms.}
 * @param kind of record it is made from
 * @param always whether it is made even with nothing in it but the person
 * @param alone whether a record that makes it makes nothing that is not alone too, and has none of its fields read
 * @param safeguard the law that guards its data; the mapping's, unless the update has its own
 * @param answersRequest whether it answers the request that the record's echo names
 * @param tellsRequest whether it names the request that the record answers, and is made without one as well
 * @param review whether every one is marked for review
 * @param when what the record must hold
 * @param set values that are always written, by dotted path
 * @param only what the record must hold for a part of the update to be told, by dotted path of the part
 * @param filled values of which one must be there for a row of a list to be told, by the list's dotted path
 */
public record UpdateRule(
        String name,
        String type,
        String kind,
        boolean always,
        boolean alone,
        Safeguard safeguard,
        boolean answersRequest,
        boolean tellsRequest,
        boolean review,
        List<Condition> when,
        Map<String, String> set,
        Map<String, List<Condition>> only,
        Map<String, List<String>> filled) {}
