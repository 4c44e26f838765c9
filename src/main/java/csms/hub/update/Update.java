package csms.hub.update;

/**
 * One canonical update, ready to leave: its envelope's routing facts and its bytes.
 *
 * @param id the CloudEvents id: bytes of the file, record, name under publishes, case (design, The update)
 * @param type with its prefix, for example {@code csms.benefit-reported}
 * @param subject case identifier, or participant id where there is no case
 * @param restricted whether it goes to {@code csms.updates.restricted} only
 * @param record number of the record in the file that it was made from
 * @param json the whole CloudEvent, structured mode, UTF-8
 */
public record Update(String id, String type, String subject, boolean restricted, long record, byte[] json) {}
