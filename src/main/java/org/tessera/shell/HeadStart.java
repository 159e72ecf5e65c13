package org.tessera.shell;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.tessera.credential.Credentials;
import org.tessera.protocol.Protocols;

/**
 * Begins with what a start waits for longest, while Spring still looks for its beans: our own database, and the checks of
 * the shipped protocols and credentials. What fails here fails again where it is needed, and is told from there.
 */
public final class HeadStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Logger log = LoggerFactory.getLogger(HeadStart.class);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (!environment.containsProperty("spring.datasource.url")) {
            EmbeddedDatabaseProperties properties = Binder.get(environment)
                    .bind("tessera.database", EmbeddedDatabaseProperties.class)
                    .get();
            DatabaseAhead ahead = new DatabaseAhead(() -> EmbeddedDatabaseStart.start(properties));
            context.getBeanFactory().registerSingleton("databaseAhead", ahead);
            context.addApplicationListener((ApplicationListener<ApplicationFailedEvent>) failed -> ahead.abandon());
        }
        Thread.ofPlatform().name("shipped-files").daemon().start(HeadStart::readAhead);
    }

    private static void readAhead() {
        try {
            Protocols.readAhead();
            Credentials.readAhead();
        } catch (RuntimeException e) {
            // whoever needs them reads them again, and refuses the start with what is wrong
            log.debug("The shipped files could not be read ahead", e);
        }
    }
}
