package org.tessera.support;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.tessera.shell.database.EmbeddedDatabase;
import org.tessera.shell.database.EmbeddedDatabaseSettings;

/**
 * The one MariaDB of a test JVM. It is started when somebody first asks for a schema; the migrations run once, and each
 * further schema is a copy of the migrated one, made in milliseconds.
 */
final class TestDatabase {

    private static final String TEMPLATE = EmbeddedDatabase.NAME;

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /** A migrated schema that nobody else uses. */
    static TestSchema freshSchema() {
        var name = TEMPLATE + "_" + COUNT.incrementAndGet();
        try (var connection = connect(TEMPLATE);
                var statement = connection.createStatement()) {
            copyTemplate(statement, name);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not make the schema " + name + ".", e);
        }
        var server = Server.RUNNING;
        return new TestSchema(name, server.jdbcUrl(name), server.user(), server.password());
    }

    private static void copyTemplate(Statement statement, String name) throws SQLException {
        var tables = strings(
                statement,
                "SELECT table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema = '"
                        + TEMPLATE + "'",
                1);
        var makings = new ArrayList<String>();
        for (var table : tables) {
            makings.addAll(strings(statement, "SHOW CREATE TABLE " + TEMPLATE + "." + table, 2));
        }
        var triggers = new ArrayList<String>();
        for (var trigger : strings(statement, "SHOW TRIGGERS FROM " + TEMPLATE, 1)) {
            triggers.addAll(strings(statement, "SHOW CREATE TRIGGER " + TEMPLATE + "." + trigger, 3));
        }
        // Tables refer to each other in any order.
        statement.execute("SET foreign_key_checks = 0");
        statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
        statement.execute("USE " + name);
        for (var making : makings) {
            statement.execute(making);
        }
        for (var table : tables) {
            statement.execute("INSERT INTO " + table + " SELECT * FROM " + TEMPLATE + "." + table);
        }
        statement.execute("SET foreign_key_checks = 1");
        for (var trigger : triggers) {
            statement.execute(trigger);
        }
    }

    private static List<String> strings(Statement statement, String query, int column) throws SQLException {
        var strings = new ArrayList<String>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                strings.add(rows.getString(column));
            }
        }
        return strings;
    }

    private static Connection connect(String schema) throws SQLException {
        var server = Server.RUNNING;
        return DriverManager.getConnection(server.jdbcUrl(schema), server.user(), server.password());
    }

    /** Started and migrated by the first look at it. */
    private static final class Server {

        static final EmbeddedDatabase RUNNING = start();

        private static EmbeddedDatabase start() {
            var folder =
                    Path.of("target/test-database/" + ProcessHandle.current().pid());
            var database = EmbeddedDatabase.start(new EmbeddedDatabaseSettings(TestBinaries.unpacked(), folder, false));
            Runtime.getRuntime().addShutdownHook(new Thread(database::close));
            Flyway.configure()
                    .dataSource(database.jdbcUrl(), database.user(), database.password())
                    .locations("filesystem:db/migration")
                    .load()
                    .migrate();
            return database;
        }
    }
}
