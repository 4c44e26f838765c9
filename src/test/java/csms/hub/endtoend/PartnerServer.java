package csms.hub.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SFTP server of a partner's own, at which the hub is a user. */
final class PartnerServer implements AutoCloseable {

    private final Path home;
    private final PartnerKey hubsKey;
    private final Path knownHosts;
    private final SshServer server = SshServer.setUpDefaultServer();

    PartnerServer(Path folder) throws Exception {
        home = Files.createDirectories(folder.resolve("home"));
        hubsKey = PartnerKey.make(folder.resolve("hub-key"));
        PartnerKey hostKey = PartnerKey.make(folder.resolve("host-key"));
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey.pair()));
        server.setPublickeyAuthenticator((user, key, session) ->
                user.equals("hub") && KeyUtils.compareKeys(key, hubsKey.pair().getPublic()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(home));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.start();
        knownHosts = folder.resolve("known_hosts");
        Files.writeString(knownHosts, "[127.0.0.1]:" + port() + " " + hostKey.publicLine() + "\n");
    }

    int port() {
        return server.getPort();
    }

    /** The root that its users see. */
    Path home() {
        return home;
    }

    Path clientKey() {
        return hubsKey.file();
    }

    Path knownHosts() {
        return knownHosts;
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
