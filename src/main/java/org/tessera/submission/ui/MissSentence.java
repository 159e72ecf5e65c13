package org.tessera.submission.ui;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.tessera.credential.Aspect;
import org.tessera.submission.Finding;
import org.tessera.submission.Miss;

/** Puts what a facilitation rule found into sentences. */
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
        if (finding.met()) {
            return text("submission.rule.met", finding.counted().size(), finding.needed());
        }
        return text("submission.rule.progress", finding.counted().size(), finding.needed()) + " "
                + finding.misses().stream()
                        .filter(Miss.StillNeeded.class::isInstance)
                        .map(this::of)
                        .collect(joining(" "));
    }

    /** Why linked discussions do not count, a sentence each. */
    List<String> reasons(Finding finding) {
        return finding.misses().stream()
                .filter(miss -> !(miss instanceof Miss.StillNeeded))
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
        };
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
