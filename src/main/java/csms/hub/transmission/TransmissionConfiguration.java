package csms.hub.transmission;

import csms.hub.participant.KnownPeople;
import csms.hub.partner.HubSettings;
import csms.hub.translation.ExchangeCatalog;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Wires the life of a file to the database, the broker and the data directory. */
@Configuration(proxyBeanMethods = false)
class TransmissionConfiguration {

    @Bean
    Vault vault(HubSettings settings) throws IOException {
        return new Vault(settings.data(), VaultKey.open(settings.data(), !settings.production()));
    }

    @Bean
    DiskSpace diskSpace(HubSettings settings) {
        return new DiskSpace(settings.data(), settings.receiving().minimumFree().toBytes());
    }

    @Bean
    Journal journal(DataSource database, Clock clock) {
        return new Journal(database, clock);
    }

    @Bean
    Intake intake(Vault vault, Journal journal, ExchangeCatalog exchanges, HubSettings settings) {
        return new Intake(vault, journal, exchanges, settings.receiving().trailerWait());
    }

    @Bean
    ReceivedFile receivedFile(
            Journal journal,
            Vault vault,
            ExchangeCatalog exchanges,
            ConnectionFactory broker,
            ParticipantExtract participants,
            HubSettings settings) {
        char mark = settings.production() ? 'P' : 'T';
        return new ReceivedFile(journal, vault, exchanges, broker, participants, mark);
    }

    @Bean
    ParticipantTable participantTable(DataSource database, KnownPeople people) {
        return new ParticipantTable(new JdbcTemplate(database), people);
    }

    @Bean
    Operations operations(Journal journal, Vault vault, ExchangeCatalog exchanges) {
        return new Operations(journal, vault, exchanges);
    }

    @Bean
    History history(Journal journal) {
        return new History(journal);
    }

    @Bean
    Figures figures(Journal journal) {
        return new Figures(journal);
    }
}
