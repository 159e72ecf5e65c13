package org.tessera;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the application. */
@SpringBootApplication
public class Tessera {

    /** Starts the server; arguments are Spring's. */
    public static void main(String[] args) {
        // The database holds UTC, and the driver converts by the zone of the JVM.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication.run(Tessera.class, args);
    }
}
