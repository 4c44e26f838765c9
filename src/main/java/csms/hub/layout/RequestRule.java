package csms.hub.layout;

import java.util.List;

/**
 * How a record kind names the request that it answers (interfaces/updates, How an answer finds its request).
 *
 * @param kind of record
 * @param echo field with the hub's request number, zero-filled
 * @param when what the record must hold to be joined at all
 */
public record RequestRule(String kind, String echo, List<Condition> when) {}
