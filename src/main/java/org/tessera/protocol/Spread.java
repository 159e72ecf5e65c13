package org.tessera.protocol;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Spreads time over phases: everyone has its least, then all grow in proportion to what they wish, then in proportion to
 * what they can bear. Where proportion leaves a choice, the earlier phase has the step. The same input always gives the
 * same lengths.
 */
public final class Spread {

    private final List<Span> spans;
    private final long[] given;
    private long left;

    private Spread(List<Span> spans, Duration total) {
        this.spans = spans;
        this.given = spans.stream().mapToLong(span -> steps(span.least())).toArray();
        this.left = steps(total);
        for (int i = 0; i < given.length; i++) {
            left -= given[i] * spans.get(i).phases().size();
        }
        if (left < 0) {
            throw new IllegalArgumentException(total + " is less than these phases take at the least");
        }
    }

    /**
     * The length of each phase, in whole {@link Minutes#STEP steps}. Together they take {@code total}, or less where more
     * than the most of all, or a part of a step, or less than one more step for all phases of a span would be left.
     *
     * @throws IllegalArgumentException if {@code total} is less than the least of all
     */
    public static Map<String, Duration> over(List<Span> spans, Duration total) {
        var spread = new Spread(List.copyOf(spans), total);
        spread.fill(spans.stream().mapToLong(span -> steps(span.wished())).toArray());
        spread.fill(spans.stream().mapToLong(span -> steps(span.most())).toArray());
        return spread.lengths();
    }

    private void fill(long[] goal) {
        long[] from = given.clone();
        for (int next = next(from, goal); next >= 0; next = next(from, goal)) {
            given[next]++;
            left -= spans.get(next).phases().size();
        }
    }

    /** Whose turn it is to grow by one step: the one that would be the least far on its way; -1 if nobody can. */
    private int next(long[] from, long[] goal) {
        int best = -1;
        for (int i = 0; i < given.length; i++) {
            boolean canGrow = given[i] < goal[i] && spans.get(i).phases().size() <= left;
            if (canGrow && (best < 0 || isBehind(i, best, from, goal))) {
                best = i;
            }
        }
        return best;
    }

    private boolean isBehind(int one, int other, long[] from, long[] goal) {
        long ofOne = (2 * (given[one] - from[one]) + 1) * (goal[other] - from[other]);
        long ofOther = (2 * (given[other] - from[other]) + 1) * (goal[one] - from[one]);
        return ofOne < ofOther;
    }

    private Map<String, Duration> lengths() {
        Map<String, Duration> lengths = new LinkedHashMap<>();
        for (int i = 0; i < given.length; i++) {
            Duration length = Minutes.STEP.multipliedBy(given[i]);
            spans.get(i).phases().forEach(phase -> lengths.put(phase, length));
        }
        return Collections.unmodifiableMap(lengths);
    }

    private static long steps(Duration length) {
        return length.dividedBy(Minutes.STEP);
    }
}
