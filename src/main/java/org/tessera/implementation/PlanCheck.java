package org.tessera.implementation;

import java.util.List;
import java.util.function.Predicate;
import org.tessera.entry.Entry;
import org.tessera.implementation.Finding.Condition;

/** Holds a plan against what the credential asks: help, and no judgement of how good the plan is. */
public final class PlanCheck {

    private PlanCheck() {}

    /** Every condition, in the order in which a plan is written. */
    public static List<Finding> of(ImplementationPlan plan) {
        Frame frame = plan.about();
        List<Entry<Step>> steps = plan.stepsThatServe();
        return List.of(
                said(Condition.TEAM_CHARGED, frame.charge()),
                said(Condition.LEAD_ROLE, frame.lead()),
                said(Condition.STAKEHOLDERS, frame.stakeholders()),
                new Finding(
                        Condition.NEED_SHOWN,
                        plan.goals().stream()
                                .flatMap(goal -> goal.body().sources().stream())
                                .anyMatch(source -> source.kind().isNeed()),
                        List.of()),
                new Finding(
                        Condition.GOALS,
                        plan.goals().stream()
                                .anyMatch(goal -> !goal.body().text().isBlank()),
                        List.of()),
                new Finding(Condition.FIRST_YEAR, frame.hasYear(), List.of()),
                each(
                        Condition.STEPS,
                        plan.goals(),
                        goal -> plan.stepsOf(goal.id()).isEmpty(),
                        goal -> goal.body().text()),
                each(Condition.BENCHMARKS, steps, step -> !step.body().isDetailed(), step -> step.body()
                        .what()),
                each(
                        Condition.DATES,
                        steps,
                        step -> step.body()
                                .due()
                                .filter(day -> !frame.isInYear(day))
                                .isPresent(),
                        step -> step.body().what()),
                new Finding(
                        Condition.SECOND_YEAR,
                        plan.strands().stream()
                                .anyMatch(strand -> !strand.body().text().isBlank()),
                        List.of()),
                each(
                        Condition.DEPENDS,
                        plan.strands(),
                        strand -> strand.body().dependsOn().isBlank(),
                        strand -> strand.body().text()));
    }

    private static Finding said(Condition condition, String words) {
        return new Finding(condition, !words.isBlank(), List.of());
    }

    private interface Told<T> {
        String in(Entry<T> entry);
    }

    /** Met if there is one at least, and nothing is wrong with any. */
    private static <T> Finding each(
            Condition condition, List<Entry<T>> all, Predicate<Entry<T>> isWrong, Told<T> told) {
        List<String> wrong = all.stream()
                .filter(isWrong)
                .map(entry -> told.in(entry).strip())
                .toList();
        return new Finding(condition, !all.isEmpty() && wrong.isEmpty(), wrong);
    }
}
