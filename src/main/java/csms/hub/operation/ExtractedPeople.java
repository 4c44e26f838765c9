package csms.hub.operation;

import csms.hub.participant.KnownPeople;
import csms.hub.record.Reason;
import csms.hub.transmission.ParticipantExtract;
import csms.hub.transmission.ParticipantTable;
import java.util.List;

/** A participant extract becomes the table of participants, and the table the index that records are matched with. */
record ExtractedPeople(ParticipantTable table, KnownPeople people) implements ParticipantExtract {

    @Override
    public List<Reason> check(long transmission, boolean full) {
        return table.check(transmission, full);
    }

    @Override
    public boolean tooFew(long transmission) {
        return table.tooFew(transmission);
    }

    @Override
    public void apply(long transmission, boolean full) {
        table.apply(transmission, full);
    }

    @Override
    public void swap() {
        people.replace(table.load());
    }
}
