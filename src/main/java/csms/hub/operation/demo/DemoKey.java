package csms.hub.operation.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.util.security.SecurityUtils;

/** The key with which the play logs in as a partner; made once, and never in the place of a key that is there. */
final class DemoKey {

    private final Path file;
    private final KeyPair pair;

    private DemoKey(Path file, KeyPair pair) {
        this.file = file;
        this.pair = pair;
    }

    /**
     * The key of a partner.
     *
     * @param folder where the play keeps its private keys
     * @param partnerKeys where the hub looks for public ones
     * @throws IllegalStateException when the partner has a key of its own
     */
    static DemoKey of(String partner, Path folder, Path partnerKeys) throws IOException, GeneralSecurityException {
        Path file = folder.resolve(partner + "-key");
        Path known = partnerKeys.resolve(partner + ".pub");
        KeyPair pair = Files.exists(file) ? read(file) : make(file);
        String line = PublicKeyEntry.toString(pair.getPublic());
        if (!Files.exists(known)) {
            Files.createDirectories(partnerKeys);
            Files.writeString(known, line + " demo\n");
        } else if (!Files.readString(known).contains(line)) {
            throw new IllegalStateException(known + " is a key of your own, so the demo cannot log in as " + partner
                    + ". Play it in another data directory: HUB_DATA=demo-data ./hub demo");
        }
        return new DemoKey(file, pair);
    }

    private static KeyPair make(Path file) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        Files.createDirectories(file.getParent());
        Files.createFile(file, ownerOnly(file));
        try (OutputStream out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "demo", null, out);
        }
        return pair;
    }

    private static FileAttribute<?>[] ownerOnly(Path file) throws IOException {
        return Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static KeyPair read(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            Iterable<KeyPair> pairs = SecurityUtils.loadKeyPairIdentities(
                    null, NamedResource.ofName(file.toString()), in, FilePasswordProvider.EMPTY);
            return pairs.iterator().next();
        }
    }

    /** The private key file, in OpenSSH form. */
    Path file() {
        return file;
    }

    KeyPair pair() {
        return pair;
    }
}
