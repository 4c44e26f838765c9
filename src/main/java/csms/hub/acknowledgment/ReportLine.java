package csms.hub.acknowledgment;

import csms.hub.record.Reason;

/**
 * One detail of ALL/RJCT.
 *
 * @param detailSequence seven digits, {@code 0000000} for the whole file
 * @param caseId New York Case Identifier as the record has it, or blank
 * @param ssn nine digits as the record has them, or blank
 * @param reason what was wrong and where
 */
public record ReportLine(String detailSequence, String caseId, String ssn, Reason reason) {}
