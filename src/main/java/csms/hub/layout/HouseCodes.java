package csms.hub.layout;

import java.util.List;

/**
 * What tells one New York house file from another (new-york/README, The exchanges).
 *
 * @param partner partner code, for example {@code DMV}
 * @param types file types, for example {@code PARF} and {@code PARC}
 * @param sender who sends the files
 * @param receiver who they are for
 */
public record HouseCodes(String partner, List<String> types, String sender, String receiver) {}
