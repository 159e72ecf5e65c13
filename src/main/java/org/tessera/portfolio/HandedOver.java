package org.tessera.portfolio;

import java.util.ArrayList;
import java.util.List;
import org.tessera.credential.Credential;
import org.tessera.submission.HandIn;
import org.tessera.submission.Submission;
import org.tessera.submission.SubmissionEvent;

/** A submission with what was handed in last, and the evidence numbered. */
record HandedOver(
        Submission submission, Credential credential, SubmissionEvent.HandedIn event, List<EvidencePiece> evidence) {

    HandedOver {
        evidence = List.copyOf(evidence);
    }

    HandIn what() {
        return event.what();
    }

    /** The folder of its documents. */
    String folder() {
        return credential.ref().id().value();
    }

    /** What is missing from the evidence, piece by piece. */
    List<LeftOut> leftOut() {
        List<LeftOut> all = new ArrayList<>();
        for (EvidencePiece piece : evidence) {
            if (piece.shown().isEmpty()) {
                all.add(new LeftOut(
                        piece.number(),
                        piece.first().piece().exhibit().isPresent() ? LeftOut.Why.OWN : LeftOut.Why.CLOSED,
                        1));
            }
            piece.shown().ifPresent(shown -> shown.leftOut().entrySet().stream()
                    .sorted(java.util.Map.Entry.comparingByKey())
                    .forEach(left -> all.add(new LeftOut(piece.number(), left.getKey(), left.getValue()))));
        }
        return all;
    }
}
