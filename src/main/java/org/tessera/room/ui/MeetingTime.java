package org.tessera.room.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the meeting stands against its plan.
 *
 * @param planned minutes the protocol plans for
 * @param elapsed whole minutes since the meeting began
 * @param behind whole minutes by which it will end late if every step ahead takes its planned time; negative when it
 *     will end early
 */
record MeetingTime(double planned, long elapsed, long behind) {

    /** The standing at {@code now}; nothing while the meeting does not run. */
    static Optional<MeetingTime> of(RoomPicture picture, Instant now) {
        return picture.isMeeting() ? picture.startedAt().map(start -> of(picture, start, now)) : Optional.empty();
    }

    private static MeetingTime of(RoomPicture picture, Instant start, Instant now) {
        double ahead = picture.phases().stream()
                .filter(phase -> phase.inMeeting() && phase.state() == PhasePicture.State.AHEAD)
                .mapToDouble(PhasePicture::planned)
                .sum();
        Instant end = picture.phase()
                .filter(PhasePicture::inMeeting)
                .map(phase -> phase.expectedEnd(now))
                .orElse(now)
                .plusSeconds(Math.round(ahead * 60));
        Instant planned = start.plus(Duration.ofSeconds(Math.round(picture.plannedMinutes() * 60)));
        return new MeetingTime(
                picture.plannedMinutes(),
                Math.max(0, Duration.between(start, now).toMinutes()),
                Duration.between(planned, end).toMinutes());
    }

    /** Planned minutes that are left, one that is begun counted whole; none once they are used up. */
    long left() {
        return Math.max(0, (long) Math.ceil(planned - elapsed));
    }
}
