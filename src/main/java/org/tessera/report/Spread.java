package org.tessera.report;

import java.math.BigDecimal;
import java.util.List;

/** How days spread over cases. */
final class Spread {

    private Spread() {}

    /**
     * The day in the middle; of an even number, halfway between the two in the middle.
     *
     * @throws IllegalArgumentException if there are none
     */
    static BigDecimal median(List<Integer> days) {
        List<Integer> sorted = sorted(days);
        int size = sorted.size();
        BigDecimal upper = BigDecimal.valueOf(sorted.get(size / 2));
        return size % 2 == 1
                ? upper
                : upper.add(BigDecimal.valueOf(sorted.get(size / 2 - 1))).divide(BigDecimal.TWO);
    }

    /**
     * The fewest days in which nine of ten were done, by nearest rank.
     *
     * @throws IllegalArgumentException if there are none
     */
    static BigDecimal ninetieth(List<Integer> days) {
        List<Integer> sorted = sorted(days);
        // nine tenths of the size, rounded up, counted from 1
        return BigDecimal.valueOf(sorted.get((sorted.size() * 9 + 9) / 10 - 1));
    }

    private static List<Integer> sorted(List<Integer> days) {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("no days");
        }
        return days.stream().sorted().toList();
    }
}
