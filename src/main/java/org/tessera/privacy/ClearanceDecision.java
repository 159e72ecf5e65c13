package org.tessera.privacy;

/** What a command leads to. */
sealed interface ClearanceDecision {

    /**
     * It happens.
     *
     * @param deed what the trail keeps of it
     */
    record Happens(Clearance after, Deed deed) implements ClearanceDecision {}

    /** It does not. */
    record Refused(ClearanceRefusal why) implements ClearanceDecision {}
}
