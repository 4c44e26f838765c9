package csms.hub.operation;

import csms.hub.layout.MappingLinter;
import csms.hub.participant.KnownPeople;
import csms.hub.participant.Matcher;
import csms.hub.partner.HubSettings;
import csms.hub.request.OpenRequests;
import csms.hub.route.RouteLoader;
import csms.hub.translation.ExchangeCatalog;
import csms.hub.translation.LiveMappings;
import csms.hub.translation.MappedExchange;
import csms.hub.transmission.ParticipantTable;
import csms.hub.update.UpdateVocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings together what is plain Java: mappings, exchanges, people and the clock. */
@Configuration(proxyBeanMethods = false)
class HubConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ExchangeCatalog exchangeCatalog() {
        return new ExchangeCatalog();
    }

    @Bean
    KnownPeople knownPeople() {
        return new KnownPeople();
    }

    @Bean
    LiveMappings liveMappings(HubSettings settings, ExchangeCatalog exchanges, KnownPeople people) throws IOException {
        Path folder = settings.mappings();
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("There is no folder of mappings at " + folder.toAbsolutePath()
                    + ". Set hub.mappings, or start the hub with ./hub run.");
        }
        MappingLinter linter = new MappingLinter(
                UpdateVocabulary.load(folder.resolve("csms")),
                exchange -> Files.exists(settings.routes().resolve(exchange.replace('.', '/') + ".camel.yaml")),
                null);
        Matcher matcher = new Matcher(people);
        return new LiveMappings(
                folder,
                linter,
                exchanges,
                mapping -> MappedExchange.of(mapping, matcher, OpenRequests.NONE, settings.production()));
    }

    @Bean(destroyMethod = "close")
    MappingWatch mappingWatch(HubSettings settings, LiveMappings mappings, ObjectProvider<RouteLoader> routes) {
        return new MappingWatch(settings.mappings(), mappings, () -> {
            try {
                routes.getObject().reload();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Everybody is known and every mapping in use before Camel starts: only then routes are loaded and files run. */
    @Bean
    SmartInitializingSingleton beforeRoutes(ParticipantTable people, MappingWatch mappings) {
        return () -> {
            people.swap();
            try {
                mappings.start();
            } catch (IOException e) {
                throw new UncheckedIOException("The folder of mappings cannot be read", e);
            }
        };
    }
}
