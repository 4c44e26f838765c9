package csms.hub.transmission;

/** What became of an arrival that was offered to the hub. */
public sealed interface Taken {

    /** Its bytes are kept and journaled: the partner's copy can go. */
    record Stored(Transmission transmission) implements Taken {}

    /** It seems to be still on its way: leave it where it is. */
    record Incomplete() implements Taken {}
}
