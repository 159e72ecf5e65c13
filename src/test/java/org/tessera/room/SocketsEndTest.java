package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;

import java.net.URI;
import java.time.Duration;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.Office;
import org.tessera.account.OfficeAnswer;
import org.tessera.account.Officers;
import org.tessera.protocol.Protocols;
import org.tessera.support.AppTest;
import org.tessera.support.LongFigures;
import org.tessera.support.wire.EventStream;
import org.tessera.support.wire.FlowPage;
import org.tessera.support.wire.Visitor;
import org.tessera.support.wire.Wire;

/**
 * What takes somebody's way in, or a right of theirs, closes what they have open: socket, stream and page. It is wanted
 * within a second; how long it takes is measured by a test of its own, which judges nothing.
 */
@AppTest
class SocketsEndTest {

    private static final int TIMES = 40;

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
    private Office office;

    @Autowired
    private Officers officers;

    private Meeting m;

    @BeforeEach
    void a_meeting_of_two_officers() {
        m = new Meeting.Preparing(rooms, live, store, accounts, protocols)
                .with("ana", FACILITATOR)
                .with("ben", PARTICIPANT)
                .running("post-it-vision");
        DistrictId district = accounts.person(m.person("ana")).orElseThrow().district();
        officers.install(district, m.person("ana"));
        officers.install(district, m.person("ben"));
    }

    @Test
    void with_the_sign_out() {
        Visitor ana = m.visitor(server(), "ana");
        assertEnds(ana, () -> ana.form("/logout"));
    }

    @Test
    void with_being_switched_off() {
        assertEnds(m.visitor(server(), "ana"), () -> assertThat(office.suspend(m.person("ben"), m.person("ana")))
                .isEqualTo(OfficeAnswer.DONE));
    }

    @Test
    void with_the_end_of_an_office() {
        assertEnds(m.visitor(server(), "ana"), () -> assertThat(officers.dismiss(m.person("ben"), m.person("ana")))
                .isEqualTo(OfficeAnswer.DONE));
    }

    @Test
    @Tag("long")
    void so_long_it_takes() {
        long[] millis = LongStream.generate(() -> {
                    Visitor ana = m.visitor(server(), "ana");
                    return assertEnds(ana, () -> ana.form("/logout")).toMillis();
                })
                .limit(TIMES)
                .sorted()
                .toArray();
        LongFigures.leave(
                "What is open when somebody signs out", """
                %d sign-outs, each with a socket, a stream and two pages open, from the click to the end of all four:
                half of them within %d ms, the slowest %d ms.""".formatted(TIMES, millis[TIMES / 2], millis[TIMES - 1]));
    }

    private Duration assertEnds(Visitor ana, Runnable deed) {
        Wire socket = ana.open(m.id.value());
        Wire ben = m.visitor(server(), "ben").open(m.id.value());
        try (FlowPage page = ana.flow("/rooms/" + m.id);
                FlowPage people = ana.flow("/office");
                EventStream stream = ana.stream("/live/rooms/" + m.id + "/frames")) {
            Wire.await("the snapshot", () -> stream.text().contains("\"snapshot\""));

            long before = System.nanoTime();
            deed.run();
            Awaitility.await("all is closed")
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> socket.isClosed() && stream.hasEnded() && isAtTheDoor(page) && isAtTheDoor(people));
            Duration taken = Duration.ofNanos(System.nanoTime() - before);

            assertThat(socket.closedWith()).startsWith("1008");
            assertThat(ana.get("/api/rooms/" + m.id).statusCode()).isEqualTo(401);
            assertThat(ana.mayOpen(m.id.value())).isFalse();
            assertThat(ben.isClosed()).isFalse();
            assertThat(m.visitor(server(), "ben").get("/api/rooms/" + m.id).statusCode())
                    .isEqualTo(200);
            return taken;
        }
    }

    private static boolean isAtTheDoor(FlowPage page) {
        return page.pushed().stream().anyMatch(sent -> sent.contains("login?out"));
    }

    private URI server() {
        return URI.create("http://localhost:" + port);
    }
}
