package csms.hub.translation;

import csms.hub.record.Reason;
import csms.hub.update.Update;
import java.util.List;

/**
 * What one batch of records became.
 *
 * @param updates in the order in which they are published
 * @param reasons rejects and warnings, in the order of records, then of positions
 * @param applied records that were accepted, whether they made an update or not
 * @param rejected records with at least one reason of severity R
 * @param counted rejected records that count against the reject limit (all but those with R0201, R0202, R0204 alone)
 * @param notOurs records about people whom CSMS does not know, on exchanges that carry everybody
 */
public record Translation(
        List<Update> updates, List<Reason> reasons, int applied, int rejected, int counted, int notOurs) {}
