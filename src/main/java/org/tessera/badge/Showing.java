package org.tessera.badge;

import java.time.Instant;

/**
 * That an earner lets everybody see a badge.
 *
 * @param named whether with the earner's name
 * @param until when it ends by itself
 */
public record Showing(boolean named, Instant from, Instant until) {

    /** Whether it lasts at {@code now}. */
    public boolean lastsAt(Instant now) {
        return now.isBefore(until);
    }
}
