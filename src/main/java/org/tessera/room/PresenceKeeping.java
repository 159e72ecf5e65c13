package org.tessera.room;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tessera.failure.Failures;
import org.tessera.room.Entity.PhaseRun;

/**
 * Keeps from when to when people were in a meeting, on the room's own thread. A database that does not answer holds nothing
 * up: what could not be kept waits, with its time, until something else happens.
 */
final class PresenceKeeping {

    private static final Logger LOG = LoggerFactory.getLogger(PresenceKeeping.class);

    /** What can be told of a meeting whose database is away; beyond it, the oldest is lost. */
    private static final int WAITING = 2_000;

    /** How long a database that did not answer is left alone, so that people who come and go do not wait for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private record Change(MemberId member, boolean came, Instant at) {}

    private final RoomId room;
    private final RoomLedger ledger;
    private final Set<MemberId> there = new HashSet<>();
    private final Deque<Change> waiting = new ArrayDeque<>();
    private Instant again = Instant.MIN;

    PresenceKeeping(RoomId room, RoomLedger ledger) {
        this.room = room;
        this.ledger = ledger;
    }

    /** At {@code now} these people have an open page. */
    void see(Room state, Set<MemberId> here, Instant now) {
        Set<MemberId> counted = new LinkedHashSet<>(counts(state) ? here : Set.of());
        // who has no account has no hours
        counted.removeIf(
                member -> state.member(member).filter(one -> !one.guest()).isEmpty());
        Set<MemberId> gone = new LinkedHashSet<>(there);
        gone.removeAll(counted);
        gone.forEach(member -> waiting.add(new Change(member, false, now)));
        there.removeAll(gone);
        counted.stream().filter(there::add).forEach(member -> waiting.add(new Change(member, true, now)));
        // A clock that was set back makes nobody more patient.
        if (!now.isBefore(again) || again.isAfter(now.plus(PATIENCE))) {
            keep(now);
        }
    }

    /** The room is left on this server: nobody is there any more. */
    void leave(Instant now) {
        there.forEach(member -> waiting.add(new Change(member, false, now)));
        there.clear();
        keep(now);
    }

    /** Whether time in the room is time in the meeting: a step of the meeting itself runs and is not paused. */
    private static boolean counts(Room state) {
        return state.isPrepared()
                && OwnTime.isMeeting(state)
                && state.current()
                        .filter(run -> run.state() == PhaseRun.State.RUNNING)
                        .filter(run -> run.pausedAt().isEmpty())
                        .isPresent();
    }

    private void keep(Instant now) {
        while (!waiting.isEmpty()) {
            Change next = waiting.getFirst();
            try {
                if (next.came()) {
                    ledger.came(room, next.member(), next.at());
                } else {
                    ledger.went(room, next.member(), next.at());
                }
            } catch (RuntimeException e) {
                LOG.warn("who is in room {} could not be kept yet: {}", room, Failures.told(e));
                again = now.plus(PATIENCE);
                while (waiting.size() > WAITING) {
                    waiting.removeFirst();
                }
                return;
            }
            waiting.removeFirst();
        }
    }
}
