package org.tessera.protocol;

import java.util.Locale;

/** What a person is in one room; never a kind of account. */
public enum Role {
    FACILITATOR,
    PRESENTER,
    RECORDER,
    TIMEKEEPER,
    PARTICIPANT,
    COACH;

    /** The word used in packs and on the wire: {@code facilitator}, {@code presenter}, … */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
