package org.tessera.submission;

import java.util.Set;

/** Why a submission stays as it is. Each has a sentence under {@code handin.no.<name>}. */
public sealed interface SubmissionRefusal {

    /** It cannot be done as things stand. */
    record WrongStatus(Status now) implements SubmissionRefusal {}

    /** Only the earner may. */
    record NotYours() implements SubmissionRefusal {}

    /** The earner has not said all that has to be said. */
    record Unattested(Set<Attestation> missing) implements SubmissionRefusal {
        public Unattested {
            missing = Set.copyOf(missing);
        }
    }

    /** It would come straight back. */
    record WouldComeBack(int gaps) implements SubmissionRefusal {}

    /** A further attempt says what is different. */
    record ChangesUnsaid() implements SubmissionRefusal {}

    /** Evidence of another meeting than before needs a word about it. */
    record ContextUnsaid() implements SubmissionRefusal {}

    /** Something has changed in a row that was met. */
    record ClosedRow(String row) implements SubmissionRefusal {}

    /** After so many attempts coach and earner talk first. */
    record TalkFirst(int attempts) implements SubmissionRefusal {}

    /** Somebody is looking at it once more; until then nothing else can be done. */
    record AppealOpen() implements SubmissionRefusal {}

    /** The earner's district has nobody who assesses. */
    record NoPanel() implements SubmissionRefusal {}

    /** Nobody is one's own coach. */
    record OwnCoach() implements SubmissionRefusal {}

    /** A row that the credential does not have, or no words where some are needed. */
    record Unreadable() implements SubmissionRefusal {}

    /** No such submission, or none this person may see: the answer does not tell which. */
    record Unknown() implements SubmissionRefusal {}

    /** It was changed elsewhere in the meantime. */
    record Stale() implements SubmissionRefusal {}
}
