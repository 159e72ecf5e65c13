package org.tessera.proof;

import java.util.List;
import java.util.Optional;

/**
 * What checking a package came to.
 *
 * @param held a sentence for each check that held, in order
 * @param bad the first link that does not hold, if there is one; nothing behind it was looked at
 */
record Verdict(List<String> held, Optional<String> bad) {

    Verdict {
        held = List.copyOf(held);
    }

    boolean isSound() {
        return bad.isEmpty();
    }
}
