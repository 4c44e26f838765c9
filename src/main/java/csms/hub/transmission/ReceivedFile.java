package csms.hub.transmission;

/** Stand-in. */
public final class ReceivedFile {}
