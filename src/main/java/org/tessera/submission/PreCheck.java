package org.tessera.submission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tessera.credential.Credential;
import org.tessera.credential.Criterion;
import org.tessera.credential.Standing;
import org.tessera.credential.SubmissionPart;
import org.tessera.credential.WordLimit;
import org.tessera.writing.Bibliography;
import org.tessera.writing.Likeness;
import org.tessera.writing.Quotation;
import org.tessera.writing.Stretch;
import org.tessera.writing.Words;

/**
 * Says what an assessor would send back.
 *
 * @param draft what would be handed in
 * @param coverage the requirements and rubric rows with what is linked to them
 * @param hadCompany whether colleagues were at a meeting the evidence comes from
 * @param othersTexts what team-mates have written, each text by itself
 * @param shared texts several people may well have in common: questions, what the team wrote together
 * @param withheld notes of colleagues who have not agreed that they stand here
 */
record PreCheck(
        Credential credential,
        Platform platform,
        HandIn draft,
        List<Coverage> coverage,
        boolean hadCompany,
        Roster roster,
        Bibliography sources,
        Collection<String> othersTexts,
        Collection<String> shared,
        Collection<String> withheld) {

    private static final Pattern LINK = Pattern.compile("(?i)\\b(?:https?://|www\\.)[^\\s)>\\]]+");
    private static final int FEW_WORDS = 5;
    private static final int EXCERPT = 80;

    /** Everything found, in the order of the parts: what comes back before what is worth a look. */
    List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        for (SubmissionPart part : credential.submission()) {
            if (part.id().equals(HandIn.EVIDENCE)) {
                coverage.forEach(row -> gaps.addAll(evidence(row)));
            } else {
                gaps.addAll(answer(part));
            }
        }
        gaps.addAll(collaboration());
        return Stream.concat(gaps.stream().filter(Gap::comesBack), gaps.stream().filter(gap -> !gap.comesBack()))
                .toList();
    }

    private List<Gap> answer(SubmissionPart part) {
        Spot spot = new Spot.OfPart(part.id());
        String text = draft.answer(part.id()).orElse("");
        if (text.isBlank()) {
            return List.of(new Gap.AnswerMissing(spot));
        }
        List<Gap> gaps = new ArrayList<>();
        part.limit().flatMap(limit -> length(spot, limit, Words.count(text))).ifPresent(gaps::add);
        gaps.addAll(text(spot, text));
        draft.beside(part.id()).forEach(one -> gaps.addAll(words(spot, one.words())));
        return gaps;
    }

    private Optional<Gap> length(Spot spot, WordLimit limit, int words) {
        if (limit.min().isEmpty() && limit.max().isEmpty()) {
            return Optional.of(new Gap.LimitUnknown(spot, words));
        }
        boolean isKept = words >= limit.min().orElse(0) && words <= limit.max().orElse(Integer.MAX_VALUE);
        boolean isHard = platform.holdsToLimits()
                && limit.enforcement()
                        .filter(enforcement -> enforcement == WordLimit.Enforcement.HARD)
                        .isPresent();
        return isKept
                ? Optional.empty()
                : Optional.of(new Gap.LengthMissed(spot, words, limit.min(), limit.max(), isHard));
    }

    private List<Gap> evidence(Coverage row) {
        Criterion criterion = row.criterion();
        Spot spot = new Spot.OfRow(criterion.id());
        if (row.links().isEmpty()) {
            boolean isAskedFor = criterion.kind() == Criterion.Kind.REQUIREMENT
                    || criterion.id().equals("rubric-" + HandIn.EVIDENCE);
            boolean isKnown = criterion.kind() == Criterion.Kind.REQUIREMENT
                    && criterion.wording().standing() != Standing.PLACEHOLDER;
            return isAskedFor ? List.of(new Gap.EvidenceMissing(spot, isKnown)) : List.of();
        }
        List<Gap> gaps = new ArrayList<>();
        row.finding()
                .filter(finding -> !finding.met())
                .ifPresent(finding -> gaps.add(new Gap.RuleMissed(spot, finding)));
        draft.evidence().stream()
                .filter(piece -> piece.criterion().equals(criterion.id()))
                .forEach(piece -> {
                    int words = Words.count(piece.annotation());
                    if (words < FEW_WORDS) {
                        gaps.add(new Gap.AnnotationThin(spot, piece.piece(), words));
                    }
                    gaps.addAll(text(spot, piece.annotation()));
                });
        return gaps;
    }

    private List<Gap> collaboration() {
        Spot spot = new Spot.OfCollaboration();
        if (draft.collaboration().isBlank()) {
            return hadCompany ? List.of(new Gap.CollaborationUnsaid(spot)) : List.of();
        }
        // team-mates may well describe their common meetings in the same words: the note is not individual
        return words(spot, draft.collaboration());
    }

    private List<Gap> text(Spot spot, String text) {
        List<Gap> gaps = new ArrayList<>(words(spot, text));
        List<Stretch> cited = new ArrayList<>();
        for (Quotation quotation : Quotation.in(text)) {
            if (quotation.citation().isEmpty()) {
                gaps.add(
                        new Gap.QuotationUncited(spot, excerpt(quotation.where().of(text))));
            } else if (sources.cited(quotation.citation().get()).isEmpty()) {
                gaps.add(new Gap.SourceUnlisted(spot, quotation.citation().get()));
            } else {
                cited.add(quotation.where());
            }
        }
        alike(spot, text, cited).ifPresent(gaps::add);
        return gaps;
    }

    private Optional<Gap> alike(Spot spot, String text, List<Stretch> cited) {
        Likeness likeness = Likeness.of(
                new Likeness.Subject(text, cited),
                othersTexts.stream()
                        .map(other -> new Likeness.Subject(
                                other,
                                Quotation.in(other).stream()
                                        .filter(quotation ->
                                                quotation.citation().isPresent())
                                        .map(Quotation::where)
                                        .toList()))
                        .toList(),
                shared);
        return likeness.isTooMuch()
                ? Optional.of(new Gap.TooAlike(
                        spot,
                        likeness.alike(),
                        likeness.words(),
                        likeness.passages().stream()
                                .map(passage -> passage.of(text))
                                .toList()))
                : Optional.empty();
    }

    private List<Gap> words(Spot spot, String text) {
        List<Gap> gaps = new ArrayList<>();
        roster.in(text)
                .forEach(found -> gaps.add(
                        found.whose().kind() == Roster.Kind.PERSON
                                ? new Gap.PersonNamed(spot, found.name(), found.isWhole())
                                : new Gap.PlaceNamed(spot, found.name(), found.isWhole())));
        String plain = plain(text);
        withheld.stream()
                .map(PreCheck::plain)
                .filter(words -> Words.count(words) >= FEW_WORDS)
                .filter(plain::contains)
                .distinct()
                .forEach(words -> gaps.add(new Gap.WordsWithheld(spot, excerpt(words))));
        if (!platform.takesLinks()) {
            Matcher link = LINK.matcher(text);
            while (link.find()) {
                gaps.add(new Gap.LinkForbidden(spot, excerpt(link.group())));
            }
        }
        Acronyms.undefined(text, everything()).forEach(letters -> gaps.add(new Gap.AcronymUndefined(spot, letters)));
        return gaps;
    }

    private String everything() {
        return Stream.of(
                        draft.answers().stream().map(WrittenAnswer::text),
                        Stream.of(draft.collaboration()),
                        draft.attachments().stream().map(FrozenAttachment::words),
                        draft.evidence().stream().map(FrozenEvidence::annotation))
                .flatMap(texts -> texts)
                .collect(Collectors.joining("\n"));
    }

    /** Without what a quotation adds to words: marks of its lines, and other breaks. */
    private static String plain(String words) {
        return words.replaceAll("(?m)^> ?", "").replaceAll("\\s+", " ").strip();
    }

    private static String excerpt(String words) {
        String plain = words.replaceAll("\\s+", " ").strip();
        int end = plain.offsetByCodePoints(0, Math.min(EXCERPT, plain.codePointCount(0, plain.length())));
        return end < plain.length() ? plain.substring(0, end) + "…" : plain;
    }
}
