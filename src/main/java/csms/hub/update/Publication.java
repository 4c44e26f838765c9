package csms.hub.update;

/**
 * One update that an exchange publishes: a row under {@code publishes} of its mapping.
 *
 * @param name under {@code publishes}; part of each event's id
 * @param type without its prefix, for example {@code benefit-reported}
 * @param safeguard of its data; some exchanges publish updates under different ones
 * @param shape the fields of its data that the mapping fills
 */
public record Publication(String name, String type, Safeguard safeguard, Shape shape) {}
