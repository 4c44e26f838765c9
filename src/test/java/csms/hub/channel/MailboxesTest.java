package csms.hub.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHLimitsExtension;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHPosixRenameExtension;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MailboxesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private SshClient ssh;
    private HubKeys keys;
    private Mailboxes mailboxes;
    private KeyPair ssaKey;
    private KeyPair irsKey;

    @BeforeEach
    void start() throws Exception {
        ssaKey = newKey("ssa");
        irsKey = newKey("irs");
        keys = HubKeys.prepare(folder.resolve("keys"), null, null, false);
        mailboxes = Mailboxes.start(
                folder.resolve("mailboxes"),
                "127.0.0.1",
                0,
                List.of("irs", "ssa"),
                folder.resolve("partner-keys"),
                keys);
        ssh = SshClient.setUpDefaultClient();
        ssh.setServerKeyVerifier((session, address, key) -> true);
        ssh.start();
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable closeable : opened) {
            closeable.close();
        }
        ssh.stop();
        mailboxes.close();
    }

    @Test
    void showsAPartnerItsTwoBoxesAndNothingElse() throws Exception {
        SftpClient ssa = login("ssa", ssaKey);

        assertThat(names(ssa, ".")).containsExactlyInAnyOrder("to-csms", "from-csms");
        assertThat(names(ssa, "/")).containsExactlyInAnyOrder("to-csms", "from-csms");
        assertThat(ssa.canonicalPath(".")).isEqualTo("/");
        assertThat(ssa.canonicalPath("../../..")).isEqualTo("/");
    }

    @Test
    void givesTheHubWhatAPartnerUploaded() throws Exception {
        SftpClient ssa = login("ssa", ssaKey);
        write(ssa, "to-csms/F.TXT.part", "FL1\nFX1\n");
        ssa.rename("to-csms/F.TXT.part", "to-csms/F.TXT");

        SftpClient hub = login("hub", hubKey());
        assertThat(names(hub, "/")).containsExactlyInAnyOrder("irs", "ssa");
        assertThat(names(hub, "/ssa/to-csms")).containsExactly("F.TXT");
        assertThat(read(hub, "/ssa/to-csms/F.TXT")).isEqualTo("FL1\nFX1\n");
        hub.remove("/ssa/to-csms/F.TXT");
        assertThat(names(ssa, "to-csms")).isEmpty();
    }

    @Test
    void givesAPartnerWhatTheHubLeft() throws Exception {
        SftpClient hub = login("hub", hubKey());
        write(hub, "/ssa/from-csms/.F.TXT.ack", "report");
        hub.rename("/ssa/from-csms/.F.TXT.ack", "/ssa/from-csms/F.TXT.ack");

        SftpClient ssa = login("ssa", ssaKey);
        assertThat(names(ssa, "from-csms")).containsExactly("F.TXT.ack");
        assertThat(read(ssa, "from-csms/F.TXT.ack")).isEqualTo("report");
        ssa.remove("from-csms/F.TXT.ack");
        assertThat(names(hub, "/ssa/from-csms")).isEmpty();
    }

    @Test
    void hidesAFileFromTheHubWhileItIsOpenForWriting() throws Exception {
        SftpClient ssa = login("ssa", ssaKey);
        SftpClient hub = login("hub", hubKey());
        SftpClient.CloseableHandle upload = ssa.open("to-csms/F.TXT", OpenMode.Write, OpenMode.Create);
        ssa.write(upload, 0, "half".getBytes(StandardCharsets.US_ASCII));

        assertThat(names(ssa, "to-csms")).containsExactly("F.TXT");
        assertThat(names(hub, "/ssa/to-csms")).isEmpty();
        refused(SftpConstants.SSH_FX_NO_SUCH_FILE, () -> read(hub, "/ssa/to-csms/F.TXT"));
        refused(SftpConstants.SSH_FX_PERMISSION_DENIED, () -> hub.remove("/ssa/to-csms/F.TXT"));

        upload.close();
        assertThat(names(hub, "/ssa/to-csms")).containsExactly("F.TXT");
        assertThat(read(hub, "/ssa/to-csms/F.TXT")).isEqualTo("half");
    }

    @Test
    void showsAnUploadThatALostConnectionCut() throws Exception {
        SftpClient ssa = login("ssa", ssaKey);
        SftpClient hub = login("hub", hubKey());
        SftpClient.CloseableHandle upload = ssa.open("to-csms/F.TXT", OpenMode.Write, OpenMode.Create);
        ssa.write(upload, 0, "half".getBytes(StandardCharsets.US_ASCII));
        ssa.getSession().close(true);

        await().atMost(PATIENCE).until(() -> names(hub, "/ssa/to-csms").contains("F.TXT"));
    }

    @Test
    void letsAPartnerResumeAnUploadWhoseLossIsNotYetNoticed() throws Exception {
        SftpClient lost = login("ssa", ssaKey);
        SftpClient.CloseableHandle cut = lost.open("to-csms/F.TXT", OpenMode.Write, OpenMode.Create);
        lost.write(cut, 0, "half".getBytes(StandardCharsets.US_ASCII));

        SftpClient ssa = login("ssa", ssaKey);
        try (SftpClient.CloseableHandle rest = ssa.open("to-csms/F.TXT", OpenMode.Write)) {
            ssa.write(rest, 4, " and half".getBytes(StandardCharsets.US_ASCII));
        }
        assertThatThrownBy(() -> lost.write(cut, 4, "stale".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(IOException.class);
        assertThat(read(login("hub", hubKey()), "/ssa/to-csms/F.TXT")).isEqualTo("half and half");
    }

    /** OpenSSH would write 64 bytes at a time to a server that names this extension and refuses it. */
    @Test
    void tellsTheLimitsThatItNames() throws Exception {
        OpenSSHLimitsExtension limits = login("ssa", ssaKey).getExtension(OpenSSHLimitsExtension.class);

        assertThat(limits.isSupported()).isTrue();
        assertThat(limits.limits().maxWriteLength).isGreaterThanOrEqualTo(32_768);
    }

    @Test
    void keepsAFileAsItIsWhileTheHubReadsIt() throws Exception {
        SftpClient ssa = login("ssa", ssaKey);
        SftpClient hub = login("hub", hubKey());
        write(ssa, "to-csms/F.TXT", "first");
        write(ssa, "to-csms/G.TXT", "other");
        SftpClient.CloseableHandle reading = hub.open("/ssa/to-csms/F.TXT", OpenMode.Read);

        int denied = SftpConstants.SSH_FX_PERMISSION_DENIED;
        refused(denied, () -> write(ssa, "to-csms/F.TXT", "second"));
        refused(denied, () -> ssa.rename("to-csms/F.TXT", "to-csms/H.TXT"));
        OpenSSHPosixRenameExtension overwrite = ssa.getExtension(OpenSSHPosixRenameExtension.class);
        refused(denied, () -> overwrite.posixRename("to-csms/G.TXT", "to-csms/F.TXT"));
        refused(denied, () -> ssa.remove("to-csms/F.TXT"));
        refused(denied, () -> ssa.setStat("to-csms/F.TXT", new SftpClient.Attributes().size(1)));
        byte[] bytes = new byte[5];
        assertThat(hub.read(reading, 0, bytes)).isEqualTo(5);
        assertThat(bytes).asString(StandardCharsets.US_ASCII).isEqualTo("first");
        reading.close();

        write(ssa, "to-csms/F.TXT", "second");
        assertThat(read(hub, "/ssa/to-csms/F.TXT")).isEqualTo("second");
    }

    @Test
    void letsTheHubRemoveOnlyWhatItHasRead() throws Exception {
        SftpClient ssa = login("ssa", ssaKey);
        SftpClient hub = login("hub", hubKey());
        write(ssa, "to-csms/F.TXT", "first");
        refused(SftpConstants.SSH_FX_PERMISSION_DENIED, () -> hub.remove("/ssa/to-csms/F.TXT"));

        assertThat(read(hub, "/ssa/to-csms/F.TXT")).isEqualTo("first");
        write(ssa, "to-csms/F.TXT", "second");
        refused(SftpConstants.SSH_FX_PERMISSION_DENIED, () -> hub.remove("/ssa/to-csms/F.TXT"));

        assertThat(read(hub, "/ssa/to-csms/F.TXT")).isEqualTo("second");
        write(ssa, "to-csms/G.TXT", "third");
        ssa.remove("to-csms/F.TXT");
        ssa.rename("to-csms/G.TXT", "to-csms/F.TXT");
        refused(SftpConstants.SSH_FX_PERMISSION_DENIED, () -> hub.remove("/ssa/to-csms/F.TXT"));

        assertThat(read(hub, "/ssa/to-csms/F.TXT")).isEqualTo("third");
        hub.remove("/ssa/to-csms/F.TXT");
        assertThat(names(ssa, "to-csms")).isEmpty();
    }

    @Test
    void refusesEverythingElseInAMailbox() throws Exception {
        SftpClient hub = login("hub", hubKey());
        write(hub, "/ssa/from-csms/F.TXT.ack", "report");
        SftpClient ssa = login("ssa", ssaKey);
        write(ssa, "to-csms/F.TXT", "bytes");

        int denied = SftpConstants.SSH_FX_PERMISSION_DENIED;
        refused(denied, () -> write(ssa, "F.TXT", "bytes"));
        refused(denied, () -> write(ssa, "from-csms/F.TXT", "bytes"));
        refused(denied, () -> write(ssa, "from-csms/F.TXT.ack", "bytes"));
        refused(denied, () -> write(ssa, "to-csms/folder/F.TXT", "bytes"));
        refused(denied, () -> read(ssa, "to-csms/F.TXT"));
        refused(denied, () -> ssa.rename("to-csms/F.TXT", "from-csms/F.TXT"));
        refused(denied, () -> ssa.rename("from-csms/F.TXT.ack", "from-csms/G.TXT"));
        refused(denied, () -> ssa.rename("to-csms/F.TXT", "F.TXT"));
        refused(denied, () -> ssa.rename("to-csms", "elsewhere"));
        refused(denied, () -> ssa.mkdir("to-csms/folder"));
        refused(denied, () -> ssa.mkdir("folder"));
        refused(denied, () -> ssa.rmdir("to-csms"));
        refused(denied, () -> ssa.symLink("to-csms/link", "/etc/passwd"));
        refused(
                denied,
                () -> ssa.setStat(
                        "from-csms/F.TXT.ack",
                        new SftpClient.Attributes().accessTime(1).modifyTime(1)));
        refused(denied, () -> ssa.setStat("from-csms", new SftpClient.Attributes().perms(0777)));
        refused(denied, () -> ssa.setStat("from-csms/F.TXT.ack", new SftpClient.Attributes().size(0)));
        refused(denied, () -> write(hub, "/ssa/to-csms/G.TXT", "bytes"));
        refused(denied, () -> hub.rename("/ssa/from-csms/F.TXT.ack", "/irs/from-csms/F.TXT.ack"));
        assertThat(read(ssa, "from-csms/F.TXT.ack")).isEqualTo("report");
    }

    @Test
    void keepsTimesAndIgnoresPermissions() throws Exception {
        SftpClient ssa = login("ssa", ssaKey);
        write(ssa, "to-csms/F.TXT", "bytes");
        ssa.setStat(
                "to-csms/F.TXT",
                new SftpClient.Attributes().perms(0).accessTime(1_000_000).modifyTime(1_000_000));

        Path file = folder.resolve("mailboxes/ssa/to-csms/F.TXT");
        assertThat(Files.getLastModifiedTime(file).to(TimeUnit.SECONDS)).isEqualTo(1_000_000);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void showsNoPartnerAnotherOrTheRestOfTheDisk() throws Exception {
        write(login("irs", irsKey), "to-csms/SECRET.TXT", "bytes");
        SftpClient ssa = login("ssa", ssaKey);

        for (String path : List.of(
                "../irs/to-csms/SECRET.TXT",
                "/irs/to-csms/SECRET.TXT",
                "to-csms/../../irs/to-csms/SECRET.TXT",
                "../../keys/sftp-client-key",
                "/etc/passwd",
                folder.resolve("keys/sftp-client-key").toString())) {
            assertThatThrownBy(() -> read(ssa, path)).as(path).isInstanceOf(SftpException.class);
            assertThatThrownBy(() -> ssa.stat(path)).as(path).isInstanceOf(SftpException.class);
        }
        assertThatThrownBy(() -> names(ssa, "../irs")).hasRootCauseInstanceOf(SftpException.class);
    }

    @Test
    void followsNoSymbolicLink() throws Exception {
        Path box = folder.resolve("mailboxes/ssa/from-csms");
        Files.writeString(folder.resolve("outside"), "secret");
        Files.createSymbolicLink(box.resolve("link"), folder.resolve("outside"));
        SftpClient ssa = login("ssa", ssaKey);

        assertThat(names(ssa, "from-csms")).isEmpty();
        assertThatThrownBy(() -> read(ssa, "from-csms/link")).isInstanceOf(SftpException.class);
        assertThatThrownBy(() -> ssa.stat("from-csms/link")).isInstanceOf(SftpException.class);
        assertThatThrownBy(() -> ssa.readLink("from-csms/link")).isInstanceOf(SftpException.class);
    }

    @Test
    void refusesPasswordsStrangersAndOthersKeys() throws Exception {
        ClientSession session = connect("ssa");
        session.addPasswordIdentity("ssa");
        assertThatThrownBy(() -> session.auth().verify(PATIENCE)).isInstanceOf(IOException.class);

        assertThatThrownBy(() -> login("ssa", irsKey)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> login("hub", ssaKey)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> login("lottery", ssaKey)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> login("../partner-keys/ssa", ssaKey)).isInstanceOf(IOException.class);
    }

    @Test
    void readsAPartnersKeysAtEachLogin() throws Exception {
        KeyPair next = newKey("next");
        Path file = folder.resolve("partner-keys/ssa.pub");
        assertThatThrownBy(() -> login("ssa", next)).isInstanceOf(IOException.class);

        Files.writeString(
                file,
                "# two keys\nnot a key\n" + PublicKeyEntry.toString(next.getPublic()) + " ssa next year\n"
                        + PublicKeyEntry.toString(ssaKey.getPublic()) + "\n");
        login("ssa", next);
        login("ssa", ssaKey);

        Files.writeString(file, "from=\"10.0.0.1\" " + PublicKeyEntry.toString(ssaKey.getPublic()) + "\n");
        assertThatThrownBy(() -> login("ssa", ssaKey)).isInstanceOf(IOException.class);
    }

    @Test
    void offersNoTunnel() throws Exception {
        ClientSession session = connect("ssa");
        session.addPublicKeyIdentity(ssaKey);
        session.auth().verify(PATIENCE);

        assertThatThrownBy(() -> session.createDirectTcpipChannel(
                                new org.apache.sshd.common.util.net.SshdSocketAddress("127.0.0.1", 0),
                                new org.apache.sshd.common.util.net.SshdSocketAddress("127.0.0.1", mailboxes.port()))
                        .open()
                        .verify(PATIENCE))
                .isInstanceOf(IOException.class);
    }

    @Test
    void letsThePollersClientInWithTheHubsOwnFiles() throws Exception {
        write(login("ssa", ssaKey), "to-csms/F.TXT", "bytes");
        JSch jsch = new JSch();
        jsch.addIdentity(keys.clientKey().toString());
        jsch.setKnownHosts(keys.knownHosts().toString());
        Session session = jsch.getSession("hub", "127.0.0.1", mailboxes.port());
        session.setConfig("StrictHostKeyChecking", "yes");
        session.setConfig("PreferredAuthentications", "publickey");
        session.connect(10_000);
        try {
            ChannelSftp sftp = (ChannelSftp) session.openChannel("sftp");
            sftp.connect(10_000);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            sftp.get("/ssa/to-csms/F.TXT", bytes);
            assertThat(bytes).hasToString("bytes");
            sftp.rm("/ssa/to-csms/F.TXT");
        } finally {
            session.disconnect();
        }
    }

    @Test
    void servesTheOpenSshClient() throws Exception {
        Path identity = openSshIdentity();
        write(login("hub", hubKey()), "/ssa/from-csms/ANSWER.TXT", "answer");
        Path upload = Files.writeString(folder.resolve("F.TXT"), "FL1\nFX1\n");
        Path batch = Files.writeString(
                folder.resolve("batch"),
                "put -p " + upload + " to-csms/F.TXT.part\nrename to-csms/F.TXT.part to-csms/F.TXT\nls to-csms\n"
                        + "-put " + upload + " F.TXT\n-get ../irs/to-csms/F.TXT " + folder.resolve("stolen") + "\n"
                        + "-mkdir to-csms/folder\n-ln -s /etc/passwd to-csms/link\n-ln to-csms/F.TXT to-csms/link\n"
                        + "get from-csms/ANSWER.TXT " + folder.resolve("ANSWER.TXT") + "\nrm from-csms/ANSWER.TXT\n");

        assertThat(openSsh("sftp", identity, "-b", batch.toString())).isZero();

        assertThat(Files.readString(folder.resolve("output"))).contains("Permission denied");
        assertThat(folder.resolve("mailboxes/ssa/to-csms")).isDirectoryContaining("glob:**/F.TXT");
        assertThat(folder.resolve("mailboxes/ssa/F.TXT")).doesNotExist();
        assertThat(folder.resolve("mailboxes/ssa/to-csms/folder")).doesNotExist();
        assertThat(folder.resolve("mailboxes/ssa/to-csms/link")).doesNotExist();
        assertThat(folder.resolve("stolen")).doesNotExist();
        assertThat(folder.resolve("ANSWER.TXT")).hasContent("answer");
        assertThat(folder.resolve("mailboxes/ssa/from-csms")).isEmptyDirectory();
        assertThat(read(login("hub", hubKey()), "/ssa/to-csms/F.TXT")).isEqualTo("FL1\nFX1\n");
    }

    @Test
    void letsTheOpenSshClientResumeAnUpload() throws Exception {
        Path identity = openSshIdentity();
        write(login("ssa", ssaKey), "to-csms/F.TXT", "FL1\n");
        Path upload = Files.writeString(folder.resolve("F.TXT"), "FL1\nFX1\n");
        Path batch = Files.writeString(folder.resolve("batch"), "reput " + upload + " to-csms/F.TXT\n");

        assertThat(openSsh("sftp", identity, "-b", batch.toString())).isZero();
        assertThat(folder.resolve("mailboxes/ssa/to-csms/F.TXT")).hasContent("FL1\nFX1\n");
    }

    @Test
    void offersNoShellOrCommand() throws Exception {
        Path identity = openSshIdentity();

        assertThat(openSsh("ssh", identity, "-T")).isNotZero();
        assertThat(openSsh("ssh", identity, "-T", "-o", "RemoteCommand=echo ran"))
                .isNotZero();
        assertThat(Files.readString(folder.resolve("output"))).doesNotContain("ran");
    }

    @Test
    void keepsItsKeysAndTellsItsNewPort() throws Exception {
        String token = keys.operatorToken();
        String known = Files.readString(keys.knownHosts());
        assertThat(known).startsWith("[127.0.0.1]:" + mailboxes.port());
        assertThat(token).hasSize(64);
        for (String file : List.of("sftp-host-key", "sftp-client-key", "known-hosts", "operator-token")) {
            assertThat(Files.getPosixFilePermissions(folder.resolve("keys").resolve(file)))
                    .as(file)
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }

        mailboxes.close();
        keys = HubKeys.prepare(folder.resolve("keys"), null, null, false);
        mailboxes = Mailboxes.start(
                folder.resolve("mailboxes"),
                "127.0.0.1",
                0,
                List.of("irs", "ssa"),
                folder.resolve("partner-keys"),
                keys);
        assertThat(keys.operatorToken()).isEqualTo(token);
        assertThat(Files.readString(keys.knownHosts()))
                .startsWith("[127.0.0.1]:" + mailboxes.port())
                .endsWith(known.substring(known.indexOf(' ')));
    }

    @Test
    void makesNoKeysInProduction() throws Exception {
        assertThatThrownBy(() -> HubKeys.prepare(folder.resolve("other"), null, keys.clientKey(), true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("HUB_SFTP_HOST_KEY");
        assertThat(folder.resolve("other")).doesNotExist();

        HubKeys provided = HubKeys.prepare(folder.resolve("other"), keys.hostKey(), keys.clientKey(), true);
        assertThat(provided.clientKey()).isEqualTo(keys.clientKey());
    }

    private KeyPair newKey(String partner) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        Path file = folder.resolve("partner-keys").resolve(partner + ".pub");
        Files.createDirectories(file.getParent());
        try (OutputStream bytes = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePublicKey(pair.getPublic(), partner, bytes);
        }
        return pair;
    }

    private KeyPair hubKey() throws Exception {
        try (InputStream bytes = Files.newInputStream(keys.clientKey())) {
            return StreamSupport.stream(
                            org.apache.sshd.common.util.security.SecurityUtils.loadKeyPairIdentities(
                                            null, org.apache.sshd.common.NamedResource.ofName("hub"), bytes, null)
                                    .spliterator(),
                            false)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private ClientSession connect(String login) throws IOException {
        ClientSession session = ssh.connect(login, "127.0.0.1", mailboxes.port())
                .verify(PATIENCE)
                .getSession();
        opened.add(session);
        return session;
    }

    private SftpClient login(String login, KeyPair key) throws IOException {
        ClientSession session = connect(login);
        session.addPublicKeyIdentity(key);
        session.auth().verify(PATIENCE);
        return SftpClientFactory.instance().createSftpClient(session);
    }

    private static List<String> names(SftpClient client, String path) throws IOException {
        List<String> names = new ArrayList<>();
        for (SftpClient.DirEntry entry : client.readDir(path)) {
            if (!entry.getFilename().startsWith(".") || entry.getFilename().length() > 2) {
                names.add(entry.getFilename());
            }
        }
        return names;
    }

    private static void write(SftpClient client, String path, String text) throws IOException {
        try (OutputStream bytes = client.write(path)) {
            bytes.write(text.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static String read(SftpClient client, String path) throws IOException {
        try (InputStream bytes = client.read(path)) {
            return new String(bytes.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static void refused(int status, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        SftpException.class,
                        refusal -> assertThat(refusal.getStatus()).isEqualTo(status));
    }

    /** A key as partners make it, beside the one that the partner has already. */
    private Path openSshIdentity() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/sftp")), "there is no OpenSSH client");
        Path identity = folder.resolve("ssa-ed25519");
        assertThat(run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", identity.toString()))
                .isZero();
        Files.writeString(
                folder.resolve("partner-keys/ssa.pub"),
                "\n" + Files.readString(folder.resolve("ssa-ed25519.pub")),
                StandardOpenOption.APPEND);
        return identity;
    }

    private int openSsh(String program, Path identity, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(program, "-i", identity.toString()));
        command.addAll(List.of("-o", "IdentitiesOnly=yes", "-o", "BatchMode=yes"));
        command.addAll(List.of("-o", "StrictHostKeyChecking=yes", "-o", "UserKnownHostsFile=" + keys.knownHosts()));
        command.addAll(List.of("-o", "Port=" + mailboxes.port()));
        command.addAll(List.of(options));
        command.add("ssa@127.0.0.1");
        return run(command.toArray(new String[0]));
    }

    private int run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        process.getOutputStream().close();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return process.exitValue();
    }
}
