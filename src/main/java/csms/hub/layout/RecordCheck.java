package csms.hub.layout;

import java.util.List;

/**
 * A rule about several fields of one record that the hub knows by name; what a table cannot say is Java with its own test.
 *
 * @param rule which rule
 * @param kind of record
 * @param fields that it looks at, in the rule's order; the first is the one that a reject names
 * @param orElse the code when it does not hold
 */
public record RecordCheck(Rule rule, String kind, List<String> fields, String orElse) {

    /** The rules that mappings can name. */
    public enum Rule {
        /** County and district agree: a county's FIPS code, then the district code. An absent value agrees. */
        DISTRICT_OF_COUNTY("districtOfCounty", 2),
        /** A date, and one that it must not be before. An absent date agrees. */
        NOT_BEFORE("notBefore", 2);

        private final String word;
        private final int fields;

        Rule(String word, int fields) {
            this.word = word;
            this.fields = fields;
        }

        /** As mappings write it. */
        public String word() {
            return word;
        }

        /** How many fields it looks at. */
        public int fields() {
            return fields;
        }
    }
}
