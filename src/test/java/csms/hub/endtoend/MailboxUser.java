package csms.hub.endtoend;

import csms.hub.testing.GeneratedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** A partner at its mailbox: logs in with its key and puts and gets files. */
final class MailboxUser implements AutoCloseable {

    private final SshClient client = SshClient.setUpDefaultClient();
    private final ClientSession session;
    private final SftpClient sftp;

    MailboxUser(int port, String partner, PartnerKey key) throws IOException {
        client.setServerKeyVerifier((server, address, hostKey) -> true);
        client.start();
        session = client.connect(partner, "127.0.0.1", port).verify(10_000).getSession();
        session.addPublicKeyIdentity(key.pair());
        session.auth().verify(10_000);
        sftp = SftpClientFactory.instance().createSftpClient(session);
    }

    /** Puts a file under its own name, made while it is sent. */
    void put(GeneratedFile file) throws IOException {
        put("to-csms/" + file.fileName(), file.stream());
    }

    void put(String path, InputStream bytes) throws IOException {
        try (bytes;
                OutputStream out =
                        sftp.write(path, 1 << 15, List.of(OpenMode.Write, OpenMode.Create, OpenMode.Exclusive))) {
            bytes.transferTo(out);
        }
    }

    List<String> list(String folder) throws IOException {
        List<String> names = new ArrayList<>();
        for (SftpClient.DirEntry entry : sftp.readDir(folder)) {
            if (!entry.getFilename().startsWith(".")) {
                names.add(entry.getFilename());
            }
        }
        return names;
    }

    byte[] get(String path) throws IOException {
        try (InputStream in = sftp.read(path)) {
            return in.readAllBytes();
        }
    }

    @Override
    public void close() throws IOException {
        sftp.close();
        session.close();
        client.stop();
    }
}
