package org.tessera.shell.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running MariaDB server of our own on the loopback interface. While it is open, a server that dies is started again on
 * the same port; closing it stops the server. A server whose owner died is taken over by the next one who starts on its
 * folder.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    /** The schema and the user that the application gets. */
    public static final String NAME = "tessera";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    /** A new data folder takes 60 MB; with less than this the first evidence would not fit either. */
    private static final long LEAST_BYTES_FREE = 300L * 1024 * 1024;

    private final FolderOwnership ownership;
    private final Supervisor supervisor;
    private final Access access;

    private EmbeddedDatabase(FolderOwnership ownership, Supervisor supervisor, Access access) {
        this.ownership = ownership;
        this.supervisor = supervisor;
        this.access = access;
    }

    /**
     * Starts a server on the settings' folder, or takes over the one that serves it without an owner, and waits until it
     * answers.
     *
     * @throws DatabaseUnavailable with a sentence for a person if it cannot run
     */
    public static EmbeddedDatabase start(EmbeddedDatabaseSettings settings) {
        if (!settings.binaries().arePresent()) {
            throw new DatabaseUnavailable(
                    "There is no MariaDB in %s: run ./tessera run once to bring it, or name another server with spring.datasource.url."
                            .formatted(settings.binaries().folder()));
        }
        try {
            var secrets = Secrets.in(settings.folder());
            var ownership = FolderOwnership.take(settings.folder());
            try {
                var password = secrets.password();
                var server = serving(settings, secrets, password);
                return new EmbeddedDatabase(
                        ownership, new Supervisor(settings, server, password), new Access(server.port(), password));
            } catch (IOException | InterruptedException | RuntimeException e) {
                ownership.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "The database in %s cannot start: %s".formatted(settings.folder(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("The start of the database was interrupted.", e);
        }
    }

    private static Server serving(EmbeddedDatabaseSettings settings, Secrets secrets, String password)
            throws IOException, InterruptedException {
        secrets.write("init.sql", initScript(password));
        var left = LeftServer.find(settings);
        if (left.isPresent()) {
            var adopted = left.get().adopt(password);
            if (adopted.isPresent()) {
                LOG.info(
                        "Took over the database that an ended server left running (process {}).",
                        adopted.get().pid());
                return adopted.get();
            }
        }
        requireSpace(settings.folder());
        if (!Files.exists(settings.files())) {
            Installation.make(settings);
        }
        return Server.start(settings, password);
    }

    private static void requireSpace(Path folder) throws IOException {
        var free = Files.getFileStore(folder).getUsableSpace();
        if (free < LEAST_BYTES_FREE) {
            throw new DatabaseUnavailable(
                    "The disk that holds %s has only %d MB left, and the database needs at least %d: make room, or name a folder on another disk with tessera.database.folder."
                            .formatted(folder, free >> 20, LEAST_BYTES_FREE >> 20));
        }
    }

    /** The user may use and make schemas whose names begin with ours, and nothing else. */
    private static String initScript(String password) {
        return """
                CREATE DATABASE IF NOT EXISTS %1$s CHARACTER SET utf8mb4;
                CREATE OR REPLACE USER '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
                GRANT ALL ON `%1$s%%`.* TO '%1$s'@'127.0.0.1';
                """.formatted(NAME, password);
    }

    /** Where a driver finds the application's schema. */
    public String jdbcUrl() {
        return access.jdbcUrl(NAME);
    }

    /**
     * Where a driver finds one schema.
     *
     * @param schema a name that begins with {@link #NAME}: the user may use and make only those
     */
    public String jdbcUrl(String schema) {
        return access.jdbcUrl(schema);
    }

    /** The application's user. */
    public String user() {
        return NAME;
    }

    /** The application's password, generated once for each data folder. */
    public String password() {
        return access.password();
    }

    /** The number of the process that serves now. */
    public long pid() {
        return supervisor.pid();
    }

    /** Stops the server and waits until its files are closed. */
    @Override
    public void close() {
        supervisor.close();
        try {
            ownership.close();
        } catch (IOException e) {
            LOG.warn("The database folder could not be released.", e);
        }
    }
}
