package org.tessera.shell.database;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a server that dies again on the same port, so that the connection pool finds it without being told, until it is
 * closed.
 */
final class Supervisor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final int SECONDS_BETWEEN_TRIES = 5;

    private final EmbeddedDatabaseSettings settings;
    private final String password;
    private Server server;
    private boolean isClosed;

    Supervisor(EmbeddedDatabaseSettings settings, Server server, String password) {
        this.settings = settings;
        this.server = server;
        this.password = password;
        watch(server);
    }

    synchronized long pid() {
        return server.pid();
    }

    private void watch(Server watched) {
        var _ = watched.process().onExit().thenRunAsync(this::replace, Thread::startVirtualThread);
    }

    private synchronized void replace() {
        if (isClosed) {
            return;
        }
        LOG.warn("The database ended without being asked; starting it again on port {}.", server.port());
        try {
            server = Server.start(settings, password, server.port());
            watch(server);
            LOG.warn("The database runs again (process {}).", server.pid());
        } catch (IOException | DatabaseUnavailable e) {
            LOG.error("The database does not start; trying again in {} s.", SECONDS_BETWEEN_TRIES, e);
            Executor later = CompletableFuture.delayedExecutor(
                    SECONDS_BETWEEN_TRIES, TimeUnit.SECONDS, Thread::startVirtualThread);
            later.execute(this::replace);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        try {
            server.stop();
            ServerRecord.remove(settings.folder());
        } catch (IOException e) {
            LOG.warn("The record of the database could not be removed.", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
