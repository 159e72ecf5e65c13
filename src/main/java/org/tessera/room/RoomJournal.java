package org.tessera.room;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Makes what rooms have decided durable: whatever waits, of all rooms, goes to the database in one transaction and one
 * message, so that neither round trips nor commits cap how many rooms there can be. Where the database refuses the whole,
 * nothing of it is stored, and each room has to write for itself.
 *
 * @see "Decision: docs/decisions/one-transaction-for-many-rooms.md"
 */
@Component
class RoomJournal implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(RoomJournal.class);

    /** So many rooms at the most share a transaction. */
    private static final int TOGETHER = 100;

    /**
     * A row that somebody else holds must not hold up all rooms: after a second its room waits alone. And a transaction of
     * many rooms locks no more than the rows it writes.
     */
    private static final String SESSION =
            "SET SESSION innodb_lock_wait_timeout = 1, transaction_isolation = 'READ-COMMITTED'";

    private record Entry(List<Write> writes, CompletableFuture<Boolean> stored) {}

    /** Nothing comes after it. */
    private static final Entry LAST = new Entry(List.of(), new CompletableFuture<>());

    private final BlockingQueue<Entry> waiting = new LinkedBlockingQueue<>();
    private final HikariDataSource connections;
    private final Thread writer;
    private volatile boolean open = true;

    RoomJournal(JdbcConnectionDetails database) {
        this.connections = new HikariDataSource(config(database));
        // A thread of its own, of the platform's: it spends its life in the driver, where a virtual one costs detours.
        this.writer = Thread.ofPlatform().name("room-journal").daemon().start(this::write);
    }

    private static HikariConfig config(JdbcConnectionDetails database) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("room-journal");
        config.setJdbcUrl(database.getJdbcUrl());
        config.setUsername(database.getUsername());
        config.setPassword(database.getPassword());
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(10_000);
        config.setConnectionInitSql(SESSION);
        // Only here: every other connection takes one statement at a time.
        config.addDataSourceProperty("allowMultiQueries", "true");
        // The start does not wait for it; the first room does.
        config.setInitializationFailTimeout(-1);
        return config;
    }

    /**
     * Stores all of {@code writes} or nothing.
     *
     * @return whether they are durable; false if the database refused them, or what went with them, and nothing is stored
     * @throws DataAccessResourceFailureException if nobody knows whether they are
     */
    boolean store(List<Write> writes) {
        Entry entry = new Entry(writes, new CompletableFuture<>());
        waiting.add(entry);
        if (!open) {
            fail(List.of(entry), new IllegalStateException("the journal is closed"));
        }
        try {
            return entry.stored().join();
        } catch (CompletionException e) {
            throw new DataAccessResourceFailureException("whether a room was stored is unknown", e.getCause());
        }
    }

    private void write() {
        List<Entry> together = new ArrayList<>();
        boolean last = false;
        while (!last) {
            together.clear();
            try {
                together.add(waiting.take());
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts the journal", e);
            }
            waiting.drainTo(together, TOGETHER - 1);
            last = together.remove(LAST);
            if (together.isEmpty()) {
                continue;
            }
            try {
                boolean stored = send(together);
                together.forEach(entry -> entry.stored().complete(stored));
            } catch (SQLException | RuntimeException e) {
                fail(together, e);
            }
        }
    }

    private static void fail(List<Entry> entries, Exception cause) {
        entries.forEach(entry -> entry.stored().completeExceptionally(cause));
    }

    private boolean send(List<Entry> together) throws SQLException {
        Message message = new Message();
        together.forEach(entry -> message.add(entry.writes()));
        try (Connection connection = connections.getConnection()) {
            try (PreparedStatement statement = connection.prepareStatement(message.text())) {
                message.fill(statement);
                statement.execute();
                return true;
            } catch (SQLException e) {
                return refused(connection, together.size(), e);
            }
        }
    }

    /** Takes everything back. Where that fails too, the line is broken, and what was stored is anybody's guess. */
    private boolean refused(Connection connection, int rooms, SQLException cause) throws SQLException {
        try (Statement back = connection.createStatement()) {
            back.execute("ROLLBACK");
        } catch (SQLException e) {
            connections.evictConnection(connection);
            cause.addSuppressed(e);
            throw cause;
        }
        // The message may hold what somebody wrote.
        LOG.info("{} rooms write for themselves: error {}, state {}", rooms, cause.getErrorCode(), cause.getSQLState());
        return false;
    }

    @Override
    public void destroy() throws InterruptedException {
        open = false;
        waiting.add(LAST);
        writer.join();
        connections.close();
    }
}
