package org.tessera.protocol;

/**
 * A common mistake of facilitation, and what to say to oneself at the moment it matters.
 *
 * @param moment when the facilitator is told
 */
public record Mistake(Moment moment, Text text) {

    /** A moment the server can tell. */
    public enum Moment {
        /** The phase begins. */
        START,
        /** Somebody wants to end the phase before its least time. */
        EARLY_END,
        /** The time is up and the phase goes on. */
        OVERRUN,
        /** Something written as a question reads like advice. */
        ADVICE,
        /** Something written as a description reads like a judgement. */
        JUDGEMENT,
        /** Half the time is over. */
        HALF_TIME,
        /**
         * Half the time is over and nothing has been written, answered or settled. Only where everybody may know that: never
         * while people write for themselves, in small groups or under a seal.
         */
        QUIET
    }
}
