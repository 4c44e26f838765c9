package csms.hub.channel;

import csms.hub.partner.HubSettings;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The mailboxes and the hub's own keys. */
@Configuration(proxyBeanMethods = false)
public class MailboxConfiguration {

    @Bean
    HubKeys hubKeys(HubSettings settings) throws IOException {
        HubSettings.Sftp sftp = settings.sftp();
        return HubKeys.prepare(
                settings.data().resolve("keys"), sftp.hostKey(), sftp.clientKey(), settings.production());
    }

    /** Stopped after the routes, which the context stops before any bean. */
    @Bean(destroyMethod = "close")
    Mailboxes mailboxes(HubSettings settings, HubKeys keys) throws IOException {
        return Mailboxes.start(
                settings.data().resolve("mailboxes"),
                settings.sftp().host(),
                settings.sftp().port(),
                settings.partnerIds(),
                settings.partnerKeys(),
                keys);
    }
}
