package org.tessera.badge;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a status list tells about badges. */
enum StatusPurpose {
    REVOCATION,
    SUSPENSION;

    /** The word of the specification. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<StatusPurpose> of(String word) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.word().equals(word))
                .findFirst();
    }
}
