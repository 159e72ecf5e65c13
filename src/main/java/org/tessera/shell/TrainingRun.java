package org.tessera.shell;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Ends the application as soon as it is ready, when {@code tessera.training} is true: the launcher does so once after a
 * build, to keep what the JVM loaded and linked. Spring's own exit on refresh halts the JVM and would leave our database
 * running.
 */
@Component
@ConditionalOnBooleanProperty("tessera.training")
class TrainingRun {

    @EventListener
    void end(ApplicationReadyEvent ready) {
        System.exit(SpringApplication.exit(ready.getApplicationContext()));
    }
}
