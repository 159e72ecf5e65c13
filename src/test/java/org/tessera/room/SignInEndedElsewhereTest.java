package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.db.Tables.SIGN_IN;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.tessera.account.Accounts;
import org.tessera.account.SignInEnded;
import org.tessera.account.SignIns;
import org.tessera.clock.AlarmClock;
import org.tessera.nodes.AmongNodes;
import org.tessera.protocol.Protocols;
import org.tessera.support.AppTest;
import org.tessera.support.wire.EventStream;
import org.tessera.support.wire.FlowPage;
import org.tessera.support.wire.Visitor;
import org.tessera.support.wire.Wire;

/**
 * A sign-in that another node has ended: there its row was closed, and here nothing knows of it but by an announcement, or by
 * looking. {@link TwoNodesTest} does the same with two applications and a broker.
 */
@AppTest
class SignInEndedElsewhereTest {

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
    private SignIns signIns;

    @Autowired
    private OpenRooms open;

    @Autowired
    private AlarmClock clock;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private DSLContext db;

    private AmongNodes node;
    private Meeting m;

    @BeforeEach
    void a_meeting_on_one_node_of_several() {
        node = new AmongNodes(db, open, signIns, clock, events);
        node.looks();
        m = new Meeting.Preparing(rooms, live, store, accounts, protocols)
                .with("ana", FACILITATOR)
                .with("ben", PARTICIPANT)
                .running("post-it-vision");
    }

    @AfterEach
    void leave() throws Exception {
        node.close();
    }

    @Test
    void closes_all_that_is_open_when_it_is_announced() {
        assertEnds(() -> endedElsewhere("ana", Duration.ZERO).forEach(node::hears));
    }

    @Test
    void closes_all_that_is_open_when_this_node_looks_and_nothing_was_announced() {
        assertEnds(() -> {
            endedElsewhere("ana", Duration.ZERO);
            node.looks();
        });
    }

    @Test
    void is_told_once_and_only_if_it_ended_within_the_last_minute() {
        m.visitor(server(), "ana");
        m.visitor(server(), "ben");
        List<SignInEnded> longAgo = endedElsewhere("ana", Duration.ofSeconds(61));
        List<SignInEnded> justNow = endedElsewhere("ben", Duration.ofSeconds(50));

        node.looks();
        node.looks();

        assertThat(node.retold()).doesNotContainAnyElementsOf(longAgo);
        assertThat(node.retold().stream().filter(justNow::contains)).hasSize(1);
    }

    /** What another node writes when a sign-in ends on it. */
    private List<SignInEnded> endedElsewhere(String name, Duration ago) {
        List<SignInEnded> ended = signIns.of(m.person(name)).stream()
                .map(one -> new SignInEnded(one.id(), m.person(name)))
                .toList();
        assertThat(ended).isNotEmpty();
        ended.forEach(one -> db.update(SIGN_IN)
                .set(SIGN_IN.ENDED_AT, clock.instant().minus(ago))
                .where(SIGN_IN.ID.eq(one.signIn()))
                .execute());
        return ended;
    }

    private void assertEnds(Runnable deed) {
        Visitor ana = m.visitor(server(), "ana");
        Wire socket = ana.open(m.id.value());
        Wire ben = m.visitor(server(), "ben").open(m.id.value());
        try (FlowPage page = ana.flow("/rooms/" + m.id);
                EventStream stream = ana.stream("/live/rooms/" + m.id + "/frames")) {
            Wire.await("the snapshot", () -> stream.text().contains("\"snapshot\""));

            deed.run();

            Wire.await("the end of the socket", socket::isClosed);
            Wire.await("the end of the stream", stream::hasEnded);
            Wire.await("the door", () -> page.pushed().stream().anyMatch(sent -> sent.contains("login?out")));
            assertThat(socket.closedWith()).startsWith("1008");
            assertThat(ana.mayOpen(m.id.value())).isFalse();
            assertThat(ben.isClosed()).isFalse();
        }
    }

    private URI server() {
        return URI.create("http://localhost:" + port);
    }
}
