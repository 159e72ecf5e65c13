package org.tessera.shell.database;

import java.nio.file.Path;

/** A JVM of its own that owns a database until its input ends; for tests that kill it. */
final class DatabaseOwner {

    private DatabaseOwner() {}

    /** Arguments: the binaries' folder and the data folder. Prints the server's process, port and password. */
    public static void main(String[] args) throws Exception {
        var settings = new EmbeddedDatabaseSettings(new MariaDbBinaries(Path.of(args[0])), Path.of(args[1]), true);
        try (var database = EmbeddedDatabase.start(settings)) {
            System.out.println("serving " + database.pid() + " " + database.jdbcUrl() + " " + database.password());
            while (System.in.read() >= 0) {
                // somebody still wants it
            }
        }
    }
}
