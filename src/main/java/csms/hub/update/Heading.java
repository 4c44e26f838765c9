package csms.hub.update;

/**
 * What an update's envelope and its {@code person} say, besides what its transmission and its publication say.
 *
 * @param record number of the record in the file, from 1, the header included
 * @param occurrence of a repetition that makes one update each, from 1; 0 when the update is made once a record
 * @param subject of the event; {@link Person#subject()} but where a page names another for people who are not ours
 * @param familyViolence whether the person is protected; then the update is restricted
 */
public record Heading(
        long record, int occurrence, String subject, Person person, boolean review, boolean familyViolence) {

    /** The heading of an update made once a record, about a person whose case or own id is its subject. */
    public static Heading of(long record, Person person, boolean review, boolean familyViolence) {
        return new Heading(record, 0, person.subject(), person, review, familyViolence);
    }
}
