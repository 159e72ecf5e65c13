package org.tessera;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.tessera.shell.HeadStart;

/** Starts the application. */
@SpringBootApplication
public class Tessera {

    /** Starts the server; arguments are Spring's. */
    public static void main(String[] args) {
        // The database holds UTC, and the driver converts by the zone of the JVM.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication application = new SpringApplication(Tessera.class);
        application.addInitializers(new HeadStart());
        application.run(args);
    }
}
