package org.tessera.shell.database;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that still runs on a data folder although the JVM that started it has ended. */
final class LeftServer {

    private static final Logger LOG = LoggerFactory.getLogger(LeftServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EmbeddedDatabaseSettings settings;
    private final Server server;

    private LeftServer(EmbeddedDatabaseSettings settings, Server server) {
        this.settings = settings;
        this.server = server;
    }

    /** The server named by the folder's record, or any process whose command line names the folder. */
    static Optional<LeftServer> find(EmbeddedDatabaseSettings settings) throws IOException {
        var noted = ServerRecord.read(settings.folder());
        return noted.flatMap(record -> record.alive().map(process -> new Server(process, record.port())))
                .or(() -> unnoted(settings))
                .map(server -> new LeftServer(settings, server));
    }

    /** The JVM may have died before it could write the record. */
    private static Optional<Server> unnoted(EmbeddedDatabaseSettings settings) {
        var option = ServerCommand.dataOption(settings.files());
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .filter(arguments -> Arrays.asList(arguments).contains(option))
                        .isPresent())
                .findAny()
                .map(process -> new Server(process, 0));
    }

    /** The server as ours, if it lets us in and serves our files; otherwise it is ended. */
    Optional<Server> adopt(String password) throws InterruptedException {
        if (server.port() > 0 && server.awaitAnswer(settings, password, PATIENCE)) {
            return Optional.of(server);
        }
        LOG.info(
                "Ending a database that an ended server left running and that does not answer (process {}).",
                server.pid());
        server.stop();
        return Optional.empty();
    }
}
