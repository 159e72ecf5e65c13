package org.tessera.submission;

import java.time.Duration;
import java.util.List;
import org.tessera.credential.Aspect;

/** Why a facilitation rule is not met, or why a linked discussion does not count towards it. */
public sealed interface Miss {

    /**
     * Discussions are missing.
     *
     * @param counted how many count so far
     * @param needed how many must count
     * @param covered the aspects they are on; where more are needed they must be on others
     * @param newAspects how many of the missing ones must each be on an aspect of its own
     */
    record StillNeeded(int counted, int needed, List<Aspect> covered, int newAspects) implements Miss {
        public StillNeeded {
            covered = List.copyOf(covered);
        }

        /** How many discussions are missing. */
        public int missing() {
            return needed - counted;
        }
    }

    /** Somebody else held the facilitator's role at least as long as the earner. */
    record NotFacilitated(Discussion discussion, Duration earner, Duration another) implements Miss {}

    /** The credential is not known to count the discussion's aspect. */
    record AspectNotNamed(Discussion discussion) implements Miss {}

    /** An earlier discussion already covers the aspect. */
    record AspectRepeated(Discussion discussion, Aspect aspect, Discussion covering) implements Miss {}

    /** The discussion was in another learning community than the others. */
    record OtherPlc(Discussion discussion) implements Miss {}
}
