package org.tessera.privacy;

import java.time.Instant;

/**
 * That something which was evidence is none any more, or was none for a while.
 *
 * @param at when; of a permission that is over the end of its last day
 * @param isOver whether it has been cleared again since
 */
public record Stop(Why why, Instant at, boolean isOver) {

    /** What happened. */
    public enum Why {
        /** Somebody saw what should not be there. */
        REPORTED,
        WITHDRAWN,
        /** Its permission had an end, and that is past. */
        PERMISSION_OVER
    }
}
