package csms.hub.translation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The inbound exchanges that are live now; one can be replaced while others work. */
public final class ExchangeCatalog {

    private static final Pattern FILE_NAME = Pattern.compile("([A-Z0-9-]+)\\.\\d{8}\\.\\d{6}\\.TXT");

    private final ConcurrentHashMap<String, InboundExchange> exchanges = new ConcurrentHashMap<>();

    /** Adds an exchange or replaces the one of its name. */
    public void put(InboundExchange exchange) {
        exchanges.put(exchange.name(), exchange);
    }

    public Optional<InboundExchange> named(String exchange) {
        return Optional.ofNullable(exchanges.get(exchange));
    }

    /**
     * The exchange of a partner that a file name belongs to: {@code SVES-RESPONSE.20261121.000042.TXT} of {@code ssa} is
     * {@code ssa.sves-response} (design, section 6). The date and number in a name prove nothing: the bytes decide.
     */
    public Optional<InboundExchange> claiming(String partner, String fileName) {
        var matcher = FILE_NAME.matcher(fileName);
        return matcher.matches() ? named(partner + "." + matcher.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /** All of them, by name. */
    public List<InboundExchange> all() {
        return exchanges.values().stream()
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
    }
}
