package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;

import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.tessera.account.Accounts;
import org.tessera.clock.HandClock;
import org.tessera.protocol.Protocols;
import org.tessera.support.AppTest;
import org.tessera.support.wire.Wire;
import tools.jackson.databind.JsonNode;

/** Work before the meeting as outside programs see it: four people read alone, at different times, over days. */
@AppTest
@ActiveProfiles("test")
class OwnTimeWireTest {

    private static final Duration DAY = Duration.ofDays(1);

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

    @Autowired
    private HandClock clock;

    private Meeting m;

    @BeforeEach
    void prepare_a_meeting() {
        m = new Meeting.Preparing(rooms, live, store, accounts, protocols)
                .with("ana", FACILITATOR)
                .with("ben", PARTICIPANT)
                .with("cho", PARTICIPANT)
                .with("dee", PARTICIPANT)
                .running("save-the-last-word");
    }

    private Wire open(String name) {
        return m.visitor(URI.create("http://localhost:" + port), name).open(m.id.value());
    }

    private static Map<String, Object> passage(UUID note, String text) {
        return Map.of("note", note.toString(), "text", text);
    }

    private static JsonNode noteOf(Wire wire, UUID note) {
        Wire.await("the note", () -> wire.collection("notes").containsKey(note.toString()));
        return wire.collection("notes").get(note.toString());
    }

    private static void neverHeard(Wire wire, UUID note, String text) {
        assertThat(wire.received())
                .noneMatch(frame -> frame.contains(text))
                .noneMatch(frame -> frame.contains(note.toString()));
    }

    @Test
    void everybody_is_told_the_date_and_that_there_is_no_clock() {
        Wire ana = open("ana");
        Wire ben = open("ben");
        String due = clock.instant().plus(DAY).truncatedTo(ChronoUnit.SECONDS).toString();
        ana.does("set-due", Map.of("phase", "read", "until", due));
        ana.does("start-phase", Map.of("phase", "read"));

        Wire.await("the step", () -> ben.phase().equals("read"));
        assertThat(ben.collection("dues").get("read").path("at").asString()).isEqualTo(due);
        JsonNode read = ben.collection("phases").get("read");
        assertThat(read.path("endsAt").isNull()).isTrue();
        assertThat(read.path("timing").asString()).isEqualTo("before");
        assertThat(ana.refusal("extend-phase", Map.of("phase", "read", "minutes", 5)))
                .isEqualTo("OPEN_ENDED");
        assertThat(ana.ask("pause-phase", Map.of("phase", "read"))
                        .path("message")
                        .asString())
                .contains("no clock");
        assertThat(ana.refusal("set-due", Map.of("phase", "passage.1", "until", due)))
                .isEqualTo("IN_MEETING");
        assertThat(ben.refusal("set-due", Map.of("phase", "read"))).isEqualTo("FACILITATOR_ONLY");

        ana.does("set-due", Map.of("phase", "read"));
        Wire.await("no date", () -> ben.collection("dues").isEmpty());
    }

    @Test
    void what_somebody_wrote_alone_reaches_nobody_else_and_says_to_its_writer_that_it_is_late() {
        Wire ana = open("ana");
        Wire ben = open("ben");
        Wire cho = open("cho");
        ana.does(
                "set-due",
                Map.of("phase", "read", "until", clock.instant().plus(DAY).toString()));
        ana.does("start-phase", Map.of("phase", "read"));
        UUID inTime = UUID.randomUUID();
        ben.does("add-note", passage(inTime, "read in time"));

        clock.advance(DAY.multipliedBy(2));
        Wire late = open("cho");
        UUID tooLate = UUID.randomUUID();
        late.does("add-note", passage(tooLate, "read too late"));
        assertThat(noteOf(late, tooLate).path("late").asBoolean(false)).isTrue();
        assertThat(noteOf(late, tooLate).path("state").asString()).isEqualTo("private");
        assertThat(noteOf(ben, inTime).path("late").asBoolean(true)).isFalse();

        Wire leading = open("ana");
        leading.does("start-phase", Map.of("phase", "passage.1"));
        UUID after = UUID.randomUUID();
        Wire dee = open("dee");
        dee.does("add-note", Map.of("note", after.toString(), "text", "read after all", "phase", "read"));
        assertThat(noteOf(dee, after).path("state").asString()).isEqualTo("private");
        assertThat(noteOf(dee, after).path("phase").asString()).isEqualTo("read");
        assertThat(noteOf(dee, after).path("late").asBoolean(false)).isTrue();

        leading.does("focus-question", Map.of("text", "Has everybody heard?"));
        Wire everybody = open("ben");
        Wire.await("everybody is up to date", () -> List.of(ana, ben, cho, late, dee, leading).stream()
                .filter(wire -> !wire.isClosed())
                .allMatch(wire -> wire.collection("room").values().stream()
                        .anyMatch(room ->
                                room.path("focus").path("text").asString("").startsWith("Has"))));
        for (Wire other : List.of(ana, leading, ben, everybody, dee)) {
            neverHeard(other, tooLate, "read too late");
        }
        for (Wire other : List.of(ana, leading, cho, late, dee)) {
            neverHeard(other, inTime, "read in time");
        }
        for (Wire other : List.of(ana, leading, cho, late, ben, everybody)) {
            neverHeard(other, after, "read after all");
        }
        m.isConsistent();
    }

    @Test
    void the_facilitator_may_be_away_until_the_meeting_begins() {
        Wire ana = open("ana");
        Wire ben = open("ben");
        ana.does("start-phase", Map.of("phase", "read"));
        ana.close();
        Wire.await("ana is away", () -> !ben.here().contains(m.member("ana").toString()));
        clock.advance(LiveRoom.SUCCESSION.plusSeconds(1));
        ben.does("ready", Map.of());
        assertThat(m.live().facilitator().orElseThrow().id()).isEqualTo(m.member("ana"));

        Wire back = open("ana");
        back.does("start-phase", Map.of("phase", "passage.1"));
        back.close();
        Wire.await(
                "ana is away again", () -> !ben.here().contains(m.member("ana").toString()));
        clock.advance(LiveRoom.SUCCESSION.plusSeconds(1));
        Wire.await(
                "somebody follows",
                () -> m.live().facilitator().orElseThrow().id().equals(m.member("ben")));
    }
}
