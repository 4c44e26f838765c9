package csms.hub.operation;

import csms.hub.acknowledgment.RejectReport;
import csms.hub.acknowledgment.ReportLine;
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
import csms.hub.transmission.ReportWriter;
import csms.hub.update.UpdateVocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Brings together what is plain Java: mappings, exchanges, people and the clock. */
@Configuration(proxyBeanMethods = false)
class HubConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ExchangeCatalog exchanges() {
        return new ExchangeCatalog();
    }

    @Bean
    ParticipantTable participantTable(JdbcTemplate jdbc) {
        return new ParticipantTable(jdbc);
    }

    /** Everybody is known before the first file is translated. */
    @Bean
    @DependsOnDatabaseInitialization
    KnownPeople knownPeople(ParticipantTable table) {
        KnownPeople people = new KnownPeople();
        people.replace(table.load());
        return people;
    }

    @Bean
    ExtractedPeople extractedPeople(ParticipantTable table, KnownPeople people) {
        return new ExtractedPeople(table, people);
    }

    @Bean
    ReportWriter reportWriter() {
        RejectReport report = new RejectReport();
        return (header, lines, out) -> {
            List<ReportLine> all = new ArrayList<>();
            lines.forEach(all::add);
            report.write(header, all, out);
        };
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

    /** Started as it is made, because routes are loaded only for exchanges that have a mapping in use. */
    @Bean(destroyMethod = "close")
    MappingWatch mappingWatch(HubSettings settings, LiveMappings mappings, ObjectProvider<RouteLoader> routes)
            throws IOException {
        MappingWatch watch = new MappingWatch(settings.mappings(), mappings, () -> {
            try {
                routes.getObject().reload();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        watch.start();
        return watch;
    }
}
