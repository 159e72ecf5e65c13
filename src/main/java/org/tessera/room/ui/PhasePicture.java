package org.tessera.room.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tessera.protocol.Grouping;
import org.tessera.protocol.Mode;
import org.tessera.protocol.Role;
import org.tessera.protocol.Text;
import org.tessera.protocol.Timing;
import org.tessera.protocol.Visibility;

/**
 * A phase as the page shows it.
 *
 * @param posts who may put notes on the shared board
 * @param acts who may do anything in it beside talking: post, answer, score, settle…
 * @param planned minutes given to it so far
 * @param isProtected whether the protocol protects its minutes
 * @param leaves what it leaves behind
 * @param when in the meeting, or in people's own time before or after it
 * @param rework the phase to go back to if its check does not pass
 * @param script what only the facilitator is told
 */
record PhasePicture(
        String id,
        Text name,
        Mode mode,
        Grouping grouping,
        Visibility visibility,
        boolean hasBoard,
        Set<Role> speak,
        Set<Role> posts,
        Set<Role> acts,
        Text task,
        Map<Role, Text> forRole,
        Optional<Text> say,
        Optional<Text> watch,
        Optional<Text> leaves,
        boolean optional,
        boolean isProtected,
        Optional<String> rework,
        State state,
        double planned,
        Optional<Instant> startedAt,
        Optional<Instant> endsAt,
        Optional<Instant> pausedAt,
        boolean locked,
        PhaseTiming when,
        int turn,
        Script script) {

    enum State {
        AHEAD,
        RUNNING,
        DONE,
        SKIPPED
    }

    /** The phase it repeats, as the protocol has it. */
    String written() {
        return turn == 0 ? id : id.substring(0, id.lastIndexOf('.'));
    }

    /** Whether it is worked in small groups. */
    boolean isInGroups() {
        return grouping != Grouping.ALL;
    }

    /** Whether the plan has no time for it and the protocol can do without it. */
    boolean isLeftOut() {
        return optional && state == State.AHEAD && planned == 0;
    }

    /** Whether it belongs to the meeting, and not before or after it. */
    boolean inMeeting() {
        return when.timing() == Timing.MEETING;
    }

    boolean isBefore() {
        return when.timing() == Timing.BEFORE;
    }

    boolean isAfter() {
        return when.timing() == Timing.AFTER;
    }

    /** Until when its work is wanted, where that was said. */
    Optional<Instant> due() {
        return when.due();
    }

    boolean isPaused() {
        return pausedAt.isPresent();
    }

    /** Whether its time is over at {@code now}; never while it is paused before its end. */
    boolean isOver(Instant now) {
        return endsAt.filter(end -> !pausedAt.orElse(now).isBefore(end)).isPresent();
    }

    /** How long it has run at {@code now}, pauses left out. */
    Duration elapsed(Instant now) {
        Duration given = Duration.ofSeconds(Math.round(planned * 60));
        return endsAt.map(end -> given.minus(Duration.between(pausedAt.orElse(now), end)))
                .orElse(Duration.ZERO);
    }

    /** When it would end if nothing is extended: later than planned while it is paused or overrunning. */
    Instant expectedEnd(Instant now) {
        Instant end = endsAt.orElse(now);
        Instant moved = pausedAt.map(at -> end.plus(Duration.between(at, now))).orElse(end);
        return moved.isAfter(now) ? moved : now;
    }
}
