package csms.hub.transmission;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/** The key under which received bytes are kept, in a file that only the hub's user reads. */
public final class VaultKey {
    private VaultKey() {}

    /**
     * The key in {@code <data>/keys/vault-key.json}.
     *
     * @param mayMake whether a missing key is made; in production it must be provided
     * @throws IllegalStateException when it is missing and may not be made
     */
    public static StreamingAead open(Path data, boolean mayMake) throws IOException {
        Path file = data.resolve("keys").resolve("vault-key.json");
        try {
            StreamingAeadConfig.register();
            if (!Files.exists(file)) {
                if (!mayMake) {
                    throw new IllegalStateException("The vault key is missing: in production provide " + file
                            + " (a Tink keyset of AES256_GCM_HKDF_1MB)");
                }
                make(file);
            }
            return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
        } catch (GeneralSecurityException e) {
            throw new IOException("The vault key in " + file + " cannot be read", e);
        }
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        Path folder = Files.createDirectories(file.getParent());
        String keyset = TinkJsonProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB),
                InsecureSecretKeyAccess.get());
        Path half = folder.resolve("vault-key.json.new");
        Files.deleteIfExists(half);
        Files.createFile(half, ownerOnly(folder));
        try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(keyset));
            channel.force(true);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        Vault.syncFolder(folder);
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
