package csms.hub.layout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** New York's social services districts and the counties in them (new-york/districts.csv). */
public final class Districts {

    private static final Map<String, String> DISTRICT_OF_COUNTY = load();

    private Districts() {}

    /** The district codes: 01 to 57, and 66 for New York City. */
    public static List<String> codes() {
        return DISTRICT_OF_COUNTY.values().stream().distinct().sorted().toList();
    }

    /** The district that a county belongs to, by the county's five-digit FIPS code. */
    public static Optional<String> ofCounty(String fips) {
        return Optional.ofNullable(DISTRICT_OF_COUNTY.get(fips));
    }

    private static Map<String, String> load() {
        Map<String, String> districts = new LinkedHashMap<>();
        try (InputStream bytes = Objects.requireNonNull(Districts.class.getResourceAsStream("/districts.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.US_ASCII))) {
            List<String> header =
                    List.of(Objects.requireNonNull(lines.readLine()).split(",", -1));
            int district = header.indexOf("district_code");
            int county = header.indexOf("county_fips");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                districts.put(cells[county], cells[district]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return districts;
    }
}
