package org.tessera.room;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tessera.protocol.Action;
import org.tessera.room.Entity.PhaseRun;
import org.tessera.room.Entity.PhaseRun.State;

/** How a phase's run changes. */
final class Runs {

    private Runs() {}

    static PhaseRun started(PhaseRun r, Instant at, Optional<Instant> endsAt, long seq, Optional<MemberId> holder) {
        return new PhaseRun(
                r.id(),
                State.RUNNING,
                endsAt.map(end -> Duration.between(at, end)).orElse(r.planned()),
                Optional.of(at),
                endsAt,
                Optional.empty(),
                Duration.ZERO,
                Optional.empty(),
                false,
                Map.of(),
                false,
                r.runs() + 1,
                seq,
                holder,
                r.ordinal());
    }

    static PhaseRun paused(PhaseRun r, Instant at) {
        return timed(r, r.planned(), r.endsAt(), Optional.of(at), r.paused(), r.locked());
    }

    static PhaseRun resumed(PhaseRun r, Instant at, Instant endsAt) {
        Duration pause = r.pausedAt().map(from -> Duration.between(from, at)).orElse(Duration.ZERO);
        return timed(
                r,
                r.planned(),
                Optional.of(endsAt),
                Optional.empty(),
                r.paused().plus(pause),
                r.locked());
    }

    static PhaseRun extended(PhaseRun r, int minutes, Instant endsAt) {
        return timed(r, r.planned().plusMinutes(minutes), Optional.of(endsAt), r.pausedAt(), r.paused(), false);
    }

    static PhaseRun locked(PhaseRun r, boolean locked) {
        return timed(r, r.planned(), r.endsAt(), r.pausedAt(), r.paused(), locked);
    }

    static PhaseRun ended(PhaseRun r, Instant at) {
        Duration pause = r.pausedAt().map(from -> Duration.between(from, at)).orElse(Duration.ZERO);
        return new PhaseRun(
                r.id(),
                State.DONE,
                r.planned(),
                r.startedAt(),
                r.endsAt(),
                Optional.empty(),
                r.paused().plus(pause),
                Optional.of(at),
                false,
                Map.of(),
                false,
                r.runs(),
                r.from(),
                r.holder(),
                r.ordinal());
    }

    static PhaseRun skipped(PhaseRun r) {
        return new PhaseRun(
                r.id(),
                State.SKIPPED,
                r.planned(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO,
                Optional.empty(),
                false,
                Map.of(),
                false,
                r.runs(),
                r.from(),
                r.holder(),
                r.ordinal());
    }

    static PhaseRun aheadAgain(PhaseRun r) {
        PhaseRun ahead = PhaseRun.ahead(r.id(), r.planned(), r.ordinal());
        return new PhaseRun(
                ahead.id(),
                ahead.state(),
                ahead.planned(),
                ahead.startedAt(),
                ahead.endsAt(),
                ahead.pausedAt(),
                ahead.paused(),
                ahead.endedAt(),
                false,
                Map.of(),
                false,
                r.runs(),
                r.from(),
                r.holder(),
                r.ordinal());
    }

    /** The run in another place of the protocol. */
    static PhaseRun placed(PhaseRun r, int ordinal) {
        return new PhaseRun(
                r.id(),
                r.state(),
                r.planned(),
                r.startedAt(),
                r.endsAt(),
                r.pausedAt(),
                r.paused(),
                r.endedAt(),
                r.locked(),
                r.grants(),
                r.mayEndEarly(),
                r.runs(),
                r.from(),
                r.holder(),
                ordinal);
    }

    /** The run of a phase ahead with another length. */
    static PhaseRun lasting(PhaseRun r, Duration length) {
        return timed(r, length, r.endsAt(), r.pausedAt(), r.paused(), r.locked());
    }

    static PhaseRun granting(PhaseRun r, MemberId member, Action action) {
        Map<MemberId, Set<Action>> grants = new HashMap<>(r.grants());
        Set<Action> own = new HashSet<>(grants.getOrDefault(member, Set.of()));
        own.add(action);
        grants.put(member, Set.copyOf(own));
        return allowing(r, Map.copyOf(grants), r.mayEndEarly());
    }

    /** The run without the exceptions that were made in it. */
    static PhaseRun plain(PhaseRun r) {
        return allowing(r, Map.of(), false);
    }

    static PhaseRun endableEarly(PhaseRun r) {
        return allowing(r, r.grants(), true);
    }

    private static PhaseRun timed(
            PhaseRun r,
            Duration planned,
            Optional<Instant> endsAt,
            Optional<Instant> pausedAt,
            Duration paused,
            boolean locked) {
        return new PhaseRun(
                r.id(),
                r.state(),
                planned,
                r.startedAt(),
                endsAt,
                pausedAt,
                paused,
                r.endedAt(),
                locked,
                r.grants(),
                r.mayEndEarly(),
                r.runs(),
                r.from(),
                r.holder(),
                r.ordinal());
    }

    private static PhaseRun allowing(PhaseRun r, Map<MemberId, Set<Action>> grants, boolean mayEndEarly) {
        return new PhaseRun(
                r.id(),
                r.state(),
                r.planned(),
                r.startedAt(),
                r.endsAt(),
                r.pausedAt(),
                r.paused(),
                r.endedAt(),
                r.locked(),
                grants,
                mayEndEarly,
                r.runs(),
                r.from(),
                r.holder(),
                r.ordinal());
    }
}
