package org.tessera.assessment;

/** How far a case is. */
public enum Stage {
    /** The first gate: is everything there? */
    CHECK,
    /** The second gate: rows are rated. */
    SCORE,
    /** The scorers differ in a row; somebody decides. */
    ADJUDICATE,
    /** Somebody reads the result before the earner does. */
    APPROVE,
    /** There is a result. */
    DECIDED,
    /** Something was missing; nothing was scored. */
    RETURNED,
    /** Some rows are looked at once more. */
    APPEAL;

    /** Whether nothing more is to be done. */
    public boolean isOver() {
        return this == DECIDED || this == RETURNED;
    }
}
