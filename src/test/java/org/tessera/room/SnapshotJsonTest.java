package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.room.Commands.addNote;
import static org.tessera.room.Commands.addPrivateNote;
import static org.tessera.room.Gatherings.lookingIn;
import static org.tessera.room.Ids.person;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tessera.support.wire.Snapshots;
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

        assertThat(Snapshots.room(frame(collections))).isEqualTo(collections);
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

        assertThat(Snapshots.room(frame(collections))).isEqualTo(collections);
    }

    /** The law is that of the collections: what is said of all is taken from what this person may read. */
    @Test
    void what_others_keep_to_themselves_leaves_no_mark() {
        Rehearsal open = lookingIn("describe")
                .does("eva", addNote("one", "blue lines"))
                .does("eva", addNote("two", "red lines"));
        Rehearsal more = open;
        for (int note = 0; note < 5; note++) {
            more = more.does("ben", addPrivateNote("own " + note, "they had maps"));
        }

        assertThat(text(board(more, "ana"))).isEqualTo(text(board(open, "ana")));
        assertThat(text(board(more, "ben")))
                .isNotEqualTo(text(board(open, "ben")))
                .contains("they had maps");
    }

    @Test
    void a_board_of_two_hundred_notes_is_much_shorter_than_its_entities() {
        Rehearsal meeting = lookingIn("describe");
        List<String> writers = List.of("ana", "rosa", "tim", "eva");
        for (int note = 0; note < 200; note++) {
            meeting = meeting.does(
                    writers.get(note % writers.size()), addNote("note " + note, "I see line " + note + " of them"));
        }
        ObjectNode whole = Projection.snapshot(meeting.room(), person("ana"), new Names());
        JsonNode frame = frame(whole);

        assertThat(frame.path("room").path("notes")).hasSize(200);
        assertThat(Snapshots.room(frame)).isEqualTo(whole);
        assertThat(text(frame).length())
                .isLessThan(100_000)
                .isLessThan(text(whole).length() * 3 / 5);
    }

    private static JsonNode board(Rehearsal meeting, String name) {
        return frame(Projection.snapshot(meeting.room(), person(name), new Names()));
    }

    private static String text(JsonNode json) {
        return EntityJson.JSON.writeValueAsString(json);
    }

    private static JsonNode frame(JsonNode collections) {
        ObjectNode frame = EntityJson.JSON.createObjectNode();
        SnapshotJson.put(frame, collections);
        return frame;
    }
}
