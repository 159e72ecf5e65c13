package org.tessera.shell.database;

import java.nio.file.Path;

/**
 * How an embedded database is to run.
 *
 * @param binaries the unpacked server
 * @param folder where its files, password and log are kept
 * @param isDurable whether a commit is on disk before it is answered; only tests and the build do without
 */
public record EmbeddedDatabaseSettings(MariaDbBinaries binaries, Path folder, boolean isDurable) {

    public EmbeddedDatabaseSettings {
        folder = folder.toAbsolutePath().normalize();
    }

    /** Where the server keeps its tables. */
    Path files() {
        return folder.resolve("files");
    }

    /** Where the server keeps what does not fit in memory; a starting server clears it of what others left there. */
    Path scratch() {
        return folder.resolve("scratch");
    }

    /** Where the server writes what it has to say. */
    Path log() {
        return folder.resolve("mariadb.log");
    }
}
