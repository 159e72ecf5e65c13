package org.tessera.room;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who has only just gone. A phone that finds its network again, or a page that is loaded anew, is away for some seconds;
 * whoever that happens to in the second turns are dealt is no absentee.
 */
final class Departures {

    /** How long somebody whose last line has gone still counts as there when turns are dealt. */
    static final Duration GRACE = Duration.ofSeconds(60);

    private final Map<MemberId, Instant> gone = new HashMap<>();

    /** At {@code now} nobody but {@code after} is left of {@code before}. */
    void changed(Set<MemberId> before, Set<MemberId> after, Instant now) {
        gone.values().removeIf(at -> isOver(at, now));
        before.stream().filter(person -> !after.contains(person)).forEach(person -> gone.put(person, now));
        gone.keySet().removeAll(after);
    }

    /** Who is there, and whoever has gone less than {@link #GRACE} ago. */
    Set<MemberId> andThose(Set<MemberId> here, Instant now) {
        Set<MemberId> there = new LinkedHashSet<>(here);
        gone.forEach((person, at) -> {
            if (!isOver(at, now)) {
                there.add(person);
            }
        });
        return there;
    }

    private static boolean isOver(Instant at, Instant now) {
        return !now.isBefore(at.plus(GRACE));
    }
}
