package csms.hub.operation.demo;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** A partner at its desk: an SFTP client that knows the hub's key and drops files into its mailbox. */
final class DemoPartner implements Closeable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SshClient client = SshClient.setUpDefaultClient();
    private final ClientSession session;
    private final SftpClient sftp;

    /** @param knownHosts the hub's public key */
    DemoPartner(String partner, int port, KeyPair key, Path knownHosts) throws IOException {
        client.setServerKeyVerifier(new KnownHostsServerKeyVerifier(RejectAllServerKeyVerifier.INSTANCE, knownHosts));
        client.start();
        try {
            session =
                    client.connect(partner, "127.0.0.1", port).verify(PATIENCE).getSession();
            session.addPublicKeyIdentity(key);
            session.auth().verify(PATIENCE);
            sftp = SftpClientFactory.instance().createSftpClient(session);
        } catch (IOException e) {
            client.stop();
            throw e;
        }
    }

    /** Drops a file; the hub takes it when it is closed. */
    void put(String name, byte[] bytes) throws IOException {
        try (OutputStream file = sftp.write("to-csms/" + name)) {
            file.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        sftp.close();
        session.close();
        client.stop();
    }
}
