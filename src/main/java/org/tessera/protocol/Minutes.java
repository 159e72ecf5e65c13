package org.tessera.protocol;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * A phase's length: the least, the planned and the most. Lengths are whole half minutes, the finest step a group can
 * keep to, up to four hours.
 */
public record Minutes(Duration min, Duration target, Duration max) {

    /** The finest step a plan is made in. */
    public static final Duration STEP = Duration.ofSeconds(30);

    private static final Duration LONGEST = Duration.ofMinutes(240);

    public Minutes {
        boolean rising = !min.isNegative() && min.compareTo(target) <= 0 && target.compareTo(max) <= 0;
        if (!rising || max.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "minutes must satisfy 0 <= min <= target <= max <= 240, not " + min + "/" + target + "/" + max);
        }
    }

    /** A length in whole minutes. */
    public static Minutes of(int min, int target, int max) {
        return new Minutes(Duration.ofMinutes(min), Duration.ofMinutes(target), Duration.ofMinutes(max));
    }

    /** A length that is not to be changed. */
    public static Minutes exactly(Duration length) {
        return new Minutes(length, length, length);
    }

    /** {@code length} in minutes: a whole number, or one with a half. */
    public static BigDecimal number(Duration length) {
        BigDecimal minutes = BigDecimal.valueOf(length.toSeconds())
                .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return minutes.scale() < 0 ? minutes.setScale(0) : minutes;
    }

    /** {@code length} made longer, where needed, to the next whole step. */
    public static Duration roundedUp(Duration length) {
        long step = STEP.toSeconds();
        return Duration.ofSeconds((length.toSeconds() + step - 1) / step * step);
    }
}
