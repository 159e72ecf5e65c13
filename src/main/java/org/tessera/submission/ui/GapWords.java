package org.tessera.submission.ui;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import org.tessera.credential.Credential;
import org.tessera.credential.Criterion;
import org.tessera.submission.Gap;
import org.tessera.submission.Spot;

/** What the pre-check found, in sentences that say what to do next. */
final class GapWords {

    private final Component page;
    private final Locale locale;
    private final Credential credential;

    GapWords(Component page, Locale locale, Credential credential) {
        this.page = page;
        this.locale = locale;
        this.credential = credential;
    }

    /** The name of a place. */
    String place(Spot spot) {
        return switch (spot) {
            case Spot.OfCollaboration _ -> page.getTranslation("handin.together");
            case Spot.OfPart(var part) ->
                credential.submission().stream()
                        .filter(one -> one.id().equals(part))
                        .map(one -> one.title().in(locale))
                        .findFirst()
                        .orElse(part);
            case Spot.OfRow(var row) ->
                credential
                        .criterion(row)
                        .map(Criterion::wording)
                        .map(wording -> wording.in(locale))
                        .orElse(row);
        };
    }

    String sentence(Gap gap) {
        return switch (gap) {
            case Gap.AnswerMissing _ -> page.getTranslation("handin.gap.answer");
            case Gap.LengthMissed missed -> length(missed);
            case Gap.LimitUnknown unknown -> page.getTranslation("handin.gap.limit", unknown.words());
            case Gap.EvidenceMissing missing ->
                page.getTranslation(missing.isKnown() ? "handin.gap.evidence" : "handin.gap.evidence.unknown");
            case Gap.AnnotationThin thin -> page.getTranslation("handin.gap.annotation", thin.words());
            case Gap.RuleMissed missed ->
                new MissSentence((key, parameters) -> page.getTranslation(key, parameters), locale)
                        .progress(missed.finding());
            case Gap.CollaborationUnsaid _ -> page.getTranslation("handin.gap.together");
            case Gap.QuotationUncited bare -> page.getTranslation("handin.gap.quotation", bare.words());
            case Gap.SourceUnlisted unlisted -> page.getTranslation("handin.gap.source", unlisted.citation());
            case Gap.AcronymUndefined unknown -> page.getTranslation("handin.gap.acronym", unknown.acronym());
            case Gap.PersonNamed named ->
                page.getTranslation(named.isWhole() ? "handin.gap.name" : "handin.gap.firstname", named.name());
            case Gap.PlaceNamed named ->
                page.getTranslation(named.isWhole() ? "handin.gap.place" : "handin.gap.place.maybe", named.name());
            case Gap.WordsWithheld withheld -> page.getTranslation("handin.gap.withheld", withheld.words());
            case Gap.LinkForbidden link -> page.getTranslation("handin.gap.link", link.link());
            case Gap.PhotoWaits _ -> page.getTranslation("handin.gap.photo");
            case Gap.Undescribed bare ->
                page.getTranslation("handin.gap.undescribed." + bare.way().word());
            case Gap.TooAlike alike -> page.getTranslation("handin.gap.alike", alike.alike(), alike.words());
        };
    }

    private String length(Gap.LengthMissed missed) {
        boolean isShort = missed.words() < missed.min().orElse(0);
        String sentence = isShort
                ? page.getTranslation(
                        "handin.gap.short", missed.words(), missed.min().orElse(0))
                : page.getTranslation(
                        "handin.gap.long", missed.words(), missed.max().orElse(0));
        return missed.isHard() ? sentence : sentence + " " + page.getTranslation("handin.gap.guide");
    }
}
