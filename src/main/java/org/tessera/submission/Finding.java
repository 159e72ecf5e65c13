package org.tessera.submission;

import java.util.List;

/** What a rule says about an earner's links. Who it goes by is part of it: the record of meetings, or the earner's word. */
public sealed interface Finding {

    /** How much counts. */
    int count();

    /** How much must count. */
    int needed();

    /** What is still needed, first, and then why linked evidence does not count. */
    List<Miss> misses();

    /** Whether enough counts. */
    default boolean met() {
        return count() >= needed();
    }

    /**
     * Computed from what rooms recorded.
     *
     * @param counted the discussions that count, in the order they happened
     */
    record Recorded(List<Discussion> counted, int needed, List<Miss> misses) implements Finding {

        public Recorded {
            counted = List.copyOf(counted);
            misses = List.copyOf(misses);
        }

        @Override
        public int count() {
            return counted.size();
        }
    }

    /** Counted from what the earner declared: nothing recorded says whether it is so. */
    record Declared(int count, int needed, List<Miss> misses) implements Finding {

        public Declared {
            misses = List.copyOf(misses);
        }
    }
}
