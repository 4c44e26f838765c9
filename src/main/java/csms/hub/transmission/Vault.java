package csms.hub.transmission;

import com.google.crypto.tink.StreamingAead;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** The claim check: received bytes exactly as they came, encrypted, named by their SHA-256, the same bytes once. */
public final class Vault {

    /** Room that stays free for the journal and the broker, which live on the same disk and must go on. */
    private static final long RESERVE = 32L << 20;

    private static final byte[] ASSOCIATED = "csms.hub.vault".getBytes(StandardCharsets.UTF_8);

    private final Path folder;
    private final Path incoming;
    private final StreamingAead key;

    /** How many receipts hold an object that the journal does not name yet. */
    private final Map<String, Integer> held = new HashMap<>();

    /**
     * What was stored.
     *
     * @param sha256 of the bytes, followed by what else belongs to their identity
     * @param size in bytes, as received
     */
    public record Stored(String sha256, long size) {}

    /** Opens the vault under {@code data} and removes what a crash left half written. */
    public Vault(Path data, StreamingAead key) throws IOException {
        this.folder = data.resolve("vault");
        this.incoming = folder.resolve("incoming");
        this.key = key;
        Files.createDirectories(incoming);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(incoming)) {
            for (Path half : left) {
                Files.delete(half);
            }
        }
        syncFolder(folder);
    }

    /**
     * Keeps the bytes, or nothing. The object stays until {@link #settle} or {@link #drop} is called for it.
     *
     * @param size how many bytes must come
     * @param suffix what follows the bytes in their identity: empty for files, the correlation id for messages
     * @throws NoRoomException when the disk has no room
     * @throws IOException when another number of bytes came, or they could not be read or written
     */
    public Stored store(InputStream bytes, long size, String suffix) throws IOException {
        long room = room();
        if (room < size) {
            throw new NoRoomException(size, room);
        }
        Path half = incoming.resolve(UUID.randomUUID().toString());
        try {
            MessageDigest digest = sha256();
            long count = encrypt(bytes, size, half, digest);
            if (count != size) {
                throw new IOException("The file was listed with " + size + " bytes, but " + count + " came");
            }
            digest.update(suffix.getBytes(StandardCharsets.UTF_8));
            String sha = HexFormat.of().formatHex(digest.digest());
            keep(half, sha);
            return new Stored(sha, count);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private long encrypt(InputStream bytes, long size, Path half, MessageDigest digest) throws IOException {
        long count = 0;
        try (OutputStream out = key.newEncryptingStream(Files.newOutputStream(half), ASSOCIATED)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
                count += n;
                if (count > size) {
                    throw new IOException("The file was listed with " + size + " bytes, but more came");
                }
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("The vault key cannot encrypt", e);
        }
        try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return count;
    }

    private void keep(Path half, String sha) throws IOException {
        Path parent = folder.resolve(sha.substring(0, 2));
        Path target = parent.resolve(sha);
        if (Files.notExists(parent)) {
            Files.createDirectories(parent);
            syncFolder(folder);
        }
        synchronized (held) {
            if (Files.notExists(target)) {
                Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
            }
            held.merge(sha, 1, Integer::sum);
        }
        syncFolder(parent);
    }

    /** The journal now names what one {@link #store} kept. */
    void settle(String sha) {
        synchronized (held) {
            release(sha);
        }
    }

    /** Gives up what one {@link #store} kept, and deletes it unless another receipt or the journal has it too. */
    void drop(String sha, BooleanSupplier journaled) throws IOException {
        synchronized (held) {
            release(sha);
            if (!held.containsKey(sha) && !journaled.getAsBoolean()) {
                Files.deleteIfExists(path(sha));
            }
        }
    }

    private void release(String sha) {
        held.computeIfPresent(sha, (name, count) -> count == 1 ? null : count - 1);
    }

    /** The bytes as received, from the first to the last. */
    public InputStream read(String sha) throws IOException {
        try {
            return key.newDecryptingStream(Files.newInputStream(path(sha)), ASSOCIATED);
        } catch (GeneralSecurityException e) {
            throw new IOException("The vault key cannot decrypt " + sha, e);
        }
    }

    /** The bytes as received, at any position. */
    public SeekableByteChannel open(String sha) throws IOException {
        try {
            return key.newSeekableDecryptingChannel(FileChannel.open(path(sha), StandardOpenOption.READ), ASSOCIATED);
        } catch (GeneralSecurityException e) {
            throw new IOException("The vault key cannot decrypt " + sha, e);
        }
    }

    /** The bytes from {@code offset} on. */
    static byte[] slice(SeekableByteChannel channel, long offset, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        channel.position(offset);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException("The file ends before byte " + (offset + length));
            }
        }
        return bytes.array();
    }

    /** How many bytes may still be stored. */
    public long room() throws IOException {
        return Math.max(0, Files.getFileStore(folder).getUsableSpace() - RESERVE);
    }

    private Path path(String sha) {
        return folder.resolve(sha.substring(0, 2)).resolve(sha);
    }

    static void syncFolder(Path folder) throws IOException {
        // Windows cannot open a folder, and there the rename is durable by itself.
        if (!System.getProperty("os.name").startsWith("Windows")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
