package org.tessera.shell;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says in a sentence that a database somebody named does not answer, or lets nobody in, instead of a stack trace. */
final class DatabaseRefusesAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    /** SQL's own classes of states: the connection failed; who asks is not known. */
    private static final String CONNECTION = "08";

    private static final String AUTHORIZATION = "28";

    private final Environment environment;

    DatabaseRefusesAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        String state = String.valueOf(cause.getSQLState());
        if (state.startsWith(CONNECTION)) {
            return new FailureAnalysis(
                    "The database at " + address() + " does not answer.",
                    "Start it, or name another one with spring.datasource.url; without that, Tessera brings its own.",
                    cause);
        }
        if (state.startsWith(AUTHORIZATION)) {
            return new FailureAnalysis(
                    "The database at " + address() + " does not let this user in.",
                    "Check spring.datasource.username and spring.datasource.password.",
                    cause);
        }
        return null;
    }

    /** Without what may follow the name of the database: a password can stand there. */
    private String address() {
        return environment
                .getProperty("spring.datasource.url", "spring.datasource.url")
                .replaceFirst("[?].*", "");
    }
}
