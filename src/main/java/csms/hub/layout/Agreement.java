package csms.hub.layout;

/**
 * The interface control document that a mapping was made from.
 *
 * @param document its title
 * @param section where in it
 * @param version or date
 * @param note what is reconstructed or chosen, so that the real document can be laid beside it
 */
public record Agreement(String document, String section, String version, String note) {}
