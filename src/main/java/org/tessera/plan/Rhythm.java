package org.tessera.plan;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * When a team meets.
 *
 * @param days on which days of the week, at least one
 * @param everyWeeks in every how many weeks, counted from the term's first
 * @param at when meetings begin, as the clock on the team's wall shows it
 * @param minutes how long they are
 */
public record Rhythm(Set<DayOfWeek> days, int everyWeeks, LocalTime at, int minutes) {

    /** The shortest meeting that can be planned: less leaves no time beside opening and closing. */
    public static final int LEAST_MINUTES = 30;

    /** The longest meeting that can be planned. */
    public static final int MOST_MINUTES = 480;

    /** The longest time between two meetings, in weeks. */
    public static final int MOST_WEEKS = 8;

    public Rhythm {
        days = Collections.unmodifiableSet(new TreeSet<>(days));
    }

    /** Whether meetings can be planned by it. */
    boolean sound() {
        return !days.isEmpty()
                && everyWeeks >= 1
                && everyWeeks <= MOST_WEEKS
                && minutes >= LEAST_MINUTES
                && minutes <= MOST_MINUTES;
    }
}
