package csms.hub.control;

import java.util.List;

/**
 * Where one batch of details lies in the file: the unit of translation, of the journal's transactions and of publishing.
 *
 * @param number from 1, in record order
 * @param offset of its first byte in the file
 * @param length in bytes, record ends included
 * @param firstRecord number of its first record in the file, from 1, the header included
 * @param records how many records it holds
 * @param parents byte offset and record number of each record, outermost first, that its first record belongs to (a LOCR for its LOCVs)
 */
public record BatchExtent(int number, long offset, int length, long firstRecord, int records, List<Parent> parents) {

    /** A record before the batch that the batch's first records belong to. */
    public record Parent(String kind, long offset, long record) {}
}
