package csms.hub.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import csms.hub.transmission.Answer;
import csms.hub.transmission.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliverTest {

    @TempDir
    Path directory;

    private SftpServer server;
    private DefaultCamelContext camel;

    private void start(SftpEventListener listener) throws Exception {
        server = new SftpServer(directory, listener);
        Files.createDirectories(server.home().resolve("dmv/from-csms"));
        camel = new DefaultCamelContext();
        camel.getPropertiesComponent()
                .addPropertiesSource(new PartnerEndpoints(partner -> server.asServer(partner, Duration.ZERO)));
        camel.getRegistry().bind("delivery", new Delivery());
        camel.start();
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(
                        ResourceHelper.resolveMandatoryResource(camel, "file:routes/kamelets/deliver.kamelet.yaml"));
        // Without the failure policy, which would try again for half a minute.
        String deliver = Files.readString(Path.of("routes/shared/deliver.camel.yaml"))
                .replaceAll(".*routeConfigurationId.*\n", "");
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("deliver.camel.yaml", deliver));
    }

    @AfterEach
    void stop() throws Exception {
        camel.close();
        server.close();
    }

    private void deliver(String name, byte[] bytes) {
        camel.createProducerTemplate()
                .sendBody("direct:deliver", Optional.of(new Answer("dmv", Channel.MAILBOX, name, bytes, null)));
    }

    @Test
    void writesUnderATemporaryNameAndRenames() throws Exception {
        List<String> opened = new java.util.concurrent.CopyOnWriteArrayList<>();
        start(new SftpEventListener() {
            @Override
            public void open(
                    org.apache.sshd.server.session.ServerSession session,
                    String remoteHandle,
                    org.apache.sshd.sftp.server.Handle handle) {
                opened.add(handle.getFile().getFileName().toString());
            }
        });
        deliver("LOCATE-ANSWER.20261121.000001.TXT.ack", "RJCT".getBytes());
        assertThat(opened).contains(".LOCATE-ANSWER.20261121.000001.TXT.ack.part");
        assertThat(opened).doesNotContain("LOCATE-ANSWER.20261121.000001.TXT.ack");
        assertThat(server.home().resolve("dmv/from-csms"))
                .isDirectoryContaining(path -> path.endsWith("LOCATE-ANSWER.20261121.000001.TXT.ack"));
        try (var files = Files.list(server.home().resolve("dmv/from-csms"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void deliversTheSameFileTwiceWithoutHarm() throws Exception {
        start(new SftpEventListener() {});
        deliver("A.TXT.ack", "first, and longer".getBytes());
        deliver("A.TXT.ack", "second".getBytes());
        assertThat(server.home().resolve("dmv/from-csms/A.TXT.ack")).hasContent("second");
    }

    @Test
    void noticesAServerThatKeepsNothing() throws Exception {
        start(new SftpServer.Forgetful());
        assertThatThrownBy(() -> deliver("A.TXT.ack", "RJCT".getBytes()))
                .hasRootCauseInstanceOf(IOException.class)
                .rootCause()
                .hasMessageContaining("was sent with 4 bytes, but the server has 0");
    }

    @Test
    void refusesAServerWithAnotherKey() throws Exception {
        start(new SftpEventListener() {});
        server.trust(SftpServer.key());
        assertThatThrownBy(() -> deliver("A.TXT.ack", "RJCT".getBytes()))
                .rootCause()
                .hasMessageContaining("HostKey");
    }

    @Test
    void doesNothingWithoutAnAnswer() throws Exception {
        start(new SftpEventListener() {});
        camel.createProducerTemplate().sendBody("direct:deliver", Optional.empty());
        assertThat(server.home().resolve("dmv/from-csms")).isEmptyDirectory();
    }
}
