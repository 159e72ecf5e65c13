package org.tessera.credential.ui;

import static java.util.stream.Collectors.joining;

import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tessera.credential.Rule;
import org.tessera.credential.Wording;

/** What a rule counts, in a sentence or two; it begins with who says so: the meetings' record or the earner. */
final class RuleLine extends Paragraph {

    private static final long serialVersionUID = 1L;

    RuleLine(Rule rule) {
        addClassName("credential-rule");
        setText(
                switch (rule) {
                    case Rule.Facilitated facilitated -> words(facilitated);
                    case Rule.TookPart tookPart -> words(tookPart);
                    case Rule.Pieces pieces -> getTranslation("credential.rule.pieces", pieces.atLeast());
                    case Rule.Items items ->
                        getTranslation(
                                "credential.rule.items",
                                names(items.items().stream()
                                        .map(Rule.Item::name)
                                        .toList()));
                });
    }

    private String words(Rule.Facilitated rule) {
        return Stream.of(
                        getTranslation("credential.rule.facilitated", rule.atLeast(), rule.distinctAspects()),
                        rule.samePlc() ? getTranslation("credential.rule.samePlc") : "",
                        getTranslation(
                                "credential.rule.aspects",
                                names(rule.aspects().stream()
                                        .map(aspect -> aspect.name())
                                        .toList())))
                .filter(sentence -> !sentence.isEmpty())
                .collect(joining(" "));
    }

    private String words(Rule.TookPart rule) {
        String work = rule.work().name().toLowerCase(Locale.ROOT);
        String counted = getTranslation(
                "credential.rule.tookPart." + work,
                rule.atLeast(),
                rule.aspect().name().in(getLocale()));
        String others = rule.others() == 0 ? "" : " " + getTranslation("credential.rule.others." + work, rule.others());
        return counted + others;
    }

    private String names(List<Wording> names) {
        return names.stream().map(name -> name.in(getLocale())).collect(joining(", "));
    }
}
