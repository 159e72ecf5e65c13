package org.tessera.assessment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the events of a case come to.
 *
 * @param ratings what was given last by task; each list replaces the one before it
 * @param outstanding the tasks somebody has to do now
 * @param passedBack why it came back, until it has been rated again
 * @param again the rows somebody has to decide although the scorers agreed, in the order in which they were given back
 * @param heard what was found after an appeal
 */
record CaseState(
        Stage stage,
        Map<Task, List<Rating>> ratings,
        Set<Task> outstanding,
        Optional<CaseEvent.PassedBack> passedBack,
        List<String> again,
        Optional<CaseEvent.Appealed> appealed,
        List<Rating> heard) {

    static CaseState of(Brief brief, List<CaseEvent> history) {
        Stage stage = Stage.CHECK;
        Map<Task, List<Rating>> ratings = new EnumMap<>(Task.class);
        Set<Task> outstanding = EnumSet.of(Task.CHECK);
        Optional<CaseEvent.PassedBack> passedBack = Optional.empty();
        List<String> again = new ArrayList<>();
        Optional<CaseEvent.Appealed> appealed = Optional.empty();
        List<Rating> heard = List.of();
        for (CaseEvent event : history) {
            outstanding.clear();
            switch (event) {
                case CaseEvent.FoundComplete _ -> {
                    stage = Stage.SCORE;
                    outstanding.addAll(scorers(brief));
                }
                case CaseEvent.FoundIncomplete _ -> stage = Stage.RETURNED;
                case CaseEvent.Scored scored -> {
                    ratings.put(scored.task(), scored.ratings());
                    outstanding.addAll(scorers(brief));
                    outstanding.removeAll(ratings.keySet());
                    if (outstanding.isEmpty()) {
                        passedBack = Optional.empty();
                        stage = differing(ratings).isEmpty() ? afterRating(brief) : Stage.ADJUDICATE;
                    }
                }
                case CaseEvent.Adjudicated adjudicated -> {
                    ratings.put(Task.ADJUDICATION, adjudicated.ratings());
                    passedBack = Optional.empty();
                    stage = afterRating(brief);
                }
                case CaseEvent.Approved _ -> stage = Stage.DECIDED;
                case CaseEvent.PassedBack back -> {
                    passedBack = Optional.of(back);
                    if (ratings.containsKey(Task.ADJUDICATION)) {
                        ratings.remove(Task.ADJUDICATION);
                        again.addAll(back.rows());
                        stage = Stage.ADJUDICATE;
                    } else {
                        ratings.clear();
                        stage = Stage.SCORE;
                        outstanding.addAll(scorers(brief));
                    }
                }
                case CaseEvent.Appealed appeal -> {
                    appealed = Optional.of(appeal);
                    stage = Stage.APPEAL;
                }
                case CaseEvent.AppealHeard last -> {
                    heard = last.ratings();
                    stage = Stage.DECIDED;
                }
            }
            switch (stage) {
                case ADJUDICATE -> outstanding.add(Task.ADJUDICATION);
                case APPROVE -> outstanding.add(Task.APPROVAL);
                case APPEAL -> outstanding.add(Task.APPEAL);
                case CHECK, SCORE, DECIDED, RETURNED -> {}
            }
        }
        return new CaseState(stage, ratings, outstanding, passedBack, again, appealed, heard);
    }

    private static Set<Task> scorers(Brief brief) {
        return brief.isSecondScored() ? EnumSet.of(Task.FIRST_SCORE, Task.SECOND_SCORE) : EnumSet.of(Task.FIRST_SCORE);
    }

    private static Stage afterRating(Brief brief) {
        return brief.isApproved() ? Stage.APPROVE : Stage.DECIDED;
    }

    /** The rows in which the two scorers found different levels, in the order of the rubric. */
    List<String> differing() {
        return differing(ratings);
    }

    private static List<String> differing(Map<Task, List<Rating>> ratings) {
        List<Rating> second = ratings.getOrDefault(Task.SECOND_SCORE, List.of());
        return ratings.getOrDefault(Task.FIRST_SCORE, List.of()).stream()
                .filter(one -> second.stream()
                        .anyMatch(other ->
                                other.row().equals(one.row()) && !other.level().equals(one.level())))
                .map(Rating::row)
                .toList();
    }

    /**
     * The rows somebody decides: first those that differ, then those given back. What is added comes last, because words about a
     * row are kept by its number.
     */
    List<String> toDecide() {
        List<String> rows = new ArrayList<>(differing());
        rows.addAll(again);
        return rows;
    }
}
