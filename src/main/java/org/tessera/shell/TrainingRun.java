package org.tessera.shell;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.tessera.account.Accounts;
import org.tessera.account.Person;
import org.tessera.account.SignIns;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opens the first page as a browser would, and where there is a demo a room of it, and then ends the application, when
 * {@code tessera.training} is true: the launcher does so once after a build, to keep what the JVM loaded and linked. Spring's
 * own exit on refresh halts the JVM and would leave our database running.
 */
@Component
@ConditionalOnBooleanProperty("tessera.training")
class TrainingRun {

    private static final Pattern ROOM = Pattern.compile("/?(rooms/[0-9a-f-]{36})\"");

    private final Environment environment;
    private final Accounts accounts;
    private final SignIns signIns;
    private final JsonMapper json;

    TrainingRun(Environment environment, Accounts accounts, SignIns signIns, JsonMapper json) {
        this.environment = environment;
        this.accounts = accounts;
        this.signIns = signIns;
        this.json = json;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void end(ApplicationReadyEvent ready) throws IOException, InterruptedException {
        visit();
        System.exit(SpringApplication.exit(ready.getApplicationContext()));
    }

    private void visit() throws IOException, InterruptedException {
        URI server = URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port"));
        try (TrainingVisit nobody = new TrainingVisit(server, json)) {
            nobody.opens("/login");
        }
        Optional<Person> ana = accounts.personByEmail(Demo.email("ana"));
        if (ana.isPresent()) {
            try (TrainingVisit visit = new TrainingVisit(server, json)) {
                visit.holds(
                        "tessera", signIns.open(ana.get(), "training", false).secret());
                Matcher room = ROOM.matcher(visit.opens("/"));
                if (!room.find()) {
                    throw new IllegalStateException("The demo's first page names no room");
                }
                visit.opens("/" + room.group(1));
                visit.sits("/" + room.group(1));
            }
        }
    }
}
