package csms.hub.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import csms.hub.partner.HubSettings;
import csms.hub.partner.SettingsConfiguration;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

@Timeout(120)
class ChannelsTest {

    @TempDir
    Path folder;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({
        SettingsConfiguration.class,
        DatabaseConfiguration.class,
        BrokerConfiguration.class,
        MailboxConfiguration.class
    })
    static class Hub {}

    @Test
    void startTogetherAndStopCleanly() throws Exception {
        int sftp;
        int broker;
        int database;
        try (ConfigurableApplicationContext hub = start()) {
            sftp = hub.getBean(Mailboxes.class).port();
            broker = hub.getBean(Broker.class).port();
            database = hub.getBean(EmbeddedPostgres.class).port();

            HikariDataSource source = (HikariDataSource) hub.getBean(DataSource.class);
            assertThat(source.getMaximumPoolSize()).isEqualTo(12);
            assertThat(source.getDataSourceProperties()).containsEntry("logServerErrorDetail", "false");
            assertThat(new JdbcTemplate(source).queryForObject("SHOW fsync", String.class))
                    .isEqualTo("on");
            assertThat(hub.getBeansOfType(ConnectionFactory.class)).hasSize(1);
            try (JMSContext jms = hub.getBean(ConnectionFactory.class).createContext()) {
                jms.createProducer().send(jms.createQueue(Queues.OUTCOMES), "outcome");
            }
            for (String partner : hub.getBean(HubSettings.class).queuePartners()) {
                assertThat(hub.getBean(Broker.class).queueDepth(Queues.toCsms(partner)))
                        .hasValue(0);
            }
            assertThat(folder.resolve("mailboxes/father-registry/to-csms")).isDirectory();
        }
        for (int port : List.of(sftp, broker, database)) {
            assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port))
                    .isInstanceOf(ConnectException.class);
        }
        try (ConfigurableApplicationContext hub = start()) {
            assertThat(hub.getBean(EmbeddedPostgres.class).adopted()).isFalse();
            assertThat(hub.getBean(Broker.class).queueDepth(Queues.OUTCOMES)).hasValue(1);
        }
    }

    @Test
    void useAnotherDatabaseWhenOneIsNamed() throws Exception {
        try (EmbeddedPostgres other = EmbeddedPostgres.start(folder.resolve("other"));
                ConfigurableApplicationContext hub = start(
                        "--spring.datasource.url=" + other.jdbcUrl(),
                        "--spring.datasource.username=" + other.user(),
                        "--spring.datasource.password=" + other.password())) {
            assertThat(hub.getBeansOfType(EmbeddedPostgres.class)).isEmpty();
            HikariDataSource source = (HikariDataSource) hub.getBean(DataSource.class);
            assertThat(source.getJdbcUrl()).isEqualTo(other.jdbcUrl());
            assertThat(source.getMaximumPoolSize()).isEqualTo(12);
            assertThat(source.getDataSourceProperties()).containsEntry("logServerErrorDetail", "false");
        }
    }

    @Test
    void refuseWhatWasMadeUpInProduction() {
        assertThatThrownBy(() -> start("--HUB_ENVIRONMENT=production"))
                .rootCause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("In production");
    }

    private ConfigurableApplicationContext start(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--hub.data=" + folder,
                "--hub.sftp.host=127.0.0.1",
                "--hub.sftp.port=0",
                "--hub.broker.port=0",
                "--spring.flyway.enabled=false",
                // The health of what is not started here.
                "--management.endpoint.health.validate-group-membership=false"));
        arguments.addAll(List.of(more));
        return new SpringApplicationBuilder(Hub.class)
                .web(WebApplicationType.NONE)
                .run(arguments.toArray(new String[0]));
    }
}
