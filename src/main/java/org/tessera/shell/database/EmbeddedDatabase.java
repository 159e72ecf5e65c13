package org.tessera.shell.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

/** A running MariaDB server of our own on the loopback interface. Closing it stops the server. */
public final class EmbeddedDatabase implements AutoCloseable {

    /** The schema and the user that the application gets. */
    public static final String NAME = "tessera";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int port;
    private final String password;
    private final Process process;

    private EmbeddedDatabase(int port, String password, Process process) {
        this.port = port;
        this.password = password;
        this.process = process;
    }

    /**
     * Starts a server on the settings' folder and waits until it answers.
     *
     * @throws DatabaseUnavailable with a sentence for a person if it cannot run
     */
    public static EmbeddedDatabase start(EmbeddedDatabaseSettings settings) {
        if (!settings.binaries().arePresent()) {
            throw new DatabaseUnavailable(
                    "There is no MariaDB in " + settings.binaries().folder()
                            + ": run ./tessera run once, or name another server with spring.datasource.url.");
        }
        try {
            Files.createDirectories(settings.folder());
            var server = new ServerProcess(settings);
            if (!Files.exists(settings.files())) {
                var fresh = Files.createDirectories(settings.folder().resolve("files.new"));
                server.install(fresh);
                Files.move(fresh, settings.files());
            }
            var password = password(settings.folder().resolve("password"));
            var port = freePort();
            var init = secret(settings.folder().resolve("init.sql"), initScript(password));
            var database = new EmbeddedDatabase(port, password, server.serve(port, init));
            database.awaitAnswer(settings);
            return database;
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "The database in " + settings.folder() + " cannot start: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("The start of the database was interrupted.", e);
        }
    }

    /** Where a driver finds the application's schema. */
    public String jdbcUrl() {
        return jdbcUrl(NAME);
    }

    /**
     * Where a driver finds one schema.
     *
     * @param schema a name that begins with {@link #NAME}: the user may use and make only those
     */
    public String jdbcUrl(String schema) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + schema
                + "?connectTimeout=5000&socketTimeout=30000&sslMode=disable";
    }

    /** The application's user. */
    public String user() {
        return NAME;
    }

    /** The application's password, generated once for each data folder. */
    public String password() {
        return password;
    }

    /** Stops the server and waits until its files are closed. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitAnswer(EmbeddedDatabaseSettings settings) throws InterruptedException {
        var attempts = PATIENCE.toMillis() / 50;
        for (var attempt = 0; attempt < attempts; attempt++) {
            if (answers()) {
                return;
            }
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new DatabaseUnavailable("MariaDB ended while it started; see " + settings.log() + ".");
            }
        }
        process.destroyForcibly();
        throw new DatabaseUnavailable(
                "MariaDB did not answer within " + PATIENCE.toSeconds() + " s; see " + settings.log() + ".");
    }

    private boolean answers() {
        try (var connection = DriverManager.getConnection(jdbcUrl(), user(), password)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    private static String initScript(String password) {
        return """
                CREATE DATABASE IF NOT EXISTS %1$s CHARACTER SET utf8mb4;
                CREATE OR REPLACE USER '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
                GRANT ALL ON `%1$s%%`.* TO '%1$s'@'127.0.0.1';
                """.formatted(NAME, password);
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            var random = new byte[24];
            new SecureRandom().nextBytes(random);
            secret(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file);
    }

    private static Path secret(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.writeString(file, content);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
