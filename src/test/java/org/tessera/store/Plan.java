package org.tessera.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What MariaDB's {@code EXPLAIN FORMAT=JSON} says it would do for one statement, and what of that would be too much on a
 * table that grows with use.
 */
final class Plan {

    /** A table, or an index from end to end, may be read whole up to so many rows. */
    static final long WHOLE = 5_000;
    /** However it is found, nothing needs more rows of one table than this. */
    static final long MANY = 10_000;

    private static final Pattern LIMIT = Pattern.compile("fetch next (\\d+) rows only$");
    private static final Pattern ALIAS = Pattern.compile("`(\\w+)` as `(\\w+)`");

    private final String sql;
    private final Map<String, Long> rows;
    private final long enough;
    private final List<String> complaints = new ArrayList<>();

    private Plan(String sql, JsonNode explained, Map<String, Long> rows) {
        this.sql = sql;
        this.rows = rows;
        this.enough = enough(sql, explained);
    }

    /**
     * The reasons against a plan; none if it is good.
     *
     * @param sql the statement that was explained
     * @param explained what the server said
     * @param rows how many rows each table has
     */
    static List<String> complaints(String sql, JsonNode explained, Map<String, Long> rows) {
        Plan plan = new Plan(sql, explained, rows);
        plan.look(explained);
        return plan.complaints;
    }

    private void look(JsonNode part) {
        if (part.has("access_type")) {
            judge(part);
        }
        String message = part.path("message").asString("");
        // a condition that is false for everybody, as an empty list makes it, is no look at all
        if (message.startsWith("Impossible WHERE noticed") || message.startsWith("no matching row")) {
            complaints.add("nothing is known of its plan: " + message);
        }
        part.forEach(this::look);
    }

    private void judge(JsonNode access) {
        String table = table(access.path("table_name").asString(""));
        long all = rows.getOrDefault(table, 0L);
        String type = access.path("access_type").asString("");
        long examined = Math.min(
                enough,
                Math.round(access.path("rows").asDouble(0)
                        * Math.max(1, access.path("loops").asDouble(1))));
        if (all > WHOLE && examined > WHOLE && type.equals("ALL")) {
            complaints.add("reads all %d rows of %s".formatted(all, table));
        } else if (all > WHOLE && examined > WHOLE && type.equals("index")) {
            complaints.add("reads the whole index %s of %s with %d rows"
                    .formatted(access.path("key").asString("?"), table, all));
        } else if (all > WHOLE && examined > MANY) {
            complaints.add("looks at some %d rows of %s by its index %s"
                    .formatted(examined, table, access.path("key").asString("?")));
        }
    }

    /** After how many rows it stops: one table, read in the order asked for and without leaving any out, says so itself. */
    private static long enough(String sql, JsonNode explained) {
        Matcher limit = LIMIT.matcher(sql);
        boolean isInOrder = explained.findValues("filesort").isEmpty()
                && explained.findValues("temporary_table").isEmpty();
        List<JsonNode> leftOver = explained.findValues("filtered");
        return limit.find()
                        && isInOrder
                        && leftOver.size() == 1
                        && leftOver.getFirst().asDouble() >= 100
                ? Long.parseLong(limit.group(1))
                : Long.MAX_VALUE;
    }

    /** The table behind a name that may be an alias; what the server makes up for itself has none. */
    private String table(String name) {
        Matcher alias = ALIAS.matcher(sql);
        while (alias.find()) {
            if (alias.group(2).equals(name)) {
                return alias.group(1);
            }
        }
        return name;
    }
}
