package org.tessera.credential;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How long an answer may be, in words. Platforms differ: one enforces, another advises.
 *
 * @param enforcement empty where nobody knows
 */
public record WordLimit(Wording wording, OptionalInt min, OptionalInt max, Optional<Enforcement> enforcement) {

    /** What a limit means. */
    public enum Enforcement {
        HARD,
        ADVISORY
    }
}
