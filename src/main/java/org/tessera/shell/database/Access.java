package org.tessera.shell.database;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How one gets into a server: on which port, with which password. */
record Access(int port, String password) {

    /** Timeouts, so that a stuck server holds a caller for seconds and not for ever. */
    String jdbcUrl(String schema) {
        return "jdbc:mariadb://127.0.0.1:%d/%s?connectTimeout=5000&socketTimeout=30000&sslMode=disable"
                .formatted(port, schema);
    }

    /** Whether a server answers there, knows us, and serves exactly these files. */
    boolean answersFrom(Path files) {
        try (var connection =
                        DriverManager.getConnection(jdbcUrl(EmbeddedDatabase.NAME), EmbeddedDatabase.NAME, password);
                var statement = connection.createStatement();
                var row = statement.executeQuery("select @@datadir")) {
            return row.next() && Path.of(row.getString(1)).normalize().equals(files);
        } catch (SQLException _) {
            // not yet, not any more, or not ours: all mean no
            return false;
        }
    }
}
