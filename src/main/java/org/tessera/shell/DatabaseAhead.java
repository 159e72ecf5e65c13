package org.tessera.shell;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.tessera.shell.database.EmbeddedDatabase;

/** Our own MariaDB while it starts, beside everything else; until somebody takes it, it belongs to this. */
final class DatabaseAhead {

    private final CompletableFuture<EmbeddedDatabase> starting;
    private boolean taken;

    DatabaseAhead(Supplier<EmbeddedDatabase> start) {
        starting = CompletableFuture.supplyAsync(
                start, task -> Thread.ofPlatform().name("database-start").start(task));
    }

    /**
     * Waits until it runs; from then on whoever called this closes it.
     *
     * @throws org.tessera.shell.database.DatabaseUnavailable as the start itself would have
     */
    synchronized EmbeddedDatabase take() {
        try {
            EmbeddedDatabase database = starting.join();
            taken = true;
            return database;
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw e;
        }
    }

    /** Stops it if nobody took it: the application ended before it needed a database. */
    synchronized void abandon() {
        if (!taken) {
            taken = true;
            starting.handle((database, failed) -> database)
                    .thenAccept(database -> {
                        if (database != null) {
                            database.close();
                        }
                    })
                    .join();
        }
    }
}
