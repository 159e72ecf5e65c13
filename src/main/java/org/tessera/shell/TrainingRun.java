package org.tessera.shell;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Opens the first page as a browser would and then ends the application, when {@code tessera.training} is true: the launcher
 * does so once after a build, to keep what the JVM loaded and linked. Spring's own exit on refresh halts the JVM and would
 * leave our database running.
 */
@Component
@ConditionalOnBooleanProperty("tessera.training")
class TrainingRun {

    /** The page, and what a browser asks for next to fill it. */
    private static final List<String> VISITS =
            List.of("/login", "/?v-r=init&location=login&query=&v-tzid=UTC&v-wn=training");

    private final Environment environment;

    TrainingRun(Environment environment) {
        this.environment = environment;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void end(ApplicationReadyEvent ready) throws IOException, InterruptedException {
        visit();
        System.exit(SpringApplication.exit(ready.getApplicationContext()));
    }

    private void visit() throws IOException, InterruptedException {
        URI server = URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port"));
        try (HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            for (String visit : VISITS) {
                HttpResponse<String> page = browser.send(
                        HttpRequest.newBuilder(server.resolve(visit))
                                .header("Accept", "text/html")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (page.statusCode() != 200) {
                    throw new IllegalStateException(visit + " was answered with " + page.statusCode());
                }
            }
        }
    }
}
