package org.tessera.implementation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tessera.entry.Entry;
import org.tessera.entry.EntryId;

/** A plan as it stands: its frame, if it was begun, and everything in it in the order in which it was begun. */
public record ImplementationPlan(
        Optional<Entry<Frame>> frame, List<Entry<Goal>> goals, List<Entry<Step>> steps, List<Entry<Strand>> strands) {

    public ImplementationPlan {
        goals = List.copyOf(goals);
        steps = List.copyOf(steps);
        strands = List.copyOf(strands);
    }

    /** The frame, blank where it was not begun. */
    public Frame about() {
        return frame.map(Entry::body).orElseGet(Frame::blank);
    }

    /** The steps of a goal: those with a date first, by date. */
    public List<Entry<Step>> stepsOf(EntryId goal) {
        return steps.stream()
                .filter(step -> step.body().goal().equals(goal.value()))
                .sorted(Comparator.comparing(step -> step.body().due().orElse(java.time.LocalDate.MAX)))
                .toList();
    }

    /** The steps of goals that are still there. */
    List<Entry<Step>> stepsThatServe() {
        return goals.stream().flatMap(goal -> stepsOf(goal.id()).stream()).toList();
    }
}
