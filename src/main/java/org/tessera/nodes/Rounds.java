package org.tessera.nodes;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tessera.account.SignInEnded;
import org.tessera.account.SignInId;
import org.tessera.account.SignIns;
import org.tessera.clock.AlarmClock;
import org.tessera.failure.Failures;
import org.tessera.room.MemberId;
import org.tessera.room.OpenRooms;
import org.tessera.room.RoomId;

/** What a node does every second: say that it lives, and look for what nobody announced. */
@Component
@Profile("cluster")
class Rounds {

    private static final Logger log = LoggerFactory.getLogger(Rounds.class);
    private static final Duration ROUND = Duration.ofSeconds(1);

    /** So far back a sign-in is looked for that has ended: clocks of machines differ, and rounds may fail. */
    private static final Duration BACK = Duration.ofSeconds(60);

    private final Node node;
    private final NodeStore store;
    private final Telling telling;
    private final Hearing hearing;
    private final OpenRooms rooms;
    private final SignIns signIns;
    private final AlarmClock clock;
    private final SimpleMessageListenerContainer listener;
    private Set<SignInId> ended = Set.of();

    Rounds(
            Node node,
            NodeStore store,
            Telling telling,
            Hearing hearing,
            OpenRooms rooms,
            SignIns signIns,
            AlarmClock clock,
            SimpleMessageListenerContainer nodeListener) {
        this.node = node;
        this.store = store;
        this.telling = telling;
        this.hearing = hearing;
        this.rooms = rooms;
        this.signIns = signIns;
        this.clock = clock;
        this.listener = nodeListener;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        log.info("Node {} of several", node.node());
        Thread.ofVirtual().name("node-listener").start(listener::start);
        again();
    }

    private void again() {
        Thread.ofVirtual().name("node-round").start(() -> {
            try {
                look();
            } catch (RuntimeException e) {
                log.warn("A round of this node failed: {}", Failures.told(e));
            } finally {
                clock.at(clock.instant().plus(ROUND), this::again);
            }
        });
    }

    /** One round. */
    void look() {
        if (store.lives(node.node())) {
            node.unknown();
        }
        telling.again();
        rooms.look();
        present();
        ended();
        for (NodeStore.Dead dead : store.dead()) {
            log.warn("Node {} has not been seen since {}", dead.node(), dead.seen());
            rooms.endStaysOf(dead.node(), dead.seen());
            store.forget(dead.node());
        }
    }

    private void present() {
        Set<RoomId> open = rooms.ids();
        if (open.isEmpty()) {
            return;
        }
        Map<RoomId, List<Set<MemberId>>> present = store.present(node.node(), open);
        open.forEach(room -> rooms.elsewhere(room, present.getOrDefault(room, List.of())));
    }

    private void ended() {
        Instant since = clock.instant().minus(BACK);
        List<SignInEnded> found = signIns.endedSince(since);
        Set<SignInId> known = ended;
        ended = found.stream().map(SignInEnded::signIn).collect(Collectors.toCollection(HashSet::new));
        found.stream().filter(each -> !known.contains(each.signIn())).forEach(hearing::retell);
    }
}
