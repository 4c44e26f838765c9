package csms.hub.layout;

/** The two character sets that partners send (federal/README, Envelope). */
public enum Encoding {
    US_ASCII,
    IBM037
}
