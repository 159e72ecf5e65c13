package org.tessera.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts values that one database holds into statements that were made for another. A person asked for where they do not
 * exist would be found missing before there is anything to plan. A value that the table holds is left as it is.
 */
final class LocalValues {

    private static final String VALUE = "(?:X?'(?:[^'\\\\]|''|\\\\.)*+')";
    private static final Pattern ASKED =
            Pattern.compile("`(\\w+)`\\.`(\\w+)` (?:= (" + VALUE + ")|in \\((" + VALUE + "(?:, " + VALUE + ")*+)\\))");
    private static final Pattern WISHED =
            Pattern.compile("`(\\w+)`\\.(`\\w+` (?:is null|is not null|<> '\\w+'|[<>]=? timestamp '[^']*'))");
    private static final Pattern ONE = Pattern.compile(VALUE);

    private final Connection connection;
    private final Map<String, Boolean> held = new LinkedHashMap<>();

    LocalValues(Connection connection) {
        this.connection = connection;
    }

    /** The statement, asking for rows that are there. */
    String in(String sql) throws SQLException {
        // what an UPDATE sets decides nothing
        int from = sql.startsWith("update") ? Math.max(0, sql.indexOf(" where ")) : 0;
        String asking = sql.substring(from);
        Map<String, List<String>> kept = kept(sql, asking);
        Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
        for (String table : kept.keySet()) {
            List<String> wished = new ArrayList<>(kept.get(table));
            WISHED.matcher(asking)
                    .results()
                    .filter(wish -> wish.group(1).equals(table))
                    .forEach(wish -> wished.add(wish.group(2)));
            List<Map<String, String>> some = some(realName(sql, table), wished);
            rows.put(table, some.isEmpty() ? some(realName(sql, table), kept.get(table)) : some);
        }
        return sql.substring(0, from) + ASKED.matcher(asking).replaceAll(found -> local(sql, found, rows));
    }

    /** For each table by the name it has in the statement, the conditions that some of its rows meet. */
    private Map<String, List<String>> kept(String sql, String asking) throws SQLException {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        Matcher asked = ASKED.matcher(asking);
        while (asked.find()) {
            List<String> conditions = kept.computeIfAbsent(asked.group(1), _ -> new ArrayList<>());
            if (asked.group(3) != null && holds(realName(sql, asked.group(1)), asked.group(2), asked.group(3))) {
                conditions.add("`" + asked.group(2) + "` = " + asked.group(3));
            }
            Matcher one = ONE.matcher(asked.group(4) == null ? "" : asked.group(4));
            while (one.find()) {
                holds(realName(sql, asked.group(1)), asked.group(2), one.group());
            }
        }
        return kept;
    }

    private String local(String sql, MatchResult found, Map<String, List<Map<String, String>>> rows) {
        String table = found.group(1);
        String column = found.group(2);
        List<Map<String, String>> some = rows.getOrDefault(table, List.of());
        if (some.isEmpty() || some.getFirst().get(column) == null) {
            return Matcher.quoteReplacement(found.group());
        }
        int[] next = {0};
        String replaced = ONE.matcher(found.group().substring(table.length() + column.length()))
                .replaceAll(value -> {
                    String mine = some.get(next[0]++ % some.size()).get(column);
                    return Matcher.quoteReplacement(
                            mine == null || known(realName(sql, table), column, value.group()) ? value.group() : mine);
                });
        return Matcher.quoteReplacement(found.group().substring(0, table.length() + column.length()) + replaced);
    }

    private boolean known(String table, String column, String value) {
        return held.getOrDefault(table + "." + column + value, false);
    }

    private boolean holds(String table, String column, String value) throws SQLException {
        String key = table + "." + column + value;
        if (!held.containsKey(key)) {
            try (PreparedStatement look = connection.prepareStatement(
                            "select 1 from `%s` where `%s` = %s limit 1".formatted(table, column, value));
                    ResultSet row = look.executeQuery()) {
                held.put(key, row.next());
            }
        }
        return held.get(key);
    }

    /** A few rows that meet the conditions, each as a literal for every column. */
    private List<Map<String, String>> some(String table, List<String> conditions) throws SQLException {
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        List<Map<String, String>> some = new ArrayList<>();
        try (PreparedStatement look =
                        connection.prepareStatement("select * from `%s`%s limit 3".formatted(table, where));
                ResultSet row = look.executeQuery()) {
            while (row.next()) {
                Map<String, String> values = new LinkedHashMap<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    String literal = literal(row, i);
                    if (literal != null) {
                        values.put(row.getMetaData().getColumnName(i), literal);
                    }
                }
                some.add(values);
            }
        }
        return some;
    }

    private static @Nullable String literal(ResultSet row, int column) throws SQLException {
        return switch (row.getObject(column)) {
            case null -> null;
            case byte[] bytes -> "X'" + HexFormat.of().formatHex(bytes) + "'";
            default -> "'" + row.getString(column).replace("\\", "\\\\").replace("'", "''") + "'";
        };
    }

    private static String realName(String sql, String name) {
        Matcher alias = Pattern.compile("`(\\w+)` as `" + name + "`").matcher(sql);
        return alias.find() ? alias.group(1) : name;
    }
}
