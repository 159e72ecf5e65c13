package org.tessera.protocol;

/** A phase's length in whole minutes: the least, the planned and the most. */
public record Minutes(int min, int target, int max) {

    public Minutes {
        if (min < 0 || target < min || max < target || max > 240) {
            throw new IllegalArgumentException(
                    "minutes must satisfy 0 <= min <= target <= max <= 240, not " + min + "/" + target + "/" + max);
        }
    }
}
