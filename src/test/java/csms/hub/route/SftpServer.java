package csms.hub.route;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A partner's SFTP server on a loopback port, with its key in a known_hosts file and a client key that it accepts. */
final class SftpServer implements AutoCloseable {

    private final Path home;
    private final Path keyFile;
    private final Path knownHosts;
    private final KeyPair hostKey = key();
    private final KeyPair client = key();
    private final SftpEventListener listener;
    private SshServer server;

    SftpServer(Path directory) throws Exception {
        this(directory, new SftpEventListener() {});
    }

    SftpServer(Path directory, SftpEventListener listener) throws Exception {
        this.listener = listener;
        home = Files.createDirectories(directory.resolve("home"));
        keyFile = directory.resolve("client");
        knownHosts = directory.resolve("known_hosts");
        try (OutputStream out = Files.newOutputStream(keyFile)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(client, "hub", null, out);
        }
        server = listen(0);
        trust(hostKey);
    }

    private SshServer listen(int port) throws IOException {
        SshServer listening = SshServer.setUpDefaultServer();
        listening.setHost("127.0.0.1");
        listening.setPort(port);
        listening.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        listening.setPublickeyAuthenticator(
                (user, key, session) -> user.equals("hub") && KeyUtils.compareKeys(key, client.getPublic()));
        listening.setFileSystemFactory(new VirtualFileSystemFactory(home));
        SftpSubsystemFactory sftp = new SftpSubsystemFactory.Builder().build();
        sftp.addSftpEventListener(listener);
        listening.setSubsystemFactories(List.of(sftp));
        listening.start();
        return listening;
    }

    static KeyPair key() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    /** Writes what the client takes for the server's key. */
    void trust(KeyPair key) throws IOException {
        Files.writeString(knownHosts, "[127.0.0.1]:" + port() + " " + PublicKeyEntry.toString(key.getPublic()) + "\n");
    }

    int port() {
        return server.getPort();
    }

    Path home() {
        return home;
    }

    /** As the hub is told of it. */
    PartnerEndpoints.Server asServer(String partner, Duration minimumAge) {
        return new PartnerEndpoints.Server(
                "127.0.0.1",
                port(),
                "hub",
                keyFile,
                knownHosts,
                partner + "/to-csms",
                partner + "/from-csms",
                minimumAge,
                Duration.ofMillis(100));
    }

    /** Cuts all connections and takes no new ones. */
    void interrupt() throws IOException {
        server.stop(true);
    }

    void resume() throws IOException {
        server = listen(port());
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    /** Empties every file as soon as the client has written it: a server that says yes and keeps nothing. */
    static final class Forgetful implements SftpEventListener {

        @Override
        public void closed(ServerSession session, String remoteHandle, Handle handle, Throwable thrown)
                throws IOException {
            if (handle instanceof FileHandle) {
                Files.write(handle.getFile(), new byte[0]);
            }
        }
    }
}
