package org.tessera.submission;

import java.util.Set;

/** What can be asked of a submission. */
public sealed interface SubmissionCommand {

    /** The earner begins to work. */
    record Begin(Platform platform) implements SubmissionCommand {}

    /**
     * The earner hands in.
     *
     * @param changes what is different from the attempt before; needed from the second on
     * @param context what was different in a meeting that replaces another; needed where there is one
     * @param openGaps how much the pre-check found that would send it back
     */
    record HandOver(HandIn what, Set<Attestation> attested, String changes, String context, int openGaps)
            implements SubmissionCommand {
        public HandOver {
            attested = Set.copyOf(attested);
        }
    }

    /** An assessor sends it back unscored, because something is missing. */
    record SendBack(String why) implements SubmissionCommand {}

    /** An assessor finds it complete. */
    record Accept() implements SubmissionCommand {}

    /** It has been scored; if every row is met, the credential is earned. */
    record Score(Set<String> unmet) implements SubmissionCommand {
        public Score {
            unmet = Set.copyOf(unmet);
        }
    }

    /** The earner asks for another look at what was found. */
    record Appeal() implements SubmissionCommand {}

    /** Somebody else has looked; what is not met now. */
    record HearAppeal(Set<String> unmet) implements SubmissionCommand {
        public HearAppeal {
            unmet = Set.copyOf(unmet);
        }
    }

    /** The earner goes on after rows were not met. */
    record TryAgain() implements SubmissionCommand {}

    /** A coach writes down that they have talked, and what about. */
    record NoteTalk(String about) implements SubmissionCommand {}
}
