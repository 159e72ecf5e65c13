package org.tessera.implementation.ui;

import com.vaadin.flow.component.Component;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tessera.entry.Entry;
import org.tessera.entry.ui.PaperDraft;
import org.tessera.implementation.Citation;
import org.tessera.implementation.Frame;
import org.tessera.implementation.Goal;
import org.tessera.implementation.ImplementationPlan;
import org.tessera.implementation.Step;
import org.tessera.record.Paper;

/** An implementation plan as a document. */
final class PlanPaper {

    private PlanPaper() {}

    static Paper of(Component page, Locale language, ImplementationPlan plan) {
        Frame frame = plan.about();
        PaperDraft draft = new PaperDraft(page);
        frame.reach()
                .ifPresent(reach -> draft.section(
                        "implementation.reach",
                        page.getTranslation(
                                "implementation.reach." + reach.name().toLowerCase(Locale.ROOT))));
        draft.section("implementation.charge", frame.charge())
                .section("implementation.role", frame.lead())
                .section("implementation.stakeholders", frame.stakeholders())
                .heading("implementation.first");
        if (frame.hasYear()) {
            draft.says(
                    "implementation.paper.year",
                    day(frame.firstDay().orElseThrow(), language),
                    day(frame.lastDay().orElseThrow(), language));
        }
        plan.goals().forEach(goal -> goal(page, language, plan, goal, draft));
        draft.heading("implementation.second");
        plan.strands().forEach(strand -> draft.words(strand.body().text())
                .points(
                        strand.body().dependsOn().isBlank()
                                ? List.of()
                                : List.of(page.getTranslation(
                                        "implementation.paper.depends",
                                        strand.body().dependsOn()))));
        String title = frame.title().isBlank() ? page.getTranslation("implementation.title") : frame.title();
        return draft.aside("implementation.paper").paper(title, language);
    }

    private static void goal(
            Component page, Locale language, ImplementationPlan plan, Entry<Goal> goal, PaperDraft draft) {
        draft.titled(
                page.getTranslation("implementation.paper.goal", goal.body().text()));
        if (!goal.body().sources().isEmpty()) {
            draft.says("implementation.paper.sources")
                    .points(goal.body().sources().stream()
                            .map(one -> told(page, one))
                            .toList());
        }
        List<Entry<Step>> steps = plan.stepsOf(goal.id());
        if (!steps.isEmpty()) {
            draft.says("implementation.paper.steps")
                    .points(steps.stream()
                            .map(step -> step(page, language, step.body()))
                            .toList());
        }
    }

    static String told(Component page, Citation one) {
        return page.getTranslation("implementation.source." + one.kind().name().toLowerCase(Locale.ROOT), one.words());
    }

    private static String step(Component page, Locale language, Step step) {
        return String.join(
                " · ",
                Stream.of(
                                step.due()
                                        .map(due -> page.getTranslation("implementation.paper.due", day(due, language)))
                                        .orElse(""),
                                step.what(),
                                step.who(),
                                step.benchmark().isBlank()
                                        ? ""
                                        : page.getTranslation("implementation.paper.benchmark", step.benchmark()))
                        .filter(part -> !part.isBlank())
                        .toList());
    }

    private static String day(LocalDate day, Locale language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(day);
    }
}
