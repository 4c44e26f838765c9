package csms.hub.channel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.concurrent.atomic.AtomicBoolean;

/** An open mailbox file that tells when it is closed, however that came about; what was written is on the disk by then. */
final class MailboxChannel implements SeekableByteChannel {

    private final SeekableByteChannel bytes;
    private final boolean writing;
    private final Runnable closed;
    private final AtomicBoolean open = new AtomicBoolean(true);

    MailboxChannel(SeekableByteChannel bytes, boolean writing, Runnable closed) {
        this.bytes = bytes;
        this.writing = writing;
        this.closed = closed;
    }

    /** Makes what was written outlast a power cut. */
    void force() throws IOException {
        if (bytes instanceof FileChannel file) {
            file.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        if (open.getAndSet(false)) {
            try (bytes) {
                if (writing) {
                    force();
                }
            } finally {
                closed.run();
            }
        }
    }

    @Override
    public boolean isOpen() {
        return open.get();
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return bytes.read(target);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        return bytes.write(source);
    }

    @Override
    public long position() throws IOException {
        return bytes.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        bytes.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return bytes.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
        bytes.truncate(size);
        return this;
    }
}
