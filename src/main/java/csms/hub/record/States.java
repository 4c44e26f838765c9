package csms.hub.record;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The 56 states and territories: two-digit FIPS codes and what the Postal Service calls them. */
final class States {

    private static final String CODES =
            "01AL 02AK 04AZ 05AR 06CA 08CO 09CT 10DE 11DC 12FL 13GA 15HI 16ID 17IL 18IN 19IA "
                    + "20KS 21KY 22LA 23ME 24MD 25MA 26MI 27MN 28MS 29MO 30MT 31NE 32NV 33NH 34NJ 35NM 36NY 37NC 38ND 39OH 40OK "
                    + "41OR 42PA 44RI 45SC 46SD 47TN 48TX 49UT 50VT 51VA 53WA 54WV 55WI 56WY 60AS 66GU 69MP 72PR 78VI";

    private static final Map<String, String> ABBREVIATIONS = new LinkedHashMap<>();
    private static final Map<String, String> FIPS = new LinkedHashMap<>();

    static {
        for (String code : CODES.split(" ", -1)) {
            ABBREVIATIONS.put(code.substring(0, 2), code.substring(2));
            FIPS.put(code.substring(2), code.substring(0, 2));
        }
    }

    private States() {}

    /** The abbreviation of a FIPS code, null when there is no such state. */
    static @Nullable String abbreviation(String fips) {
        return ABBREVIATIONS.get(fips);
    }

    /** The FIPS code of an abbreviation.
     *
     * @throws IllegalArgumentException when there is no such state */
    static String fips(String abbreviation) {
        String fips = FIPS.get(abbreviation);
        if (fips == null) {
            throw new IllegalArgumentException("no state");
        }
        return fips;
    }
}
