package csms.hub.record;

import java.time.LocalDate;

/**
 * What the reading of values depends on besides the bytes.
 *
 * @param house whether blanks in digits and dates are errors (house style) or absent values (federal)
 * @param production whether SSNs of the 900 area are refused
 * @param received New York date of receipt; ages are measured from it
 */
public record Reading(boolean house, boolean production, LocalDate received) {}
