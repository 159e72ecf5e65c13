package org.tessera.room;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.tessera.protocol.Instrument;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Role;
import org.tessera.protocol.Timing;
import org.tessera.protocol.Visibility;
import org.tessera.room.Entity.Member;
import org.tessera.room.Entity.Note;
import org.tessera.room.Entity.PhaseRun;
import org.tessera.room.Entity.Status;
import org.tessera.room.RoomCommand.AddNote;
import org.tessera.room.RoomCommand.SetDue;
import org.tessera.room.RoomEvent.DueSet;
import org.tessera.room.RoomEvent.NoteAdded;

/**
 * Work in people's own time: alone before the meeting, and afterwards in a room that stays open. Such a phase has no
 * clock and needs nobody to lead it; it runs until the next one is started or the room is closed. It may have a date,
 * which ends nothing: what is written after it is taken, and says so.
 *
 * @see "docs/decisions/pre-work-has-a-date-and-no-clock.md"
 */
final class OwnTime {

    /** The farthest a date may lie ahead. */
    static final Duration LONGEST = Duration.ofDays(366);

    private OwnTime() {}

    /** Whether a meeting is being held, which somebody leads; before and after it people work in their own time. */
    static boolean isMeeting(Room room) {
        return room.setting().status() == Status.RUNNING
                && Rulebook.latestPhase(room).isInMeeting();
    }

    /** Whether a phase runs that is worked in when it suits people. */
    static boolean isRunning(Room room) {
        return room.current()
                .map(room::phaseOf)
                .filter(phase -> !phase.isInMeeting())
                .isPresent();
    }

    // The date

    static Decision setDue(Room room, SetDue c, Instant now) {
        Optional<Phase> phase = room.pack().phase(c.phase());
        if (phase.isEmpty()) {
            return Rulebook.refuse(Refusal.PHASE_UNKNOWN);
        }
        if (phase.get().isInMeeting()) {
            return Rulebook.refuse(Refusal.IN_MEETING);
        }
        Optional<Instant> until = Optional.ofNullable(c.until()).map(at -> at.truncatedTo(ChronoUnit.SECONDS));
        if (until.filter(at -> !isPossible(at, now)).isPresent()) {
            return Rulebook.refuse(Refusal.DATE_INVALID);
        }
        return room.due(c.phase()).equals(until) ? Rulebook.nothing() : Rulebook.accept(new DueSet(c.phase(), until));
    }

    /** Whether work can be asked for until {@code at}: it lies ahead, and a year at most. */
    static boolean isPossible(Instant at, Instant now) {
        return at.isAfter(now) && !at.isAfter(now.plus(LONGEST));
    }

    // Late work

    /** Whether work on {@code phase} is late at {@code at}: after its date, or when the phase is over. */
    static boolean isLate(Room room, String phase, Instant at) {
        boolean counts =
                room.pack().phase(phase).filter(found -> !found.isInMeeting()).isPresent();
        return counts
                && (isOver(room, phase) || room.due(phase).filter(at::isAfter).isPresent());
    }

    /** Whether a note that is added at {@code at} is late; one that comes back is as late as it was. */
    static boolean isLate(Room room, NoteAdded e, Instant at) {
        return e.late().orElseGet(() -> mayBeLate(e.state()) && isLate(room, e.phase(), at));
    }

    /** Whether {@code note} is late when it is changed at {@code at}. */
    static boolean isLate(Room room, Note note, Instant at) {
        return note.late() || (mayBeLate(note.state()) && isLate(room, note.phase(), at));
    }

    /** Of an anonymous note not even that is known, since it would tell who came late. */
    private static boolean mayBeLate(Note.State state) {
        return state != Note.State.ANONYMOUS;
    }

    private static boolean isOver(Room room, String phase) {
        return room.run(phase).filter(run -> run.state() == PhaseRun.State.DONE).isPresent();
    }

    /**
     * The work before the meeting for which a note comes after its end. It is kept for its writer alone; where that is
     * not what was meant, it is no such note.
     */
    static Optional<Phase> missed(Room room, AddNote c) {
        return Optional.ofNullable(c.phase())
                .flatMap(room.pack()::phase)
                .filter(phase -> phase.timing() == Timing.BEFORE && isOver(room, phase.id()))
                .filter(phase -> c.isPrivate() || phase.visibility() == Visibility.PRIVATE);
    }

    /** Whether {@code item} belongs to score sheets of people's own time that have been opened, and so take no more. */
    static boolean isOpened(Room room, UUID item) {
        return room.pack().phases().stream()
                .filter(phase -> phase.instrument() == Instrument.SCORES && !phase.isInMeeting())
                .filter(phase -> isOver(room, phase.id()))
                .anyMatch(phase -> Items.itemsOf(room, phase).stream()
                        .anyMatch(each -> each.id().equals(item)));
    }

    // Leading

    /** {@code member} when {@code phase} starts: time in the facilitator's role is counted in the meeting only. */
    static Member counting(Member member, Phase phase, Instant at) {
        if (!phase.isInMeeting()) {
            return member.facilitatingSince().isPresent() ? Members.resting(member, at) : member;
        }
        return member.role() == Role.FACILITATOR && member.facilitatingSince().isEmpty()
                ? Members.facilitatingFrom(member, at)
                : member;
    }
}
