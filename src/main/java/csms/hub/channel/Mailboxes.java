package csms.hub.channel;

import csms.hub.channel.MailboxPlace.Box;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.apache.sshd.sftp.server.AbstractSftpEventListenerAdapter;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.UnsupportedAttributePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The SFTP server in which each partner has a mailbox: {@code to-csms} to leave files in and {@code from-csms} to fetch them from. */
public final class Mailboxes implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Mailboxes.class);

    /** OpenSSH writes 64 bytes at a time to a server that names limits and then refuses to tell them. */
    private static final Set<String> EXTENSIONS =
            Set.of("posix-rename@openssh.com", "fsync@openssh.com", "limits@openssh.com");

    private final SshServer server;

    private Mailboxes(SshServer server) {
        this.server = server;
    }

    /**
     * Makes the mailboxes and serves them.
     *
     * @param folder in which each partner's home lies
     * @param host the address to listen on
     * @param port 0 for any free one
     * @param partners who has a mailbox
     * @param partnerKeys the folder of {@code <partner>.pub}
     * @param keys the hub's own; its known hosts are written here
     */
    public static Mailboxes start(
            Path folder, String host, int port, Collection<String> partners, Path partnerKeys, HubKeys keys)
            throws IOException {
        Disk.makePrivateFolder(folder);
        Path mailboxes = folder.toRealPath();
        for (String partner : partners) {
            Disk.makePrivateFolder(mailboxes.resolve(partner));
            for (Box box : Box.values()) {
                Disk.makePrivateFolder(mailboxes.resolve(partner).resolve(box.folder()));
            }
        }
        Files.createDirectories(partnerKeys);

        SshServer server = SshServer.setUpDefaultServer();
        server.setHost(host);
        server.setPort(port);
        server.setKeyPairProvider(KeyPairProvider.wrap(keys.hostKeyPair()));
        server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        server.setPublickeyAuthenticator(new MailboxLogins(partnerKeys, partners, keys.clientPublicKey()));
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        server.setSubsystemFactories(List.of(sftp(new MailboxFiles(mailboxes, List.copyOf(partners)))));
        server.setFileSystemFactory(new VirtualFileSystemFactory(mailboxes) {
            @Override
            public Path getUserHomeDir(SessionContext session) {
                String login = session.getUsername();
                return login.equals(MailboxPolicy.HUB) ? mailboxes : mailboxes.resolve(login);
            }
        });
        leaveOut(server);
        CoreModuleProperties.AUTH_TIMEOUT.set(server, Duration.ofSeconds(30));
        CoreModuleProperties.IDLE_TIMEOUT.set(server, Duration.ofMinutes(5));
        CoreModuleProperties.SERVER_IDENTIFICATION.set(server, "hub");
        // Version 3 is what everybody speaks. The later ones bring links and locks.
        SftpModuleProperties.SFTP_VERSION.set(server, SftpConstants.SFTP_V3);
        SftpModuleProperties.AUTO_FOLLOW_LINKS.set(server, false);
        SftpModuleProperties.CLIENT_EXTENSIONS.set(server, "");
        SftpModuleProperties.OPENSSH_EXTENSIONS.set(
                server, EXTENSIONS.stream().map(name -> name + "=1").collect(Collectors.joining(",")));
        try {
            server.start();
        } catch (IOException e) {
            server.stop(true);
            throw new IOException("The mailboxes cannot listen on " + host + ":" + port, e);
        }
        keys.writeKnownHosts(server.getPort());
        log.info("Mailboxes on port {}", server.getPort());
        return new Mailboxes(server);
    }

    /** The port that it listens on. */
    public int port() {
        return server.getPort();
    }

    /** Ends all sessions; uploads that this cuts stay as far as they came. */
    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    private static SftpSubsystemFactory sftp(MailboxFiles files) {
        SftpSubsystemFactory factory = new SftpSubsystemFactory.Builder()
                .withFileSystemAccessor(files)
                .withUnsupportedAttributePolicy(UnsupportedAttributePolicy.ThrowException)
                .build();
        factory.addSftpEventListener(new AbstractSftpEventListenerAdapter() {
            @Override
            public void receivedExtension(ServerSession session, String extension, int id) throws IOException {
                // Some of them, such as hashes of a file, would go past MailboxFiles.
                if (!EXTENSIONS.contains(extension)) {
                    throw new SftpException(SftpConstants.SSH_FX_OP_UNSUPPORTED, extension);
                }
            }
        });
        return factory;
    }

    /** Algorithms that nobody should use any more. */
    private static void leaveOut(SshServer server) {
        server.setSignatureFactories(strong(server.getSignatureFactories()));
        server.setMacFactories(strong(server.getMacFactories()));
        server.setCipherFactories(strong(server.getCipherFactories()));
        server.setKeyExchangeFactories(strong(server.getKeyExchangeFactories()));
    }

    private static <T extends NamedResource> List<T> strong(List<T> algorithms) {
        return algorithms.stream()
                .filter(algorithm -> !algorithm.getName().matches("ssh-rsa|ssh-dss|.*sha1.*|.*md5.*|.*-cbc.*|3des.*"))
                .toList();
    }
}
