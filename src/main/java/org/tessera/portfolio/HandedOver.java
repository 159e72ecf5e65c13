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
        Submission submission,
        Credential credential,
        SubmissionEvent.HandedIn event,
        List<EvidencePiece> evidence,
        List<BesideText> beside) {

    HandedOver {
        evidence = List.copyOf(evidence);
        beside = List.copyOf(beside);
    }

    HandIn what() {
        return event.what();
    }

    /** The folder of its documents. */
    String folder() {
        return credential.ref().id().value();
    }

    /** What stands beside the text of a part. */
    List<BesideText> beside(String part) {
        return beside.stream().filter(one -> one.what().part().equals(part)).toList();
    }

    /** What is missing from the evidence, piece by piece, and beside the texts. */
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
        Map<LeftOut.Why, Integer> missing = new EnumMap<>(LeftOut.Why.class);
        beside.forEach(one -> one.shown().leftOut().forEach((why, count) -> missing.merge(why, count, Integer::sum)));
        missing.forEach((why, count) -> all.add(new LeftOut(0, why, count)));
        return all;
    }
}
