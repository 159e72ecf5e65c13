package org.tessera.shell;

import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tessera.failure.Failures;

/** Writes what broke into the log, under a number that the person who met it can name. */
@Component
class Breakage {

    private static final Logger log = LoggerFactory.getLogger(Breakage.class);

    /** Whether something broke here. A browser that is closed while it is answered breaks nothing. */
    static boolean isOurs(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .noneMatch(ClientAbortException.class::isInstance);
    }

    /** The number the failure is noted under. */
    String note(Throwable failure) {
        String number = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        log.error("Failure {}", number, Failures.withoutValues(failure));
        return number;
    }
}
