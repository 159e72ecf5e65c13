package org.tessera.material;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Limits for tests: the product's own, but for what a test is about. */
final class Limits {

    private Limits() {}

    static IntakeLimits ours() {
        return patient(Duration.ofMinutes(1), 2);
    }

    static IntakeLimits patient(Duration patience, int drawers) {
        return of(DataSize.ofGigabytes(2), patience, drawers, DataSize.ofMegabytes(384));
    }

    static IntakeLimits team(DataSize most) {
        return of(most, Duration.ofMinutes(1), 2, DataSize.ofMegabytes(384));
    }

    static IntakeLimits narrow(DataSize memory) {
        return of(DataSize.ofGigabytes(2), Duration.ofMinutes(1), 2, memory);
    }

    private static IntakeLimits of(DataSize team, Duration patience, int drawers, DataSize memory) {
        return new IntakeLimits(DataSize.ofMegabytes(25), 40, 50_000_000, 4_000_000, team, patience, drawers, memory);
    }
}
