package csms.hub.record;

/** A window on one record in a batch's US-ASCII bytes; it moves from record to record and copies nothing. */
public final class RecordView {

    private byte[] bytes = new byte[0];
    private int offset;

    /** Moves to the record that begins at an offset of these bytes. */
    public RecordView at(byte[] newBytes, int newOffset) {
        this.bytes = newBytes;
        this.offset = newOffset;
        return this;
    }

    public byte[] bytes() {
        return bytes;
    }

    /** Offset of the record's first byte. */
    public int offset() {
        return offset;
    }

    /** The text of a stretch of the record as it stands, blanks included.
     *
     * @param from offset within the record, from 0 */
    public String raw(int from, int length) {
        return Digits.text(bytes, offset + from, length);
    }
}
