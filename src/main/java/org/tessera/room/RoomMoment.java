package org.tessera.room;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One thing that happened in a step, as everybody in the room was told of it then. What was hidden from anybody is in no
 * moment before it was shown to all.
 *
 * @param at since the step began
 * @param by who did it, where everybody was told; nobody for the clock, the house, and what opened without a name
 * @param said the words it is about, as they were then; may be empty
 */
public record RoomMoment(Duration at, Kind kind, Optional<MemberId> by, List<Said> said) {

    public RoomMoment {
        said = List.copyOf(said);
    }

    /** Words of something in the room; {@code thing} is its id as an artifact's content has it, or {@code focus}. */
    public record Said(String thing, String text) {}

    /** What happened. */
    public enum Kind {
        /** The step began. */
        BEGAN,
        PAUSED,
        RESUMED,
        /** The step got more time. */
        EXTENDED,
        /** The time of the step was up. */
        RAN_OUT,
        /** The step was over. */
        ENDED,
        /** It became somebody's turn. */
        TURN,
        WROTE,
        /** Words changed that were there already. */
        CHANGED,
        TOOK_AWAY,
        MOVED,
        /** Notes came into a group, out of one, or to another that says the same. */
        GROUPED,
        /** What had been hidden was shown to everybody, all of it at once. */
        OPENED,
        /** Dots, fingers or scores were counted. */
        COUNTED,
        /** The group came to something. */
        AGREED,
        /** Somebody made a choice that everybody saw. */
        CHOSE
    }
}
