package org.tessera.assessment;

import java.util.List;
import java.util.Optional;
import org.tessera.submission.Gap;
import org.tessera.submission.Spot;

/** Puts what the earner’s own check noticed into the words of the first gate, without quoting anything. */
final class Noticing {

    private Noticing() {}

    /** What was noticed and where, each once. */
    static List<Brief.Noticed> of(List<Gap> gaps) {
        return gaps.stream()
                .flatMap(gap -> lack(gap).map(lack -> new Brief.Noticed(place(gap.spot()), lack)).stream())
                .distinct()
                .toList();
    }

    private static String place(Spot spot) {
        return switch (spot) {
            case Spot.OfPart(var part) -> part;
            case Spot.OfRow(var row) -> row;
            case Spot.OfCollaboration _ -> Desk.WHOLE;
        };
    }

    /** Acronyms and photos that wait are nothing to send back for, and a limit that nobody knows is no limit. */
    private static Optional<Lack> lack(Gap gap) {
        return switch (gap) {
            case Gap.AnswerMissing _ -> Optional.of(Lack.ANSWER);
            case Gap.LengthMissed _ -> Optional.of(Lack.LENGTH);
            case Gap.EvidenceMissing missing -> missing.isKnown() ? Optional.of(Lack.EVIDENCE) : Optional.empty();
            case Gap.RuleMissed _ -> Optional.of(Lack.EVIDENCE);
            case Gap.AnnotationThin _ -> Optional.of(Lack.ANNOTATION);
            case Gap.CollaborationUnsaid _ -> Optional.of(Lack.COLLABORATION);
            case Gap.QuotationUncited _, Gap.SourceUnlisted _ -> Optional.of(Lack.SOURCE);
            case Gap.LinkForbidden _ -> Optional.of(Lack.LINK);
            case Gap.TooAlike _ -> Optional.of(Lack.ALIKE);
            case Gap.PersonNamed _, Gap.PlaceNamed _, Gap.WordsWithheld _ -> Optional.of(Lack.NAMED);
            case Gap.LimitUnknown _, Gap.AcronymUndefined _, Gap.PhotoWaits _, Gap.Undescribed _ -> Optional.empty();
        };
    }
}
