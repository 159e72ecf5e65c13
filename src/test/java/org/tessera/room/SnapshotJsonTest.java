package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SnapshotJsonTest {

    private static final String NOTES = """
            {"notes":{
              "a":{"id":"a","text":"one","state":"posted","group":null,"x":1},
              "b":{"id":"b","text":"two","state":"posted","group":null,"x":2.5},
              "c":{"id":"c","text":"three","state":"private","group":"g","x":1,"late":true}},
             "people":{"p":{"id":"p","name":"Ana"}},
             "goals":{}}
            """;

    @Test
    void what_comes_out_is_what_went_in() {
        JsonNode collections = EntityJson.JSON.readTree(NOTES);

        assertThat(SnapshotJson.room(frame(collections))).isEqualTo(collections);
    }

    @Test
    void what_most_have_in_common_is_said_once() {
        JsonNode frame = frame(EntityJson.JSON.readTree(NOTES));

        assertThat(frame.path("same")).isEqualTo(EntityJson.JSON.readTree("""
                {"notes":{"state":"posted","group":null,"x":1}}
                """));
        assertThat(frame.path("room").path("notes")).isEqualTo(EntityJson.JSON.readTree("""
                {"a":{"text":"one"},
                 "b":{"text":"two","x":2.5},
                 "c":{"text":"three","state":"private","group":"g","late":true}}
                """));
    }

    @Test
    void a_field_that_one_of_them_lacks_is_never_said_for_all() {
        JsonNode collections = EntityJson.JSON.readTree("""
                {"notes":{"a":{"id":"a","keeps":1},"b":{"id":"b","keeps":1},"c":{"id":"c"}}}
                """);

        assertThat(SnapshotJson.room(frame(collections))).isEqualTo(collections);
    }

    private static JsonNode frame(JsonNode collections) {
        ObjectNode frame = EntityJson.JSON.createObjectNode();
        SnapshotJson.put(frame, collections);
        return frame;
    }
}
