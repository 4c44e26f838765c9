package csms.hub.transmission;

import csms.hub.translation.ExchangeCatalog;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the life of a file to the database, the broker and the data directory. */
@Configuration(proxyBeanMethods = false)
class TransmissionConfiguration {

    @Bean
    Vault vault(@Value("${hub.data:data}") Path data, @Value("${hub.environment:test}") String environment)
            throws IOException {
        return new Vault(data, VaultKey.open(data, !environment.equals("production")));
    }

    @Bean
    Journal journal(DataSource database, Clock clock) {
        return new Journal(database, clock);
    }

    @Bean
    Intake intake(
            Vault vault,
            Journal journal,
            ExchangeCatalog exchanges,
            @Value("${hub.waiting-time:10m}") Duration waiting) {
        return new Intake(vault, journal, exchanges, waiting);
    }

    @Bean
    ReceivedFile receivedFile(
            Journal journal,
            Vault vault,
            ExchangeCatalog exchanges,
            ConnectionFactory broker,
            ParticipantExtract participants,
            ReportWriter reports,
            @Value("${hub.environment:test}") String environment) {
        char mark = environment.equals("production") ? 'P' : 'T';
        return new ReceivedFile(journal, vault, exchanges, broker, participants, reports, mark);
    }

    @Bean
    Operations operations(Journal journal, Vault vault, ExchangeCatalog exchanges) {
        return new Operations(journal, vault, exchanges);
    }

    @Bean
    History history(Journal journal) {
        return new History(journal);
    }
}
