package csms.hub.acknowledgment;

/** How much of a field's value a reject report may show (new-york/README, ALL/RJCT, Bad value). */
public enum MaskedValue {
    /** As it is. */
    PLAIN {
        @Override
        String shown(String value) {
            return value.length() <= MOST ? value : value.substring(0, MOST);
        }
    },
    /** Nothing but the last four characters: SSNs and account numbers. */
    LAST_FOUR {
        @Override
        String shown(String value) {
            int hidden = Math.max(0, value.length() - 4);
            return "*".repeat(Math.min(hidden, MOST - 4)) + value.substring(hidden);
        }
    },
    /** Nothing: names, addresses and birth dates. */
    HIDDEN {
        @Override
        String shown(String value) {
            return "";
        }
    };

    private static final int MOST = 40;

    /** @param value the field's characters as they stand in the record
     * @return printable US-ASCII of at most 40 characters, without trailing blanks */
    public String of(String value) {
        return shown(Printable.only(value).stripTrailing());
    }

    abstract String shown(String value);
}
