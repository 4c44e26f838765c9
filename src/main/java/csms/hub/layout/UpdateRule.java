package csms.hub.layout;

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
 * @param answersRequest whether it answers the request that the record's echo names
 * @param review whether every one is marked for review
 * @param when what the record must hold
 * @param set values that are always written, by dotted path
 */
public record UpdateRule(
        String name,
        String type,
        String kind,
        boolean always,
        boolean alone,
        boolean answersRequest,
        boolean review,
        List<Condition> when,
        Map<String, String> set) {}
