package csms.hub.partner;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Binds {@link HubSettings} and refuses an environment that its Spring profile contradicts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HubSettings.class)
public class SettingsConfiguration {

    SettingsConfiguration(HubSettings settings, Environment spring) {
        boolean profile = spring.acceptsProfiles(Profiles.of("production"));
        if (profile != settings.production()) {
            throw new IllegalStateException("HUB_ENVIRONMENT (hub.environment) says "
                    + (settings.production() ? "production" : "test") + " but the Spring profile production is "
                    + (profile ? "on" : "off")
                    + ". Set HUB_ENVIRONMENT to test or production, in lower case, and leave the profile to it.");
        }
    }
}
