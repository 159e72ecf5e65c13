package org.tessera.room;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A lawful way on when a meeting is late.
 *
 * @param lengths the length each phase ahead would have, by its id, in their order; nothing for one that is left out
 * @param leftOut the phases that would be left out beside those that are already
 * @param late by how much the meeting would end after its planned end, in whole minutes; nothing if on time
 */
public record WayOn(Kind kind, Map<String, Duration> lengths, List<String> leftOut, Duration late) {

    /** What is done about the time that is missing. */
    public enum Kind {
        /** Everything ahead is held, but shorter. */
        SHORTEN,
        /** Optional phases or further repetitions are left out; the others keep their length. */
        LEAVE_OUT,
        /** Some are left out and the others are held shorter. */
        BOTH,
        /** Everything is as short as the protocol allows, and still the meeting ends late. */
        SHORTEST,
        /** Everything is held as planned and the meeting ends later. */
        LATER;

        /** The word by which a {@code rebalance} names it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public WayOn {
        lengths = Collections.unmodifiableMap(new LinkedHashMap<>(lengths));
        leftOut = List.copyOf(leftOut);
    }

    /** Whether the meeting would end when it was to end. */
    public boolean isOnTime() {
        return late.isZero();
    }
}
