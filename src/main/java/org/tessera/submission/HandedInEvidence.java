package org.tessera.submission;

import org.springframework.stereotype.Component;
import org.tessera.account.PersonId;

/** What was handed in stays handed in, also when it came back: whoever assessed it has read it. */
@Component
class HandedInEvidence implements HandedIn {

    private final SubmissionStore store;

    HandedInEvidence(SubmissionStore store) {
        this.store = store;
    }

    @Override
    public boolean uses(PersonId earner, Piece piece) {
        return store.of(earner).stream()
                .flatMap(submission -> submission.handedIn().stream())
                .map(SubmissionEvent.HandedIn::what)
                .anyMatch(what -> what.evidence().stream()
                                .anyMatch(evidence -> evidence.piece().equals(piece))
                        || what.attachments().stream()
                                .anyMatch(one ->
                                        piece.exhibit().filter(one.id()::equals).isPresent()));
    }
}
