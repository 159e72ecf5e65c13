package org.tessera.room;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tessera.clock.AlarmClock;
import org.tessera.protocol.Expiry;
import org.tessera.room.Entity.PhaseRun;
import org.tessera.room.RoomCommand.Succeed;
import org.tessera.room.RoomCommand.TimeUp;
import org.tessera.room.RoomCommand.TurnUp;

/**
 * What time brings about in an open room: the end of a step, the end of a turn, somebody in the place of a facilitator who is
 * gone. Set on the room's own thread; each gives the room a command like anybody else.
 */
final class Bells {

    private static final Logger LOG = LoggerFactory.getLogger(Bells.class);

    private final LiveRoom live;
    private final Gathered gathered;
    private final AlarmClock clock;
    private AlarmClock.@Nullable Alarm phaseAlarm;
    private @Nullable Instant phaseAlarmAt;
    private AlarmClock.@Nullable Alarm turnAlarm;
    private @Nullable Instant turnAlarmAt;
    private AlarmClock.@Nullable Alarm successionAlarm;
    private final AtomicBoolean reminding = new AtomicBoolean();

    Bells(LiveRoom live, Gathered gathered, AlarmClock clock) {
        this.live = live;
        this.gathered = gathered;
        this.clock = clock;
    }

    /** When the facilitator is gone, the room waits a while and then goes on with somebody who is there. */
    void watchFacilitator(Room room) {
        Optional<MemberId> gone = !room.isPrepared() || !OwnTime.isMeeting(room)
                ? Optional.empty()
                : room.facilitator().map(Entity.Member::id).filter(f -> !gathered.here()
                        .contains(f));
        if (gone.isEmpty()) {
            cancel(successionAlarm);
            successionAlarm = null;
        } else if (successionAlarm == null) {
            Instant when = clock.instant().plus(LiveRoom.SUCCESSION);
            successionAlarm = clock.at(when, () -> live.look(_ -> succeed(gone.get())));
        }
    }

    private void succeed(MemberId facilitator) {
        successionAlarm = null;
        if (!gathered.here().contains(facilitator)) {
            live.give(new Succeed(facilitator, Set.copyOf(gathered.here())), answer -> {
                LOG.debug("succession: {}", answer);
                if (answer.equals(new Outcome.No(Refusal.BUSY))) {
                    remindLater();
                }
            });
        }
    }

    /** Sets the alarm of the running phase, if its policy closes it; the alarm gives a command like anybody else. */
    void set(Room room) {
        setTurnAlarm(room);
        Optional<PhaseRun> closing = !room.isPrepared()
                ? Optional.empty()
                : room.current()
                        .filter(run -> run.pausedAt().isEmpty() && !run.locked())
                        .filter(run -> room.phaseOf(run).expiry() != Expiry.SIGNAL);
        Instant due = closing.flatMap(PhaseRun::endsAt)
                .map(ends -> ends.plus(Rulebook.GRACE))
                .orElse(null);
        if (Objects.equals(due, phaseAlarmAt)) {
            return;
        }
        cancel(phaseAlarm);
        phaseAlarmAt = due;
        phaseAlarm = null;
        if (due != null) {
            PhaseRun run = closing.orElseThrow();
            TimeUp command = new TimeUp(run.id(), run.endsAt().orElseThrow());
            phaseAlarm = clock.at(due, () -> live.give(command, this::rang));
        }
    }

    /** Sets the alarm of the turn that is going on, where turns have a length. */
    private void setTurnAlarm(Room room) {
        Optional<Entity.Turns> turns = !room.isPrepared()
                        || room.current()
                                .filter(run -> run.pausedAt().isEmpty())
                                .isEmpty()
                ? Optional.empty()
                : room.turns();
        Instant due = turns.flatMap(Entity.Turns::until).orElse(null);
        if (Objects.equals(due, turnAlarmAt)) {
            return;
        }
        cancel(turnAlarm);
        turnAlarmAt = due;
        turnAlarm = null;
        if (due != null) {
            TurnUp command =
                    new TurnUp(turns.orElseThrow().phase(), turns.orElseThrow().at(), due);
            turnAlarm = clock.at(due, () -> live.give(command, this::rang));
        }
    }

    /** What an alarm was to bring about may not have come: the database was away, or the clock was set back meanwhile. */
    private void rang(Outcome answer) {
        LOG.debug("time is up: {}", answer);
        if (answer instanceof Outcome.No) {
            remindLater();
        }
    }

    /** One reminder at a time: each may lead to several alarms that fail. */
    private void remindLater() {
        if (live.isOpen() && reminding.compareAndSet(false, true)) {
            clock.at(clock.instant().plus(LiveRoom.RETRY), () -> {
                reminding.set(false);
                if (!live.offer(new Job.SetAlarms())) {
                    remindLater();
                }
            });
        }
    }

    /** Sets all of them again: one of them may have brought nothing about. */
    void anew(Room room) {
        cancel(phaseAlarm);
        cancel(turnAlarm);
        phaseAlarmAt = null;
        turnAlarmAt = null;
        set(room);
        watchFacilitator(room);
    }

    void cancel() {
        cancel(phaseAlarm);
        cancel(turnAlarm);
        cancel(successionAlarm);
    }

    private static void cancel(AlarmClock.@Nullable Alarm alarm) {
        if (alarm != null) {
            alarm.cancel();
        }
    }
}
