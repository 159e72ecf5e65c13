package org.tessera.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Fills a migrated schema with the rows that a district of 200 schools leaves in a year, one statement a table. How many
 * a table has is said in {@code year.txt}; what a row holds follows from its columns: an id that refers to something
 * names one of those, all moments lie in the past year, and the rest is as long as it tends to be.
 *
 * <p>The rows are there for the optimizer and not for the product: no page could be drawn from them.
 */
final class DistrictYear {

    private static final String FILE = "year.txt";
    private static final long UNNAMED = 20_000;
    private static final int SECONDS = 365 * 24 * 60 * 60;
    /** Spreads one table's rows over another's so that neighbours are far apart. */
    private static final int STRIDE = 7919;

    private static final int AT_ONCE = 500_000;

    private final Statement statement;
    private final Map<String, Long> rows = new HashMap<>();
    private final Map<String, String> said = new HashMap<>();
    private final Map<String, List<Column>> tables = new LinkedHashMap<>();

    private record Column(String table, String name, String type, long length, boolean isKey, boolean mayBeNull) {}

    private DistrictYear(Statement statement) {
        this.statement = statement;
    }

    /** Fills all tables; the migrations' own rows stay. */
    static void fill(Connection connection) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            DistrictYear year = new DistrictYear(statement);
            year.readSpread();
            year.readColumns();
            year.dropTriggers();
            statement.execute("set foreign_key_checks = 0, check_constraint_checks = 0");
            for (String table : year.tables.keySet()) {
                year.fill(table);
            }
            statement.execute("set foreign_key_checks = 1, check_constraint_checks = 1");
            statement.execute("analyze table " + String.join(", ", year.tables.keySet()));
        }
    }

    private void readSpread() throws IOException {
        try (InputStream in = Objects.requireNonNull(DistrictYear.class.getResourceAsStream(FILE), FILE)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().split("\\s+"))
                    .forEach(words -> {
                        rows.put(words[0], Long.valueOf(words[1]));
                        for (int i = 2; i < words.length; i++) {
                            int equals = words[i].indexOf('=');
                            said.put(words[0] + "." + words[i].substring(0, equals), words[i].substring(equals + 1));
                        }
                    });
        }
    }

    private void readColumns() throws SQLException {
        try (ResultSet found = statement.executeQuery("""
                select c.table_name, c.column_name, c.data_type, coalesce(c.character_maximum_length, 0),
                       exists (select 1 from information_schema.statistics s where s.table_schema = c.table_schema
                           and s.table_name = c.table_name and s.column_name = c.column_name and s.non_unique = 0),
                       c.is_nullable = 'YES'
                from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where c.table_schema = database() and t.table_type = 'BASE TABLE'
                  and c.table_name not like 'flyway%' and c.extra not like '%auto_increment%'
                order by c.table_name, c.ordinal_position""")) {
            while (found.next()) {
                Column column = new Column(
                        found.getString(1),
                        found.getString(2),
                        found.getString(3),
                        found.getLong(4),
                        found.getBoolean(5),
                        found.getBoolean(6));
                tables.computeIfAbsent(column.table, _ -> new ArrayList<>()).add(column);
            }
        }
    }

    /** No plan depends on them, and rows put into a table with a trigger from a sequence arrive empty. */
    private void dropTriggers() throws SQLException {
        List<String> triggers = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(
                "select trigger_name from information_schema.triggers where trigger_schema = database()")) {
            while (found.next()) {
                triggers.add(found.getString(1));
            }
        }
        for (String trigger : triggers) {
            statement.execute("drop trigger `" + trigger + "`");
        }
    }

    private void fill(String table) throws SQLException {
        List<Column> columns = tables.get(table);
        long all = rowsOf(table);
        String names = columns.stream().map(column -> "`" + column.name + "`").collect(Collectors.joining(", "));
        String values = columns.stream().map(this::value).collect(Collectors.joining(",\n"));
        for (long from = 0; from < all; from += AT_ONCE) {
            statement.execute("insert ignore into `%s` (%s) select %s from (select seq as i from seq_%d_to_%d) as n"
                    .formatted(table, names, values, from, Math.min(all, from + AT_ONCE) - 1));
        }
    }

    private long rowsOf(String table) {
        return rows.getOrDefault(table, UNNAMED);
    }

    private String value(Column column) {
        String own = said.get(column.table + "." + column.name);
        if (own == null) {
            return column.mayBeNull ? "if(i % 20 = 19, null, " + spread(column) + ")" : spread(column);
        }
        String value =
                own.replace("@rows", String.valueOf(rowsOf(column.table))).replace("@then", moment(column));
        value = value.replace("@assessor", id("person", "i * " + STRIDE + " % " + rowsOf("panel_member")));
        for (String referred : List.of("person", "guest", "artifact", "exhibit")) {
            value = value.replace("@" + referred, id(referred, "i * " + STRIDE + " % " + rowsOf(referred)));
        }
        return value;
    }

    private String spread(Column column) {
        return switch (column.type) {
            case "uuid" -> id(column);
            case "datetime" -> moment(column);
            case "date" -> "date(" + moment(column) + ")";
            case "tinyint" -> "i % 2";
            case "int", "bigint" -> column.isKey ? "i" : "i % 1000";
            case "double", "decimal" -> "i % 100 / 100";
            case "binary" -> "unhex(sha2(concat('" + column.name + "', i), 256))";
            case "char", "varchar" -> words(column);
            default ->
                column.name.matches("sealed|png|left_behind|public_key")
                        ? "repeat('x', 400)"
                        : "'{\"words\": \"what somebody wrote\"}'";
        };
    }

    private String words(Column column) {
        if (column.name.endsWith("credential_id") || column.name.equals("achievement")) {
            return "concat('credential-', i % 30)";
        }
        if (column.name.equals("node") || column.name.equals("node_id")) {
            return "concat('node-', i % 2)";
        }
        if (column.name.equals("version") || column.name.endsWith("_version")) {
            return "'1.0.0'";
        }
        if (column.name.endsWith("sha256")) {
            return "sha2(i % " + rowsOf(column.isKey ? column.table : "stored_file") + ", 256)";
        }
        return column.isKey
                ? "right(concat('" + column.name + "-', i), " + column.length + ")"
                : "left(concat('" + column.name + "-', i % 50, ' said by somebody'), " + column.length + ")";
    }

    /** The past year in the order of the rows; what ends, ends two weeks later. */
    private String moment(Column column) {
        int ahead = column.name.matches("ends_at|until_at|expires_at|permission_until|due") ? 14 : 0;
        return "utc_timestamp(6) + interval %1$d day - interval floor((%2$d - i) * %3$d / %2$d) second"
                .formatted(ahead, rowsOf(column.table), SECONDS);
    }

    /** The first thing that a table's rows belong to has its rows side by side; all others are spread. */
    private String id(Column column) {
        String referred = referred(column);
        if (referred.equals(column.table)) {
            return id(referred, "i");
        }
        if (referred.equals("member")) {
            return id(referred, "i % 12");
        }
        if (referred.isEmpty()) {
            return id(column.name, "i");
        }
        boolean isFirst = tables.get(column.table).stream()
                        .filter(other ->
                                !referred(other).isEmpty() && !referred(other).equals(other.table))
                        .findFirst()
                        .orElseThrow()
                == column;
        return id(
                referred,
                isFirst
                        ? "floor(i * %d / %d)".formatted(rowsOf(referred), rowsOf(column.table))
                        : "i * %d %% %d".formatted(STRIDE, rowsOf(referred)));
    }

    private static String id(String of, String number) {
        return "cast(concat(lpad(hex(%s), 8, '0'), '-%04x-4000-8000-000000000000') as uuid)"
                .formatted(number, of.hashCode() & 0xffff);
    }

    /** The table whose ids stand in this column, {@code member} in a room, or nothing at all. */
    private String referred(Column column) {
        if (!column.type.equals("uuid")) {
            return "";
        }
        return switch (column.name) {
            case "id" -> column.table;
            case "member_id", "author", "holder" -> "member";
            case "item", "command_id", "tab" -> "";
            case "group_id" -> "note_group";
            case "anchor_material" -> "material";
            case "case_id" -> "assessment_case";
            case "trial_id" -> "anchor_trial";
            case "stack_id" -> "badge";
            case "subject_id" -> "exhibit";
            case "rule_id" -> column.table.equals("credit_rule") ? column.table : "credit_rule";
            default -> {
                String noun = column.name.replaceFirst("_id$", "");
                yield tables.containsKey(noun) ? noun : "person";
            }
        };
    }
}
