package csms.hub.channel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Collections;
import java.util.Iterator;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hub's own keys: its SFTP server's, its poller's, and the operator's token; made at the first start unless provided. */
public final class HubKeys {

    private static final Logger log = LoggerFactory.getLogger(HubKeys.class);

    private final Path hostKey;
    private final Path clientKey;
    private final Path knownHosts;
    private final KeyPair hostKeyPair;
    private final PublicKey clientPublicKey;
    private final String operatorToken;

    private HubKeys(Path folder, Path hostKey, Path clientKey) throws IOException {
        this.hostKey = hostKey;
        this.clientKey = clientKey;
        this.knownHosts = folder.resolve("known-hosts");
        this.hostKeyPair = load(hostKey);
        this.clientPublicKey = load(clientKey).getPublic();
        Path token = folder.resolve("operator-token");
        if (!Files.exists(token)) {
            Disk.writePrivate(token, Secret.random().getBytes(StandardCharsets.US_ASCII));
        }
        this.operatorToken = Files.readString(token, StandardCharsets.US_ASCII).strip();
    }

    /**
     * The keys in a folder, and those that are provided.
     *
     * @param folder where keys that are not provided are made
     * @param hostKey the private key file that is provided for the SFTP server
     * @param clientKey the private key file that is provided for the hub's own poller
     * @param production whether both must be provided
     */
    public static HubKeys prepare(Path folder, @Nullable Path hostKey, @Nullable Path clientKey, boolean production)
            throws IOException {
        if (production && (hostKey == null || clientKey == null)) {
            throw new IllegalStateException(
                    "In production the SFTP keys are provided, not made up: set"
                            + " HUB_SFTP_HOST_KEY and HUB_SFTP_CLIENT_KEY to the files of two private keys, as ssh-keygen makes them.");
        }
        Disk.makePrivateFolder(folder);
        return new HubKeys(
                folder,
                hostKey == null ? made(folder.resolve("sftp-host-key")) : hostKey,
                clientKey == null ? made(folder.resolve("sftp-client-key")) : clientKey);
    }

    /** The SFTP server's private key file. */
    public Path hostKey() {
        return hostKey;
    }

    /** The private key file with which the hub's poller logs in as {@code hub}. */
    public Path clientKey() {
        return clientKey;
    }

    /** The file that tells the hub's poller its server's key, in OpenSSH form. It is written when the server starts. */
    public Path knownHosts() {
        return knownHosts;
    }

    /** What the console asks of whoever wants to change something. */
    public String operatorToken() {
        return operatorToken;
    }

    KeyPair hostKeyPair() {
        return hostKeyPair;
    }

    PublicKey clientPublicKey() {
        return clientPublicKey;
    }

    /** Tells the poller which key the server has on the port that it listens on. */
    void writeKnownHosts(int port) throws IOException {
        String hosts = port == 22 ? "127.0.0.1,localhost" : "[127.0.0.1]:" + port + ",[localhost]:" + port;
        String line = hosts + " " + PublicKeyEntry.toString(hostKeyPair.getPublic()) + "\n";
        Disk.writePrivate(knownHosts, line.getBytes(StandardCharsets.US_ASCII));
    }

    /** ECDSA on P-256, in OpenSSH form: what every SFTP client of today reads and accepts. */
    private static Path made(Path file) throws IOException {
        if (!Files.exists(file)) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec("secp256r1"));
                ByteArrayOutputStream text = new ByteArrayOutputStream();
                OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(
                        generator.generateKeyPair(), "CSMS Exchange Hub", null, text);
                Disk.writePrivate(file, text.toByteArray());
                log.info("Made {}", file);
            } catch (GeneralSecurityException e) {
                throw new IOException("Cannot make " + file, e);
            }
        }
        return file;
    }

    private static KeyPair load(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            Iterable<KeyPair> pairs = SecurityUtils.loadKeyPairIdentities(
                    null, NamedResource.ofName(file.toString()), bytes, FilePasswordProvider.EMPTY);
            Iterator<KeyPair> found = pairs == null ? Collections.emptyIterator() : pairs.iterator();
            if (!found.hasNext()) {
                throw new IOException("There is no private key in " + file);
            }
            return found.next();
        } catch (GeneralSecurityException e) {
            throw new IOException("Not a private key without passphrase: " + file, e);
        }
    }
}
