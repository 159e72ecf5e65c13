package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;
import static org.tessera.protocol.Role.PRESENTER;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.account.Accounts;
import org.tessera.material.MaterialKind;
import org.tessera.material.Materials;
import org.tessera.privacy.Alarm;
import org.tessera.privacy.Clearances;
import org.tessera.privacy.Subject;
import org.tessera.protocol.Protocols;
import org.tessera.support.AppTest;
import org.tessera.support.wire.EventStream;

/** What was reported in the middle of a meeting is out of it at once, and the answer does not tell why. */
@AppTest
class HeldBackWireTest {

    @LocalServerPort
    int port;

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
    private Clearances clearances;

    private Meeting m;
    private UUID material;

    @BeforeEach
    void student_work_is_on_the_table() {
        m = new Meeting.Preparing(rooms, live, store, accounts, protocols)
                .with("ana", FACILITATOR)
                .with("ben", PRESENTER)
                .with("cho", PARTICIPANT)
                .bringing(materials, MaterialKind.WORK, "water-student-work.pdf", "Water")
                .running("looking-at-student-work");
        material = m.live().materials().findFirst().orElseThrow().material();
        for (String phase : List.of("norms", "work", "examine")) {
            m.does("ana", new RoomCommand.StartPhase(phase));
        }
    }

    @Test
    void its_pages_are_served_to_nobody_in_the_room_any_more_and_look_like_pages_that_never_were() {
        for (String name : List.of("ana", "ben", "cho")) {
            assertThat(page(name, material).statusCode()).as(name).isEqualTo(200);
        }
        clearances.report(m.person("cho"), Subject.of(new org.tessera.material.MaterialId(material)), Alarm.NAME_SEEN);
        for (String name : List.of("ana", "ben", "cho")) {
            HttpResponse<String> held = page(name, material);
            HttpResponse<String> nothing = page(name, UUID.randomUUID());
            assertThat(held.statusCode()).as(name).isEqualTo(404).isEqualTo(nothing.statusCode());
            assertThat(held.body()).isEqualTo(nothing.body());
        }
    }

    @Test
    void everybody_in_the_room_hears_at_once_that_it_is_gone_and_neither_why_nor_by_whom() {
        List<EventStream> streams = List.of("ana", "ben", "cho").stream()
                .map(name -> m.visitor(server(), name).stream("/live/rooms/" + m.id + "/frames"))
                .toList();
        for (EventStream stream : streams) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(stream.text()).contains("\"snapshot\""));
        }
        clearances.report(
                m.person("cho"), Subject.of(new org.tessera.material.MaterialId(material)), Alarm.NAME_SEEN, "line 3");
        for (EventStream stream : streams) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(frames(stream, "held")).hasSize(1));
            assertThat(frames(stream, "held").getFirst())
                    .isEqualTo("{\"frame\":\"held\",\"material\":\"" + material + "\"}");
            stream.close();
        }
    }

    private static List<String> frames(EventStream stream, String frame) {
        return stream.text()
                .lines()
                .filter(line -> line.startsWith("data:") && line.contains("\"frame\":\"" + frame + "\""))
                .map(line -> line.substring("data:".length()).strip())
                .toList();
    }

    private URI server() {
        return URI.create("http://localhost:" + port);
    }

    @Test
    void a_page_is_asked_for_anew_each_time_so_that_no_browser_shows_an_old_one() {
        assertThat(page("cho", material).headers().firstValue("Cache-Control").orElse(""))
                .contains("no-cache")
                .doesNotContain("max-age");
        assertThat(page("cho", material).headers().firstValue("ETag")).isPresent();
    }

    private HttpResponse<String> page(String name, UUID which) {
        return m.visitor(URI.create("http://localhost:" + port), name)
                .get("/rooms/" + m.id + "/materials/" + which + "/pages/1.png");
    }
}
