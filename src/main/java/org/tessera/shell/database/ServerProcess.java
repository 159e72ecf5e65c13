package org.tessera.shell.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command lines of the server: to make its system tables, and to serve. */
final class ServerProcess {

    private static final List<String> SYSTEM_SCRIPTS = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "maria_add_gis_sp_bootstrap.sql",
            "mariadb_sys_schema.sql");

    private final EmbeddedDatabaseSettings settings;

    ServerProcess(EmbeddedDatabaseSettings settings) {
        this.settings = settings;
    }

    /** Makes the system tables in a new folder; as the install script does, without needing a shell. */
    void install(Path files) throws IOException, InterruptedException {
        var command = baseCommand(files);
        command.addAll(List.of(
                "--bootstrap",
                "--innodb-log-file-size=16M",
                "--log-warnings=0",
                "--max-allowed-packet=8M",
                "--net-buffer-length=16K",
                "--silent-startup"));
        var process = start(command);
        try (var script = process.getOutputStream()) {
            // root is known by the operating system's user on the socket only, never by a password
            script.write("create database mysql;\nuse mysql;\nset @auth_root_socket='root';\n"
                    .getBytes(StandardCharsets.UTF_8));
            for (var name : SYSTEM_SCRIPTS) {
                Files.copy(settings.binaries().script(name), script);
            }
        }
        if (process.waitFor() != 0) {
            throw new IOException("MariaDB could not make its system tables; see " + settings.log());
        }
    }

    /** Starts serving on a port of the loopback interface. */
    Process serve(int port, Path initFile) throws IOException {
        var command = baseCommand(settings.files());
        command.addAll(List.of(
                "--bind-address=127.0.0.1",
                "--port=" + port,
                // relative to the data folder: a full path may be longer than a socket's name can be
                "--socket=mariadb.sock",
                "--pid-file=mariadb.pid",
                "--init-file=" + initFile,
                "--skip-name-resolve",
                // loopback only, and making itself a certificate costs two seconds at each start
                "--skip-ssl",
                "--default-time-zone=+00:00",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_uca1400_ai_ci",
                "--max-allowed-packet=64M",
                "--max-connections=200"));
        command.addAll(
                settings.isDurable()
                        ? List.of("--innodb-flush-log-at-trx-commit=1")
                        : List.of(
                                "--innodb-flush-log-at-trx-commit=0",
                                "--innodb-doublewrite=OFF",
                                "--innodb-log-file-size=16M"));
        return start(command);
    }

    private List<String> baseCommand(Path files) {
        var command = new ArrayList<>(List.of(
                settings.binaries().server().toString(),
                "--no-defaults",
                "--basedir=" + settings.binaries().folder().toAbsolutePath(),
                "--datadir=" + files));
        if ("root".equals(System.getProperty("user.name"))) {
            // without it the server refuses to run as root
            command.add("--user=root");
        }
        return command;
    }

    private Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log().toFile()))
                .start();
    }
}
