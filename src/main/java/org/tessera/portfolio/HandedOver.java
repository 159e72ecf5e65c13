package org.tessera.portfolio;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
            if (piece.isOfMeeting() && piece.shown().isEmpty()) {
                all.add(new LeftOut(piece.number(), LeftOut.Why.CLOSED, 1));
            }
            Map<LeftOut.Why, Integer> missing = new EnumMap<>(LeftOut.Why.class);
            piece.shown().map(ShownContent::leftOut).ifPresent(missing::putAll);
            missing.putAll(piece.besides().leftOut());
            missing.forEach((why, count) -> all.add(new LeftOut(piece.number(), why, count)));
        }
        return all;
    }
}
