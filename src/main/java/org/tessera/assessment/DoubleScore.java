package org.tessera.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tessera.account.PersonId;

/**
 * A row that two people scored without knowing of each other.
 *
 * @param at when both had
 * @param levels what each of the two gave, by task
 * @param people who gave it, as far as it is known
 * @param found what counted in the end
 */
record DoubleScore(
        CaseId on,
        String row,
        Scale scale,
        Instant at,
        Map<Task, String> levels,
        Map<Task, PersonId> people,
        String found) {

    DoubleScore {
        levels = Map.copyOf(levels);
        people = Map.copyOf(people);
    }

    /** The rows of a case that were scored twice; none before there is a result the earner can read. */
    static List<DoubleScore> of(Case one, Map<Task, PersonId> people) {
        boolean isTold = one.stage() == Stage.DECIDED || one.stage() == Stage.APPEAL;
        List<Rating> second = one.ratings(Task.SECOND_SCORE);
        Optional<Instant> at = one.history().stream()
                .filter(CaseEvent.Scored.class::isInstance)
                .map(CaseEvent::at)
                .max(Instant::compareTo);
        if (!isTold || second.isEmpty() || at.isEmpty()) {
            return List.of();
        }
        return one.ratings(Task.FIRST_SCORE).stream()
                .flatMap(first -> second.stream()
                        .filter(other -> other.row().equals(first.row()))
                        .flatMap(other -> one.findings().stream()
                                .filter(finding -> finding.row().equals(first.row()))
                                .map(finding -> new DoubleScore(
                                        one.id(),
                                        first.row(),
                                        one.brief()
                                                .row(first.row())
                                                .orElseThrow()
                                                .scale(),
                                        at.get(),
                                        Map.of(Task.FIRST_SCORE, first.level(), Task.SECOND_SCORE, other.level()),
                                        people,
                                        finding.level()))))
                .toList();
    }

    /** How high the levels are that the two gave. */
    Map<Task, Integer> heights() {
        return Map.of(
                Task.FIRST_SCORE, scale.heightOf(levels.getOrDefault(Task.FIRST_SCORE, "")),
                Task.SECOND_SCORE, scale.heightOf(levels.getOrDefault(Task.SECOND_SCORE, "")));
    }

    /** Whether somebody gave the level that counted; nothing if they did not score it. */
    Optional<Boolean> isAlike(PersonId person) {
        return levels.entrySet().stream()
                .filter(given -> person.equals(people.get(given.getKey())))
                .findFirst()
                .map(given -> given.getValue().equals(found));
    }
}
