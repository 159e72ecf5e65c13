package org.tessera.room.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.tessera.room.RoomSummary.Status;

/**
 * A protected step that closing the room now would take time from.
 *
 * @param step the last of those that keep their minutes together
 * @param had how much they have had
 * @param minutes how much they are to have
 */
record CutShort(PhasePicture step, Duration had, int minutes) {

    /** What closing the room at {@code now} would cut short, if anything: the step that runs, or one ahead. */
    static Optional<CutShort> byClosing(RoomPicture room, Instant now) {
        return room.status() == Status.RUNNING
                ? room.phases().stream()
                        .filter(CutShort::isOwing)
                        .flatMap(phase -> owed(room, phase, now).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isOwing(PhasePicture phase) {
        return switch (phase.state()) {
            case RUNNING -> true;
            case AHEAD -> !phase.isLeftOut();
            case DONE, SKIPPED -> false;
        };
    }

    private static Optional<CutShort> owed(RoomPicture room, PhasePicture last, Instant now) {
        return last.when().keeps().flatMap(keeps -> {
            Duration had = keeps.phases().stream()
                    .flatMap(phase -> room.phase(phase).stream())
                    .map(phase -> had(phase, now))
                    .reduce(Duration.ZERO, Duration::plus);
            return had.compareTo(Duration.ofMinutes(keeps.minutes())) < 0
                    ? Optional.of(new CutShort(last, had, keeps.minutes()))
                    : Optional.empty();
        });
    }

    /** The time {@code phase} has had at {@code now}, pauses left out. */
    private static Duration had(PhasePicture phase, Instant now) {
        return phase.startedAt()
                .map(start -> Duration.between(
                                start,
                                phase.pausedAt().or(phase.when()::endedAt).orElse(now))
                        .minus(phase.when().paused()))
                .orElse(Duration.ZERO);
    }

    /** The time had as a clock shows it, minutes and seconds. */
    String clock() {
        return Objects.requireNonNull("%d:%02d".formatted(had.toMinutes(), had.toSecondsPart()));
    }
}
