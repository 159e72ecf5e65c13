package org.tessera.room;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tessera.protocol.Action;
import org.tessera.protocol.NoteKind;
import org.tessera.protocol.Role;
import org.tessera.protocol.Text;

/**
 * What somebody did in a meeting and how its protocol ran. It describes and never judges: there is no score, no rank and
 * no share of anything.
 *
 * @param roles the roles the person held, in the order in which they came
 * @param facilitated time in the facilitator's role
 * @param wrote what the person put on the board that is no question
 * @param asked the questions the person put on the board
 * @param grouped how often the person put notes together
 * @param named how many groups the person gave a name
 * @param shaped how often the person changed a text the group wrote
 * @param goals how many goals the person set down
 */
public record MeetingRecord(
        List<Role> roles,
        Duration facilitated,
        List<Words> wrote,
        List<Words> asked,
        int grouped,
        int named,
        int shaped,
        int goals,
        List<StepRun> steps,
        List<ExceptionMade> exceptions) {

    private static final Set<NoteKind> QUESTIONS =
            Set.of(NoteKind.QUESTION, NoteKind.CLARIFYING, NoteKind.PROBING, NoteKind.WONDER);

    public MeetingRecord {
        roles = List.copyOf(roles);
        wrote = List.copyOf(wrote);
        asked = List.copyOf(asked);
        steps = List.copyOf(steps);
        exceptions = List.copyOf(exceptions);
    }

    /**
     * A note on the board.
     *
     * @param step id of the step it was written in
     * @param claimed whether it has no name on the board and only its writer is told whose it is
     */
    public record Words(String step, NoteKind kind, String text, boolean claimed) {

        boolean isQuestion() {
            return QUESTIONS.contains(kind);
        }
    }

    /**
     * A step as it ran.
     *
     * @param planned what it was given; nothing for work in people's own time
     * @param actual how long it ran, pauses left out; nothing for a step that never began or has not ended
     */
    public record StepRun(Text name, Optional<Duration> planned, Optional<Duration> actual) {}

    /**
     * An exception from the protocol that the reader may know of.
     *
     * @param action what was allowed beyond the protocol; nothing where a step was let end early
     */
    public record ExceptionMade(boolean forReader, Optional<Action> action, String reason) {}
}
