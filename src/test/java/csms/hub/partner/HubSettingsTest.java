package csms.hub.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class HubSettingsTest {

    private final ApplicationContextRunner hub = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(SettingsConfiguration.class);

    @Test
    void hasTheFixedNamesForDefaults() {
        hub.run(context -> {
            HubSettings settings = context.getBean(HubSettings.class);
            assertThat(settings.production()).isFalse();
            assertThat(settings.data()).isEqualTo(Path.of("data").toAbsolutePath());
            assertThat(settings.partnerKeys()).isEqualTo(settings.data().resolve("partner-keys"));
            assertThat(settings.sftp().port()).isEqualTo(2222);
            assertThat(settings.sftp().hostKey()).isNull();
            assertThat(settings.broker().port()).isEqualTo(61616);
            assertThat(settings.broker().external()).isFalse();
            assertThat(settings.receiving().trailerWait()).isEqualTo(Duration.ofMinutes(10));
            assertThat(settings.partnerIds()).hasSize(23).contains("csms", "nyc-payroll", "ldmip");
            assertThat(settings.queuePartners()).containsExactly("dmv", "insurers", "wms");
        });
    }

    @Test
    void takesAPartnersOwnServer() {
        hub.withPropertyValues(
                        "hub.partners.ssa.sftp.host=sftp.example.gov",
                        "hub.partners.ssa.sftp.user=nycsms",
                        "hub.partners.ssa.sftp.private-key=/keys/ssa",
                        "hub.partners.ssa.sftp.known-hosts=/keys/ssa.hosts")
                .run(context -> {
                    Map<String, HubSettings.Partner> partners =
                            context.getBean(HubSettings.class).partners();
                    HubSettings.ExternalSftp ssa = partners.get("ssa").sftp();
                    assertThat(ssa).isNotNull();
                    assertThat(ssa.port()).isEqualTo(22);
                    assertThat(ssa.minimumAge()).isEqualTo(Duration.ofSeconds(60));
                    assertThat(partners.get("irs").sftp()).isNull();
                });
    }

    @Test
    void activatesTheProfileOfProduction() {
        hub.withSystemProperties("HUB_ENVIRONMENT=production").run(context -> {
            assertThat(context.getBean(HubSettings.class).production()).isTrue();
            assertThat(context.getEnvironment().getActiveProfiles()).contains("production");
        });
    }

    @Test
    void isInProductionWhenTheProfileIs() {
        hub.withSystemProperties("spring.profiles.active=production")
                .run(context -> assertThat(context.getBean(HubSettings.class).production())
                        .isTrue());
    }

    @Test
    void refusesAnEnvironmentThatTheProfileContradicts() {
        hub.withSystemProperties("spring.profiles.active=production", "hub.environment=test")
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("HUB_ENVIRONMENT"));
        hub.withSystemProperties("HUB_ENVIRONMENT=staging")
                .run(context -> assertThat(context.getStartupFailure()).isNotNull());
    }

    @Test
    void keepsTheHubsOwnLoginFromPartners() {
        hub.withPropertyValues("hub.partners.hub.queue=false")
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("hub.partners"));
    }
}
