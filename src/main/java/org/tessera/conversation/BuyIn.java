package org.tessera.conversation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How many people stand behind the change how far: a count for each step from 1 to {@link #STEPS}. It describes a group at a
 * moment, and never a person.
 */
public record BuyIn(List<Integer> counts) {

    /** How many steps there are. */
    public static final int STEPS = 5;

    /** The most people counted on one step. */
    public static final int MOST = 9999;

    public BuyIn {
        List<Integer> given = counts == null ? List.of() : counts;
        counts = IntStream.range(0, STEPS)
                .mapToObj(place ->
                        place < given.size() && given.get(place) != null ? Math.clamp(given.get(place), 0, MOST) : 0)
                .toList();
    }

    /** Nobody was counted. */
    public static BuyIn none() {
        return new BuyIn(List.of());
    }

    /** How many were counted. */
    public int people() {
        return counts.stream().mapToInt(count -> count).sum();
    }
}
