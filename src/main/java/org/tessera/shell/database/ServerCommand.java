package org.tessera.shell.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command lines of MariaDB's server program. */
final class ServerCommand {

    private final EmbeddedDatabaseSettings settings;

    ServerCommand(EmbeddedDatabaseSettings settings) {
        this.settings = settings;
    }

    /** The option that names the tables' folder; it also tells one server from another in a list of processes. */
    static String dataOption(Path files) {
        return "--datadir=" + files;
    }

    /** Starts the server so that it takes statements from its input, without listening, and ends with them. */
    Process install(Path files) throws IOException {
        return start(
                files,
                List.of(
                        "--bootstrap",
                        "--innodb-log-file-size=16M",
                        "--log-warnings=0",
                        "--max-allowed-packet=8M",
                        "--net-buffer-length=16K",
                        "--silent-startup"));
    }

    /**
     * Starts the server on a port of the loopback interface.
     *
     * @param initFile statements it runs before it lets anybody in
     */
    Process serve(int port, Path initFile) throws IOException {
        var options = new ArrayList<>(List.of(
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
        if (settings.isDurable()) {
            options.add("--innodb-flush-log-at-trx-commit=1");
        } else {
            options.add("--innodb-flush-log-at-trx-commit=0");
            options.add("--innodb-doublewrite=OFF");
            options.add("--innodb-log-file-size=16M");
        }
        return start(settings.files(), options);
    }

    private Process start(Path files, List<String> options) throws IOException {
        var command = new ArrayList<>(List.of(
                settings.binaries().server().toString(),
                "--no-defaults",
                "--basedir=" + settings.binaries().folder().toAbsolutePath(),
                dataOption(files),
                // never a folder that others use: a starting server deletes the temporary tables it finds there
                "--tmpdir=" + Files.createDirectories(settings.scratch())));
        if ("root".equals(System.getProperty("user.name"))) {
            // without it the server refuses to run as root
            command.add("--user=root");
        }
        command.addAll(options);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log().toFile()))
                .start();
    }
}
