package org.tessera.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A whole in parts, without the parts that are too small to be shown. Whoever knows the whole, and this rule, cannot work
 * out a part that is not shown: there are always at least two of them, and at least {@link #LEAST} people are in them.
 *
 * @param parts in order; empty for what is not shown
 * @param whole the sum; empty where it is not shown
 */
record Breakdown(List<Optional<Integer>> parts, Optional<Integer> whole) {

    /** Smaller groups are not shown, empty ones neither: that nobody is in a group tells of everybody who could be. */
    static final int LEAST = 5;

    Breakdown {
        parts = List.copyOf(parts);
    }

    /** What of these counts can be shown. */
    static Breakdown of(List<Integer> counts) {
        Set<Integer> hidden = new HashSet<>();
        List<Integer> large = new ArrayList<>();
        for (int place = 0; place < counts.size(); place++) {
            if (counts.get(place) < LEAST) {
                hidden.add(place);
            } else {
                large.add(place);
            }
        }
        large.sort(Comparator.comparing(counts::get));
        // with a small part goes the smallest large one, and every other of its size: whoever knows the rule cannot
        // tell
        // which of the hidden parts is which
        if (!hidden.isEmpty() && !large.isEmpty()) {
            int least = counts.get(large.getFirst());
            large.stream().filter(place -> counts.get(place) == least).forEach(hidden::add);
        }
        int whole = counts.stream().mapToInt(Integer::intValue).sum();
        return new Breakdown(
                IntStream.range(0, counts.size())
                        .mapToObj(place ->
                                hidden.contains(place) ? Optional.<Integer>empty() : Optional.of(counts.get(place)))
                        .toList(),
                whole < LEAST || hidden.size() == 1 ? Optional.empty() : Optional.of(whole));
    }
}
