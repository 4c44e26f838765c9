package csms.hub.channel;

import com.zaxxer.hikari.HikariDataSource;
import csms.hub.partner.HubSettings;
import java.io.IOException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The journal's database: the embedded PostgreSQL, unless {@code spring.datasource.url} names another. */
@Configuration(proxyBeanMethods = false)
@Conditional(DatabaseConfiguration.NoOtherDatabase.class)
public class DatabaseConfiguration {

    /** Stopped after every bean that depends on the data source. */
    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(HubSettings settings) throws IOException {
        return EmbeddedPostgres.start(settings.data().resolve("postgres"));
    }

    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource dataSource(EmbeddedPostgres postgres) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(postgres.jdbcUrl());
        source.setUsername(postgres.user());
        source.setPassword(postgres.password());
        return source;
    }

    /** That {@code spring.datasource.url} is not set. */
    static final class NoOtherDatabase implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment()
                    .getProperty("spring.datasource.url", "")
                    .isBlank();
        }
    }
}
