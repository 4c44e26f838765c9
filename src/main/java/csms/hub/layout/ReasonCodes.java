package csms.hub.layout;

import java.util.Map;

/** The codes that the house error table gives (new-york/README, Acceptance order and error handling), with their meaning. */
public final class ReasonCodes {

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("F0001", "header missing or unreadable"),
            Map.entry("F0002", "trailer missing, or data after it"),
            Map.entry("F0003", "record length wrong"),
            Map.entry("F0004", "partner, type, sender or receiver not valid for this channel"),
            Map.entry("F0005", "duplicate batch"),
            Map.entry("F0006", "batch number out of sequence"),
            Map.entry("F0007", "detail count does not agree"),
            Map.entry("F0008", "amount or reversal total does not agree"),
            Map.entry("F0009", "SSN hash does not agree"),
            Map.entry("F0010", "layout version not supported"),
            Map.entry("F0011", "test file on a production channel, or the reverse"),
            Map.entry("F0012", "reject limit passed"),
            Map.entry("R0101", "required field blank"),
            Map.entry("R0102", "not numeric"),
            Map.entry("R0103", "not a date, or out of range"),
            Map.entry("R0104", "code not in the table"),
            Map.entry("R0105", "case identifier malformed"),
            Map.entry("R0106", "SSN malformed or impossible"),
            Map.entry("R0107", "district and county disagree"),
            Map.entry("R0201", "case or account unknown to CSMS"),
            Map.entry("R0202", "identity disagrees"),
            Map.entry("R0203", "duplicate key, different content"),
            Map.entry("R0204", "answer without an open request"),
            Map.entry("R0205", "reversal without its original"),
            Map.entry("R0301", "below legal threshold"),
            Map.entry("R0302", "notice period not run"),
            Map.entry("R0303", "person or case exempt"),
            Map.entry("R0304", "parts do not sum to the total"),
            Map.entry("R0305", "amount above the certified or ordered limit"),
            Map.entry("W0401", "duplicate key, same content: ignored"),
            Map.entry("W0402", "date older than 13 months"),
            Map.entry("W0403", "partial match, sent to a worker"));

    private ReasonCodes() {}

    /** Whether partners know the code. */
    public static boolean known(String code) {
        return MEANINGS.containsKey(code);
    }

    /** What the table says of it. */
    public static String meaning(String code) {
        return MEANINGS.getOrDefault(code, "");
    }
}
