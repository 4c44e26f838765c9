package csms.hub.participant;

import java.util.function.Supplier;

/** The person index in use now; a new one takes its place at once, and work under way goes on with the one it took. */
public final class KnownPeople implements Supplier<PersonIndex> {

    private volatile PersonIndex index = PersonIndex.EMPTY;

    @Override
    public PersonIndex get() {
        return index;
    }

    public void replace(PersonIndex newer) {
        index = newer;
    }
}
