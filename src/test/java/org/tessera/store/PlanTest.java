package org.tessera.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PlanTest {

    private static final Map<String, Long> ROWS = Map.of("note", 2_000_000L, "team", 400L);

    private static List<String> complaints(String sql, String plan) {
        return Plan.complaints(sql, JsonMapper.shared().readTree(plan), ROWS);
    }

    private static String access(String table, String type, long rows, String more) {
        return """
                {"table": {"table_name": "%s", "access_type": "%s", "key": "note_key", "rows": %d, "filtered": 100%s}}""".formatted(table, type, rows, more);
    }

    private static String block(String... steps) {
        return "{\"query_block\": {\"select_id\": 1, \"nested_loop\": [" + String.join(", ", steps) + "]}}";
    }

    @Test
    void a_look_by_an_index_is_good() {
        assertThat(complaints("select …", block(access("note", "ref", 12, "")))).isEmpty();
    }

    @Test
    void a_growing_table_read_whole_is_named() {
        assertThat(complaints("select …", block(access("note", "ALL", 2_000_000, ""))))
                .containsExactly("reads all 2000000 rows of note");
    }

    @Test
    void so_is_an_index_read_from_end_to_end() {
        assertThat(complaints("select …", block(access("note", "index", 2_000_000, ""))))
                .containsExactly("reads the whole index note_key of note with 2000000 rows");
    }

    @Test
    void a_small_table_may_be_read_whole() {
        assertThat(complaints("select …", block(access("team", "ALL", 400, ""))))
                .isEmpty();
    }

    @Test
    void many_rows_are_too_many_by_an_index_too() {
        assertThat(complaints("select …", block(access("note", "ref", 20_000, ""))))
                .containsExactly("looks at some 20000 rows of note by its index note_key");
    }

    @Test
    void looks_that_are_repeated_are_counted_together() {
        assertThat(complaints("select …", block(access("note", "ref", 60, ", \"loops\": 200"))))
                .containsExactly("looks at some 12000 rows of note by its index note_key");
    }

    @Test
    void an_alias_hides_no_table() {
        assertThat(complaints("select … from `note` as `own`", block(access("own", "ALL", 2_000_000, ""))))
                .containsExactly("reads all 2000000 rows of note");
    }

    @Test
    void what_lies_deep_in_a_plan_is_seen() {
        String sorted = "{\"read_sorted_file\": {\"filesort\": " + access("note", "ALL", 2_000_000, "") + "}}";
        assertThat(complaints("select …", "{\"query_block\": {\"subqueries\": [" + block(sorted) + "]}}"))
                .hasSize(1);
    }

    @Test
    void a_limit_is_enough_only_where_nothing_is_sorted_or_left_out() {
        String sql = "select … fetch next 100 rows only";
        String many = access("note", "ref", 20_000, "");
        assertThat(complaints(sql, block(many))).isEmpty();
        assertThat(complaints(sql, block("{\"read_sorted_file\": {\"filesort\": " + many + "}}")))
                .hasSize(1);
        assertThat(complaints(sql, block(many.replace("\"filtered\": 100", "\"filtered\": 10"))))
                .hasSize(1);
    }

    @Test
    void a_row_that_was_not_there_leaves_the_plan_unknown() {
        assertThat(
                        complaints(
                                "select …",
                                "{\"query_block\": {\"table\": {\"message\": \"Impossible WHERE noticed after reading const tables\"}}}"))
                .containsExactly("nothing is known of its plan: Impossible WHERE noticed after reading const tables");
        assertThat(complaints("select …", "{\"query_block\": {\"table\": {\"message\": \"Impossible WHERE\"}}}"))
                .isEmpty();
    }
}
