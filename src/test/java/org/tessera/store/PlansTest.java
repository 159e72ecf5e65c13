package org.tessera.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tessera.support.StatementLog;
import org.tessera.support.StatementLog.Statement;
import org.tessera.support.StoreTest;
import org.tessera.support.TestSchema;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every statement that the stores made while all other tests ran, explained on a year of a district of 200 schools: none
 * may read a growing table from end to end, nor very many rows of one.
 *
 * <p>Not covered: what no test asks for, and the rows that {@code WriteStore} and {@code RoomJournal} write by their keys
 * without jOOQ.
 */
@StoreTest
@Tag("long")
@Tag("plans")
class PlansTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Parts of {@code RoomStore}, under whose name their statements are noted. */
    private static final Set<String> PARTS = Set.of("WriteStore", "EntityStore", "ClaimStore");

    /** What may read much: the store's method, a part of its statement, and why. */
    private record Allowed(String asker, String part, String why) {

        boolean covers(Statement statement) {
            return statement.asker().equals(asker) && statement.sql().contains(part);
        }
    }

    private static final List<Allowed> ALLOWED = List.of(
            new Allowed(
                    "MaterialStore.unusedFiles", "", "compares all files once after a start, in a thread of its own"),
            new Allowed("BadgeStore.issuedBy", "", "the list of everything a district issued shows everything"),
            new Allowed("CaseStore.of", "`district_id` =", "a district's report counts each of its cases"));

    @Test
    void no_statement_reads_a_growing_table_from_end_to_end(TestSchema schema) throws SQLException, IOException {
        List<Statement> statements = StatementLog.all();
        assertThat(statements)
                .as("what other tests asked of the database: `./tessera test --long` notes it")
                .isNotEmpty();
        assertThat(silent(statements)).as("stores that nobody heard").isEmpty();
        // filling a table takes longer than the product ever waits for an answer
        String url = schema.jdbcUrl().replaceFirst("socketTimeout=\\d+", "socketTimeout=0");
        try (Connection connection = DriverManager.getConnection(url, schema.user(), schema.password())) {
            DistrictYear.fill(connection);
            assertThat(complaints(connection, statements)).isEmpty();
        }
    }

    /** The stores of which not one statement was noted. */
    private static Set<String> silent(List<Statement> statements) throws IOException {
        Set<String> silent = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith("Store.java")).toList()) {
                if (Files.readString(file).contains("import org.jooq.DSLContext;")) {
                    silent.add(file.getFileName().toString().replace(".java", ""));
                }
            }
        }
        silent.removeAll(PARTS);
        statements.forEach(statement -> silent.remove(statement.asker().replaceAll("[.$].*", "")));
        return silent;
    }

    private static List<String> complaints(Connection connection, List<Statement> statements) throws SQLException {
        Map<String, Long> rows = rows(connection);
        LocalValues values = new LocalValues(connection);
        List<String> complaints = new ArrayList<>();
        for (Statement statement : statements) {
            if (ALLOWED.stream().anyMatch(allowed -> allowed.covers(statement))) {
                continue;
            }
            String sql = values.in(statement.sql());
            for (String complaint : Plan.complaints(sql, JSON.readTree(explained(connection, sql)), rows)) {
                complaints.add(statement.asker() + " " + complaint + ": " + sql);
            }
        }
        return complaints;
    }

    private static String explained(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("explain format=json " + sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Map<String, Long> rows(Connection connection) throws SQLException {
        Map<String, Long> rows = new HashMap<>();
        try (var statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select table_name, table_rows from information_schema.tables where table_schema = database()")) {
            while (found.next()) {
                rows.put(found.getString(1), found.getLong(2));
            }
        }
        return rows;
    }
}
