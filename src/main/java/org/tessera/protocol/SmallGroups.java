package org.tessera.protocol;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How many people work together where a phase is worked in small groups: pairs are of two or three, triads of three or
 * four, quads of three to five. Not every number of people can be divided so: five people make no triads.
 */
public final class SmallGroups {

    private SmallGroups() {}

    /**
     * How {@code people} divide, the largest group first: as close to the group's name, and as even, as can be. Together
     * they are one group where the grouping sets no size. Empty if these people cannot form such groups.
     */
    public static List<Integer> sizes(Grouping grouping, int people) {
        if (people < 1) {
            return List.of();
        }
        return switch (grouping) {
            case ALL, DIRECTION -> List.of(people);
            case PAIR -> divided(people, 2, 2, 3);
            case TRIAD -> divided(people, 3, 3, 4);
            case QUAD -> divided(people, 4, 3, 5);
        };
    }

    private static List<Integer> divided(int people, int usual, int least, int most) {
        int best = 0;
        for (int groups = 1; groups * least <= people; groups++) {
            boolean possible = people <= groups * most;
            if (possible && (best == 0 || distance(people, groups, usual) < distance(people, best, usual))) {
                best = groups;
            }
        }
        int groups = best;
        return IntStream.range(0, groups)
                .mapToObj(group -> people / groups + (group < people % groups ? 1 : 0))
                .toList();
    }

    private static double distance(int people, int groups, int usual) {
        return Math.abs(people / (double) groups - usual);
    }
}
