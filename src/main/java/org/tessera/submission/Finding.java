package org.tessera.submission;

import java.util.List;

/**
 * What a facilitation rule says about an earner's linked discussions.
 *
 * @param counted the discussions that count, in the order they happened
 * @param needed how many must count
 * @param misses what is still needed, first, and then why linked discussions do not count
 */
public record Finding(List<Discussion> counted, int needed, List<Miss> misses) {

    public Finding {
        counted = List.copyOf(counted);
        misses = List.copyOf(misses);
    }

    /** Whether enough discussions count. */
    public boolean met() {
        return counted.size() >= needed;
    }
}
