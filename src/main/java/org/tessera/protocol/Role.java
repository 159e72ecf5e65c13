package org.tessera.protocol;

import java.util.Locale;

/** What a person is in one room; never a kind of account. */
public enum Role {
    FACILITATOR,
    PRESENTER,
    RECORDER,
    TIMEKEEPER,
    PARTICIPANT,
    COACH,
    /** A second person who takes notes: one alone cannot keep up. */
    SECOND_RECORDER,
    /** Who speaks for the group, or for a small group, when it reports. */
    REPORTER;

    /**
     * The role of this word.
     *
     * @throws IllegalArgumentException if it is no role's {@link #word}
     */
    public static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The word used in packs and on the wire: {@code facilitator}, {@code second-recorder}, … */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
