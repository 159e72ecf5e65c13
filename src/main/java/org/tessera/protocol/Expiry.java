package org.tessera.protocol;

/** What happens when a phase's time is up. */
public enum Expiry {
    /** A soft signal; the phase stays open until the facilitator goes on. */
    SIGNAL,
    /** Writing closes two seconds later; the phase waits for the facilitator. */
    LOCK,
    /** The next phase begins two seconds later. */
    ADVANCE
}
