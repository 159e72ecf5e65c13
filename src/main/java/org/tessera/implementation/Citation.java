package org.tessera.implementation;

/**
 * Where a goal comes from.
 *
 * @param id what it was taken from; tells two sources with the same words apart
 * @param words what it says, as it was when it was cited
 */
public record Citation(Kind kind, String id, String words) {

    /** What a goal can come from. */
    public enum Kind {
        /** A question of a survey whose results can be seen. */
        SURVEY,
        /** A theme of an interview. */
        INTERVIEW,
        /** A vision that a meeting agreed on. */
        VISION,
        /** A goal that a meeting set. */
        GOAL,
        /** What colleagues said about the draft or the dilemma in a meeting. */
        ADVICE;

        /** Whether it is evidence of a need. */
        public boolean isNeed() {
            return this == SURVEY || this == INTERVIEW;
        }
    }
}
