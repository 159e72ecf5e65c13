package org.tessera.shell.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Makes the system tables of a new data folder, as MariaDB's install script does but without needing a shell. */
final class Installation {

    private static final List<String> SCRIPTS = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "maria_add_gis_sp_bootstrap.sql",
            "mariadb_sys_schema.sql");

    private Installation() {}

    /** Makes them beside and renames, so that a start that was interrupted leaves nothing half made. */
    static void make(EmbeddedDatabaseSettings settings) throws IOException, InterruptedException {
        var beside = settings.folder().resolve("files.new");
        delete(beside);
        Files.createDirectory(beside);
        var process = new ServerCommand(settings).install(beside);
        try (var statements = process.outputWriter()) {
            // root is known by the operating system's user on the socket only, never by a password
            statements.write("create database mysql;\nuse mysql;\nset @auth_root_socket='root';\n");
            for (var script : SCRIPTS) {
                statements.write(Files.readString(settings.binaries().script(script)));
            }
        } catch (IOException e) {
            if (process.waitFor() == 0) {
                throw e;
            }
        }
        if (process.waitFor() != 0) {
            throw new DatabaseUnavailable("MariaDB could not make its system tables in %s; what it said is in %s."
                    .formatted(settings.folder(), settings.log()));
        }
        Files.move(beside, settings.files());
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(file);
                }
            }
        }
    }
}
