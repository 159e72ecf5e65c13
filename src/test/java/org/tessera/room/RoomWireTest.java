package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.protocol.Role.COACH;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;
import static org.tessera.protocol.Role.PRESENTER;
import static org.tessera.protocol.Role.RECORDER;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.account.Accounts;
import org.tessera.protocol.Protocols;
import org.tessera.support.AppTest;
import org.tessera.support.wire.Snapshots;
import org.tessera.support.wire.Visitor;
import org.tessera.support.wire.Wire;
import tools.jackson.databind.JsonNode;

/** The wire as outside programs rely on it, spoken to the running application. */
@AppTest
class RoomWireTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Rooms rooms;

    @Autowired
    private LiveRooms live;

    @Autowired
    private RoomStore store;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Protocols protocols;

    private Meeting.Preparing meeting() {
        return new Meeting.Preparing(rooms, live, store, accounts, protocols);
    }

    private Meeting lookingAtWork() {
        return meeting()
                .with("ana", FACILITATOR)
                .with("ben", PRESENTER)
                .with("cho", RECORDER)
                .with("dee", PARTICIPANT)
                .with("eli", COACH)
                .running("looking-at-student-work");
    }

    private URI server() {
        return URI.create("http://localhost:" + port);
    }

    private Wire open(Meeting m, String name) {
        return m.visitor(server(), name).open(m.id.value());
    }

    private static Map<String, Object> note(UUID id, String text) {
        return Map.of("note", id.toString(), "text", text);
    }

    @Test
    void a_note_on_the_board_reaches_everybody_and_is_acknowledged_after_its_own_frame() {
        Meeting m = lookingAtWork();
        Wire ana = open(m, "ana");
        Wire cho = open(m, "cho");
        Wire dee = open(m, "dee");
        for (String phase : List.of("norms", "work", "examine", "describe")) {
            ana.does("start-phase", Map.of("phase", phase));
        }
        UUID id = UUID.randomUUID();
        String command = cho.send("add-note", note(id, "a table with four rows"));
        cho.answer(command);

        int event = indexOf(cho, "\"note-added\"");
        int ack = indexOf(cho, "\"ack\",\"id\":\"" + command);
        assertThat(event).isBetween(0, ack - 1);
        Wire.await("dee sees the note", () -> dee.collection("notes").containsKey(id.toString()));
        assertThat(dee.collection("notes").get(id.toString()).path("by").asString())
                .isEqualTo(cho.you());
    }

    private static int indexOf(Wire wire, String text) {
        List<String> frames = wire.received();
        for (int i = 0; i < frames.size(); i++) {
            if (frames.get(i).contains(text)) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void an_exception_reaches_who_conducts_and_whom_it_is_for_and_nobody_else() {
        Meeting m = lookingAtWork();
        Map<String, Wire> seats = new LinkedHashMap<>();
        List.of("ana", "ben", "cho", "dee", "eli").forEach(name -> seats.put(name, open(m, name)));
        Wire ana = seats.get("ana");
        Wire ben = seats.get("ben");
        for (String phase : List.of("norms", "work", "examine", "describe")) {
            ana.does("start-phase", Map.of("phase", phase));
        }

        ana.does("override", Map.of("person", ben.you(), "action", "post", "reason", "a correction"));
        ben.does("add-note", note(UUID.randomUUID(), "the table is from last year"));
        ana.does("pause-phase", Map.of("phase", "describe"));

        for (String name : List.of("cho", "dee", "eli")) {
            Wire.await(name + " sees the pause", () -> !seats.get(name)
                    .collection("phases")
                    .get("describe")
                    .path("pausedAt")
                    .isNull());
            assertThat(String.join("", seats.get(name).received()))
                    .as(name)
                    .doesNotContain("overridden", "a correction", "\"" + ben.you() + "\":[");
            assertThat(open(m, name).collection("phases").get("describe").path("grants"))
                    .isEmpty();
        }
        for (Wire knowing : List.of(ana, ben)) {
            assertThat(String.join("", knowing.received()))
                    .contains("overridden")
                    .doesNotContain("a correction");
            assertThat(knowing.collection("phases")
                            .get("describe")
                            .path("grants")
                            .propertyNames())
                    .containsExactly(ben.you());
        }
    }

    @Test
    void turns_go_to_those_who_are_there() {
        Meeting m = meeting()
                .with("ana", FACILITATOR)
                .with("ben", PARTICIPANT)
                .with("cho", PARTICIPANT)
                .with("dee", PARTICIPANT)
                .with("eli", PARTICIPANT)
                .running("save-the-last-word");
        List<Wire> there = List.of(open(m, "ana"), open(m, "cho"), open(m, "dee"), open(m, "eli"));
        List<String> ids = there.stream().map(Wire::you).toList();

        Wire ana = there.getFirst();
        ana.does("start-phase", Map.of("phase", "read"));
        ana.does("start-phase", Map.of("phase", "passage.1"));

        assertThat(words(ana.collection("circle").values().iterator().next().path("people")))
                .containsExactlyElementsOf(ids);
        assertThat(words(ana.collection("attendance").values().iterator().next().path("people")))
                .containsExactlyElementsOf(ids);
        assertThat(ana.collection("phases")).containsKey("passage.4").doesNotContainKey("passage.5");
        m.isConsistent();
    }

    private static List<String> words(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void a_silent_presenter_is_refused_with_a_sentence_and_may_write_privately() {
        Meeting m = lookingAtWork();
        Wire ana = open(m, "ana");
        Wire ben = open(m, "ben");
        Wire dee = open(m, "dee");
        for (String phase : List.of("norms", "work", "examine", "describe")) {
            ana.does("start-phase", Map.of("phase", phase));
        }
        JsonNode refused = ben.ask("add-note", note(UUID.randomUUID(), "but I meant"));
        assertThat(refused.path("reason").asString()).isEqualTo("PRESENTER_LISTENS");
        assertThat(refused.path("message").asString()).contains("private notes");

        UUID own = UUID.randomUUID();
        ben.does("add-note", Map.of("note", own.toString(), "text", "remember the estimate", "private", true));
        dee.does("ready", Map.of());
        assertThat(ben.collection("notes")).containsKey(own.toString());
        assertThat(String.join("", dee.received()))
                .doesNotContain("remember the estimate")
                .doesNotContain(own.toString());
        assertThat(dee.refusal("edit-note", note(own, "mine now"))).isEqualTo("NOTE_UNKNOWN");
        assertThat(dee.refusal("edit-note", note(UUID.randomUUID(), "mine now")))
                .isEqualTo("NOTE_UNKNOWN");
    }

    @Test
    void what_a_seat_has_folded_equals_a_fresh_snapshot() {
        Meeting m = lookingAtWork();
        Map<String, Wire> seats = new LinkedHashMap<>();
        for (String name : List.of("ana", "ben", "cho", "dee", "eli")) {
            seats.put(name, open(m, name));
        }
        Wire ana = seats.get("ana");
        for (String phase : List.of("norms", "work", "examine", "describe", "interpret")) {
            ana.does("start-phase", Map.of("phase", phase));
            seats.forEach((name, wire) -> wire.ask("add-note", note(UUID.randomUUID(), name + " in " + phase)));
            seats.forEach((name, wire) -> wire.ask(
                    "add-note",
                    Map.of(
                            "note",
                            UUID.randomUUID().toString(),
                            "text",
                            name + " alone in " + phase,
                            "private",
                            true)));
        }
        ana.does("assign-role", Map.of("person", seats.get("eli").you(), "role", "facilitator"));
        long seq = m.live().seq();
        seats.forEach((name, wire) -> {
            Wire fresh = open(m, name);
            Wire.await(name + " has caught up to " + seq + " of " + m.id, () -> wire.folded()
                    .equals(fresh.folded()));
            assertThat(wire.hasHole()).isFalse();
            fresh.close();
        });
    }

    @Test
    void a_seat_that_was_away_gets_what_it_missed_and_a_foreign_cursor_a_snapshot() {
        Meeting m = lookingAtWork();
        Wire ana = open(m, "ana");
        Wire dee = open(m, "dee");
        ana.does("start-phase", Map.of("phase", "norms"));
        Wire.await("dee is in norms", () -> dee.phase().equals("norms"));
        Optional<String> cursor = dee.cursor();
        dee.close();
        ana.does("start-phase", Map.of("phase", "work"));

        Wire back = m.visitor(server(), "dee").open(m.id.value(), cursor);
        Wire.await("the missed event", () -> String.join("", back.received()).contains("phase-started"));
        assertThat(back.received().getFirst()).contains("\"frame\":\"events\"");
        Wire foreign = m.visitor(server(), "cho").open(m.id.value(), cursor);
        assertThat(foreign.received().getFirst()).contains("\"frame\":\"snapshot\"");
    }

    @Test
    void a_seat_that_asks_for_bytes_gets_the_same_frames_as_bytes() {
        Meeting m = lookingAtWork();
        Wire texts = open(m, "ana");
        Wire bytes = m.visitor(server(), "dee").openForBytes(m.id.value());
        texts.does("start-phase", Map.of("phase", "norms"));
        Wire.await("dee is in norms", () -> bytes.phase().equals("norms"));

        assertThat(bytes.gotBytesOnly()).isTrue();
        assertThat(texts.gotBytesOnly()).isFalse();
        assertThat(bytes.ask("raise-hand", Map.of()).path("frame").asString()).isEqualTo("ack");
    }

    @Test
    void only_who_asks_for_bytes_is_told_once_what_entities_have_in_common() {
        Meeting m = lookingAtWork();
        JsonNode texts = EntityJson.JSON.readTree(open(m, "dee").received().getFirst());
        JsonNode bytes = EntityJson.JSON.readTree(
                m.visitor(server(), "dee").openForBytes(m.id.value()).received().getFirst());

        assertThat(texts.has("same")).isFalse();
        assertThat(bytes.path("same").path("people").isEmpty()).isFalse();
        assertThat(Snapshots.room(bytes)).isEqualTo(texts.path("room"));
    }

    @Test
    void bad_frames_are_refused_and_the_connection_stays() {
        Meeting m = lookingAtWork();
        Wire dee = open(m, "dee");
        dee.raw("not json");
        dee.raw("[1,2]");
        dee.raw("{\"type\":\"add-note\"}");
        assertThat(dee.refusal("dance", Map.of())).isEqualTo("COMMAND_UNKNOWN");
        assertThat(dee.refusal("add-note", Map.of("text", "no id"))).isEqualTo("MALFORMED");
        assertThat(dee.refusal("add-note", Map.of("note", "not-a-uuid", "text", "x")))
                .isEqualTo("MALFORMED");
        dee.raw("{\"id\":\"" + UUID.randomUUID() + "\",\"text\":\"" + "x".repeat(200_000) + "\"}");
        Wire.await("the refusal of the long frame", () -> String.join("", dee.received())
                .contains("TOO_LARGE"));
        dee.does("ready", Map.of());
        assertThat(dee.isClosed()).isFalse();
    }

    @Test
    void strangers_and_people_of_other_teams_do_not_get_in() {
        Meeting m = lookingAtWork();
        Meeting other = lookingAtWork();
        String address = "/api/rooms/" + m.id;
        assertThat(Visitor.stranger(server()).get(address).statusCode()).isEqualTo(401);
        Visitor outsider = other.visitor(server(), "ana");
        assertThat(outsider.get(address).statusCode()).isEqualTo(404);
        assertThat(outsider.get("/api/rooms/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(outsider.get("/api/rooms/not-a-room").statusCode()).isEqualTo(404);
        assertThat(outsider.mayOpen(m.id.value())).isFalse();
        assertThat(m.visitor(server(), "ana").get(address).statusCode()).isEqualTo(200);
    }

    @Test
    void a_guest_enters_one_room_by_code() {
        Meeting m = lookingAtWork();
        Meeting other = lookingAtWork();
        String code = rooms.openToGuests(m.id, m.member("ana")).orElseThrow();
        Visitor guest = Visitor.guest(server(), code, "Noor");

        Wire wire = guest.open(m.id.value());
        assertThat(wire.collection("people").get(wire.you()).path("name").asString())
                .isEqualTo("Noor");
        assertThat(wire.collection("people").get(wire.you()).path("guest").asBoolean())
                .isTrue();
        assertThat(guest.get("/api/rooms/" + other.id).statusCode()).isEqualTo(403);
        assertThat(guest.mayOpen(other.id.value())).isFalse();
    }

    @Test
    void people_are_present_while_they_are_connected() {
        Meeting m = lookingAtWork();
        Wire ana = open(m, "ana");
        Wire dee = open(m, "dee");
        Wire.await("dee is here", () -> ana.here().contains(dee.you()));
        dee.close();
        Wire.await("dee is gone", () -> !ana.here().contains(dee.you()));
    }

    @Test
    void a_resent_command_gets_the_same_acknowledgement() {
        Meeting m = lookingAtWork();
        Wire ana = open(m, "ana");
        String id = UUID.randomUUID().toString();
        ana.send(id, "start-phase", Map.of("phase", "norms"));
        ana.answer(id);
        Wire again = open(m, "ana");
        again.send(id, "start-phase", Map.of("phase", "norms"));
        assertThat(again.answer(id).path("frame").asString()).isEqualTo("ack");
    }

    @Test
    void the_same_meeting_works_by_server_sent_events() throws Exception {
        Meeting m = lookingAtWork();
        Visitor dee = m.visitor(server(), "dee");
        String path = "/live/rooms/" + m.id;
        String ready = "{\"id\":\"" + UUID.randomUUID() + "\",\"type\":\"ready\"}";
        assertThat(dee.json(path + "/commands", ready).statusCode()).isEqualTo(409);
        try (var stream = dee.stream(path + "/frames")) {
            Wire.await("the snapshot", () -> stream.text().contains("\"frame\":\"snapshot\""));
            var answer = dee.json(path + "/commands", ready);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"ack\"");
            Wire.await("the event", () -> stream.text().contains("ready-set"));
            Wire.await("the time", () -> stream.text().contains("\"frame\":\"clock\""));
            assertThat(dee.json(path + "/commands", "{\"type\":\"beat\",\"t0\":7}")
                            .body())
                    .contains("\"clock\"", "\"t0\":7");
        }
    }
}
