package org.tessera.privacy;

/**
 * Something found in a {@link Text}.
 *
 * @param from first word, and {@code to} the one after the last
 */
record Hit(Trait trait, Sureness sureness, int from, int to) {

    /** Whether both speak of a common word. */
    boolean meets(Hit other) {
        return from < other.to && other.from < to;
    }

    /** How much there is to it: a listed name before a likely one, a certain one before a possible one. */
    int weight() {
        int kind = trait.mustBeCovered() ? 2 : trait == Trait.LIKELY_NAME ? 0 : 1;
        return kind * 10 - sureness.ordinal();
    }
}
