package org.tessera.portfolio;

import java.util.List;
import java.util.Optional;
import org.tessera.artifact.Artifact;
import org.tessera.submission.FrozenEvidence;

/**
 * An artifact or exhibit, or a part of one, with everything it is evidence for.
 *
 * @param number from 1, in the order of the requirements and rubric rows
 * @param uses what it is evidence for, in that order
 * @param artifact where it comes from; nothing for an exhibit, and if the earner may not open it any more
 * @param shown what of it stands in the package
 * @param besides pages, and what an exhibit says
 */
record EvidencePiece(
        int number,
        List<FrozenEvidence> uses,
        Optional<Artifact> artifact,
        Optional<ShownContent> shown,
        Besides.Shown besides) {

    EvidencePiece {
        uses = List.copyOf(uses);
    }

    FrozenEvidence first() {
        return uses.getFirst();
    }

    /** The number as files and documents have it: 01, 02 and so on. */
    String label() {
        return "%02d".formatted(number);
    }

    /** Whether a meeting left it. */
    boolean isOfMeeting() {
        return first().piece().artifact().isPresent();
    }
}
