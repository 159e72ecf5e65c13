package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;
import static org.tessera.protocol.Role.PRESENTER;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.account.Accounts;
import org.tessera.account.TeamId;
import org.tessera.clock.AlarmClock;
import org.tessera.material.Intake;
import org.tessera.material.Material;
import org.tessera.material.MaterialDraft;
import org.tessera.material.MaterialKind;
import org.tessera.material.Materials;
import org.tessera.material.PrivacyStatement;
import org.tessera.material.ProgressListener;
import org.tessera.protocol.Protocols;
import org.tessera.support.AppTest;
import org.tessera.support.wire.Wire;
import tools.jackson.databind.JsonNode;

/** What is arranged of a meeting before it begins, as programs see and do it, and as it is kept. */
@AppTest
class PreparationWireTest {

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
    private Materials materials;

    @Autowired
    private AlarmClock clock;

    private Meeting m;

    @BeforeEach
    void a_meeting_waits() {
        m = new Meeting.Preparing(rooms, live, store, accounts, protocols)
                .with("ana", FACILITATOR)
                .with("ben", PRESENTER)
                .with("cho", PARTICIPANT)
                .running("tuning");
    }

    private Wire wire(String name) {
        return m.visitor(URI.create("http://localhost:" + port), name).open(m.id.value());
    }

    private static JsonNode room(Wire wire) {
        return wire.collection("room").values().iterator().next();
    }

    private Material taken(TeamId team, String by, MaterialKind kind, String title) throws IOException {
        MaterialDraft draft = new MaterialDraft(team, m.person(by), title, kind, PrivacyStatement.of(kind));
        try (InputStream bytes = Files.newInputStream(Path.of("seeds/demo/water-assignment.pdf"))) {
            return ((Intake.Accepted) materials.take(draft, "file.pdf", bytes, ProgressListener.NONE)).material();
        }
    }

    @Test
    void a_meeting_that_was_changed_is_told_so_and_kept_so() {
        String friday = clock.instant()
                .plus(3, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        Wire ana = wire("ana");
        Wire cho = wire("cho");
        cho.does("agree-norms", Map.of());

        ana.does(
                "change-meeting",
                Map.of(
                        "title",
                        "Friday",
                        "meetingUrl",
                        "https://meet.example.org/friday",
                        "norms",
                        List.of("We listen."),
                        "scheduledAt",
                        friday));

        Wire.await("the new title", () -> room(cho).path("title").asString().equals("Friday"));
        assertThat(room(cho).path("scheduledAt").asString()).isEqualTo(friday);
        assertThat(room(cho).path("meetingUrl").asString()).isEqualTo("https://meet.example.org/friday");
        assertThat(cho.collection("people").values())
                .noneMatch(person -> person.path("agreed").asBoolean());
        assertThat(rooms.roomsOf(m.person("cho")).getFirst().scheduledAt()).contains(Instant.parse(friday));
        assertThat(cho.refusal("change-meeting", Map.of("title", "Mine", "norms", List.of())))
                .isEqualTo("FACILITATOR_ONLY");
        m.isConsistent();
    }

    @Test
    void a_cancelled_meeting_says_why_and_takes_nobody_in_any_more() {
        String code = rooms.openToGuests(m.id, m.member("ana")).orElseThrow();
        Wire ana = wire("ana");
        Wire cho = wire("cho");

        ana.does("close-room", Map.of("reason", "Copied by mistake."));

        Wire.await("the end", () -> room(cho).path("status").asString().equals("closed"));
        assertThat(room(cho).path("cancelled").asString()).isEqualTo("Copied by mistake.");
        assertThat(room(cho).path("startedAt").isNull()).isTrue();
        assertThat(cho.collection("artifacts")).isEmpty();
        assertThat(rooms.roomsOf(m.person("cho")).getFirst().isCancelled()).isTrue();
        assertThat(rooms.roomForCode(code)).isEmpty();
        assertThat(ana.refusal("agree-norms", Map.of())).isEqualTo("ROOM_CLOSED");
        m.isConsistent();
    }

    @Test
    void a_meeting_that_was_held_is_not_called_cancelled() {
        m.does("ana", new RoomCommand.StartPhase(first()));
        m.does("ana", new RoomCommand.CloseRoom("The bell rang."));

        assertThat(room(wire("cho")).has("cancelled")).isFalse();
        assertThat(rooms.roomsOf(m.person("cho")).getFirst().isCancelled()).isFalse();
    }

    private String first() {
        return m.live().pack().phases().getFirst().id();
    }

    @Test
    void a_file_that_is_brought_later_is_told_without_its_title_and_opens_with_its_step() throws IOException {
        Material rubric = taken(m.team, "ben", MaterialKind.RUBRIC, "Our rubric");
        Wire cho = wire("cho");

        assertThat(rooms.bring(m.id, m.member("ben"), rubric.id())).isEqualTo(new Outcome.Done());

        Wire.await("a file", () -> cho.collection("materials").size() == 1);
        JsonNode told = cho.collection("materials").values().iterator().next();
        assertThat(told.path("kind").asString()).isEqualTo("rubric");
        assertThat(told.path("locked").asBoolean()).isTrue();
        assertThat(told.has("title")).isFalse();
        assertThat(rooms.shows(m.id, rubric.id())).isFalse();
        m.isConsistent();
        for (var phase : m.live().pack().phases()) {
            m.does("ana", new RoomCommand.StartPhase(phase.id()));
            if (phase.unlocks().contains("rubric")) {
                break;
            }
        }
        Wire.await("its title", () -> cho.collection("materials")
                .values()
                .iterator()
                .next()
                .path("title")
                .asString("")
                .equals("Our rubric"));
        assertThat(rooms.shows(m.id, rubric.id())).isTrue();
        m.isConsistent();
    }

    @Test
    void a_file_is_taken_away_for_good_by_who_may_and_another_teams_is_never_brought() throws IOException {
        Material work = taken(m.team, "ben", MaterialKind.WORK, "Essay");
        rooms.bring(m.id, m.member("ben"), work.id());

        assertThat(rooms.takeAway(m.id, m.member("cho"), m.person("cho"), work.id()))
                .isEqualTo(new Outcome.No(Refusal.ROLE_MAY_NOT));
        assertThat(materials.find(work.id())).isPresent();
        assertThat(rooms.takeAway(m.id, m.member("ben"), m.person("ben"), work.id()))
                .isEqualTo(new Outcome.Done());

        assertThat(m.live().material(work.id().value())).isEmpty();
        assertThat(materials.find(work.id())).isEmpty();
        m.isConsistent();

        Meeting other = new Meeting.Preparing(rooms, live, store, accounts, protocols)
                .with("zoe", FACILITATOR)
                .bringing(materials, MaterialKind.WORK, "water-student-work.pdf", "Theirs")
                .running("tuning");
        Material theirs = materials.of(other.team).getFirst();
        assertThat(rooms.bring(m.id, m.member("ana"), theirs.id())).isEqualTo(new Outcome.No(Refusal.NOT_ALLOWED));
        assertThat(rooms.takeAway(m.id, m.member("ana"), m.person("ana"), theirs.id()))
                .isEqualTo(new Outcome.Done());
        assertThat(materials.find(theirs.id())).isPresent();
        m.isConsistent();
    }
}
