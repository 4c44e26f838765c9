package csms.hub.acknowledgment;

/** Text as a house file may carry it: printable US-ASCII, anything else a question mark. */
final class Printable {

    private Printable() {}

    static String only(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(each -> printable.append(each >= ' ' && each <= '~' ? (char) each : '?'));
        return printable.toString();
    }
}
