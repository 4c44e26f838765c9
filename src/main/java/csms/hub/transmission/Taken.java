package csms.hub.transmission;

/** What became of an arrival whose bytes were read. */
public sealed interface Taken {

    /** Its bytes are in the vault and the journal has it. */
    record Stored(Transmission transmission) implements Taken {}

    /** It is perhaps still being sent: nothing was kept. */
    record Incomplete() implements Taken {}
}
