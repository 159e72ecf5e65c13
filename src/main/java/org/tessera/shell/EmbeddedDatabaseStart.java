package org.tessera.shell;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tessera.shell.database.EmbeddedDatabase;
import org.tessera.shell.database.EmbeddedDatabaseSettings;
import org.tessera.shell.database.MariaDbBinaries;

/** Brings our own MariaDB up when nobody named another one with {@code spring.datasource.url}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "the embedded database")
@ConditionalOnMissingBean(JdbcConnectionDetails.class)
@EnableConfigurationProperties(EmbeddedDatabaseProperties.class)
class EmbeddedDatabaseStart {

    @Bean
    EmbeddedDatabase embeddedDatabase(
            EmbeddedDatabaseProperties properties, ObjectProvider<DatabaseAhead> startedAhead) {
        DatabaseAhead ahead = startedAhead.getIfAvailable();
        return ahead == null ? start(properties) : ahead.take();
    }

    static EmbeddedDatabase start(EmbeddedDatabaseProperties properties) {
        return EmbeddedDatabase.start(
                new EmbeddedDatabaseSettings(new MariaDbBinaries(properties.binaries()), properties.folder(), true));
    }

    /** The pool depends on this bean and so is closed before the database stops. */
    @Bean
    JdbcConnectionDetails embeddedDatabaseConnection(EmbeddedDatabase database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return database.jdbcUrl();
            }

            @Override
            public String getUsername() {
                return database.user();
            }

            @Override
            public String getPassword() {
                return database.password();
            }
        };
    }
}
