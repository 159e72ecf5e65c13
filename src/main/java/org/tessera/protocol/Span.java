package org.tessera.protocol;

import java.time.Duration;
import java.util.List;

/**
 * Phases that are all given the same length, such as the turns of each person.
 *
 * @param phases their ids, at least one
 * @param least the shortest each may be
 * @param wished how long each is if there is time for it
 * @param most the longest each may be
 */
public record Span(List<String> phases, Duration least, Duration wished, Duration most) {

    public Span {
        phases = List.copyOf(phases);
        if (phases.isEmpty() || least.compareTo(wished) > 0 || wished.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    phases + " must satisfy least <= wished <= most, not " + least + "/" + wished + "/" + most);
        }
    }

    /** What it takes at the least. */
    public Duration leastTogether() {
        return least.multipliedBy(phases.size());
    }

    /** What it takes at the most. */
    public Duration mostTogether() {
        return most.multipliedBy(phases.size());
    }

    /** What it takes as it is wished. */
    public Duration wishedTogether() {
        return wished.multipliedBy(phases.size());
    }
}
