package org.tessera.submission.ui;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.tessera.credential.Aspect;
import org.tessera.credential.Rule;
import org.tessera.submission.Finding;
import org.tessera.submission.Miss;

/** Puts what a rule found into sentences. */
final class MissSentence {

    private final BiFunction<String, Object[], String> translate;
    private final Locale locale;

    /** Sentences in {@code locale}, for which {@code translate} turns a key and its parameters into text. */
    MissSentence(BiFunction<String, Object[], String> translate, Locale locale) {
        this.translate = translate;
        this.locale = locale;
    }

    /** How far the earner is, in a sentence or two. */
    String progress(Finding finding) {
        String kind =
                switch (finding) {
                    case Finding.Recorded _ -> "submission.rule.";
                    case Finding.Declared _ -> "submission.rule.declared.";
                };
        if (finding.met()) {
            return text(kind + "met", finding.count(), finding.needed());
        }
        return text(kind + "progress", finding.count(), finding.needed()) + " "
                + finding.misses().stream()
                        .filter(MissSentence::isNeeded)
                        .map(this::of)
                        .collect(joining(" "));
    }

    /** Who it goes by: the record of the meetings, or the earner's own word. */
    String basis(Finding finding) {
        return switch (finding) {
            case Finding.Recorded _ -> text("submission.basis.recorded");
            case Finding.Declared _ -> text("submission.basis.declared");
        };
    }

    /** Whether a miss says what is still needed, not why something does not count. */
    private static boolean isNeeded(Miss miss) {
        return miss instanceof Miss.StillNeeded
                || miss instanceof Miss.MeetingsNeeded
                || miss instanceof Miss.PiecesNeeded
                || miss instanceof Miss.ItemsNeeded;
    }

    /** Why linked discussions do not count, a sentence each. */
    List<String> reasons(Finding finding) {
        return finding.misses().stream()
                .filter(miss -> !isNeeded(miss))
                .map(this::of)
                .toList();
    }

    String of(Miss miss) {
        return switch (miss) {
            case Miss.StillNeeded still
            when still.newAspects() == 0 -> text("submission.rule.still.any", still.missing());
            case Miss.StillNeeded still
            when still.covered().isEmpty() -> text("submission.rule.still.first", still.missing());
            case Miss.StillNeeded still ->
                text("submission.rule.still.aspects", still.missing(), names(still.covered()));
            case Miss.NotFacilitated not
            when not.earner().isZero() ->
                text("submission.rule.never", not.discussion().title());
            case Miss.NotFacilitated not ->
                text(
                        "submission.rule.facilitated",
                        not.discussion().title(),
                        not.earner().toMinutes(),
                        not.another().toMinutes());
            case Miss.AspectNotNamed not ->
                text(
                        "submission.rule.aspect",
                        not.discussion().title(),
                        not.discussion().aspect().replace('-', ' '));
            case Miss.AspectRepeated again ->
                text(
                        "submission.rule.repeated",
                        again.discussion().title(),
                        again.aspect().name().in(locale),
                        again.covering().title());
            case Miss.OtherPlc other ->
                text("submission.rule.community", other.discussion().title());
            case Miss.MeetingsNeeded needed -> meetingsNeeded(needed);
            case Miss.OtherAspect other ->
                text(
                        "submission.rule.otherAspect",
                        other.discussion().title(),
                        other.wanted().name().in(locale));
            case Miss.NotThere not ->
                text("submission.rule.notThere", not.discussion().title());
            case Miss.OnlyWatched only ->
                text("submission.rule.onlyWatched", only.discussion().title());
            case Miss.NobodyPresented nobody ->
                text("submission.rule.nobodyPresented", nobody.discussion().title());
            case Miss.OtherWork other ->
                text(
                        "submission.rule.otherWork." + word(other.wanted()),
                        other.discussion().title());
            case Miss.TooFew few ->
                text(
                        "submission.rule.tooFew." + word(few.rule().work()),
                        few.discussion().title(),
                        few.there(),
                        few.rule().others());
            case Miss.LeftNothing left ->
                text("submission.rule.left", left.discussion().title());
            case Miss.NoMeeting no -> text("submission.rule.noMeeting", no.exhibits());
            case Miss.PiecesNeeded pieces -> text("submission.rule.pieces", pieces.missing());
            case Miss.ItemsNeeded items ->
                text(
                        "submission.rule.items",
                        items.items().stream()
                                .map(item -> item.name().in(locale))
                                .collect(joining("; ")));
        };
    }

    private String meetingsNeeded(Miss.MeetingsNeeded needed) {
        Rule.TookPart rule = needed.rule();
        String meeting = text(
                "submission.rule.meeting." + word(rule.work()),
                needed.missing(),
                rule.aspect().name().in(locale));
        String others = rule.others() == 0
                ? ""
                : " " + text("submission.rule.meeting.others." + word(rule.work()), rule.others());
        return meeting + others;
    }

    private static String word(Rule.Work work) {
        return work.name().toLowerCase(Locale.ROOT);
    }

    private String names(List<Aspect> aspects) {
        List<String> names =
                aspects.stream().map(aspect -> aspect.name().in(locale)).toList();
        int last = names.size() - 1;
        return last == 0
                ? names.getFirst()
                : String.join(", ", names.subList(0, last)) + " " + text("submission.or") + " " + names.get(last);
    }

    private String text(String key, Object... parameters) {
        return translate.apply(key, parameters);
    }
}
