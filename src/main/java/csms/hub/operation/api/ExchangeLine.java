package csms.hub.operation.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One exchange and how it stands.
 *
 * @param direction inbound or outbound; null while its mapping was never good
 * @param mapping digest of the mapping in use; null when there is none
 * @param route whether its route runs
 * @param findings what is wrong with its files as they stand now, as the linter says it
 */
public record ExchangeLine(
        String name, @Nullable String direction, @Nullable String mapping, boolean route, List<String> findings) {}
