package org.tessera.assessment;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.DistrictId;
import org.tessera.submission.SubmissionId;

/** How a district's cases ended, for who counts them. */
@Service
public class Outcomes {

    private final CaseStore store;
    private final Panels panels;
    private final InstantSource clock;

    Outcomes(CaseStore store, Panels panels, InstantSource clock) {
        this.store = store;
        this.panels = panels;
        this.clock = clock;
    }

    /**
     * All cases of a district that came to a result or went back, in the order in which they were opened. The caller makes
     * sure that nobody learns of it who may not.
     */
    @Transactional(readOnly = true)
    public List<Outcome> of(DistrictId district) {
        BusinessDays calendar = panels.calendarOf(district);
        Map<SubmissionId, Integer> scored = new HashMap<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (KeptCase kept : store.of(district)) {
            Case now = kept.now();
            if (now.settledAt().isEmpty()) {
                continue;
            }
            boolean isReturned = now.stage() == Stage.RETURNED;
            int attempt = scored.getOrDefault(kept.submission(), 0) + 1;
            if (!isReturned) {
                scored.put(kept.submission(), attempt);
            }
            outcomes.add(new Outcome(
                    now.brief().credential(),
                    kept.handIn(),
                    attempt,
                    Turnaround.of(now, calendar, clock.instant()),
                    isReturned,
                    now.findings().stream()
                            .map(finding -> new Outcome.RowOutcome(
                                    finding.row(), finding.level(), finding.isMet(), scores(now, finding.row())))
                            .toList()));
        }
        return outcomes;
    }

    private static Optional<Outcome.Scores> scores(Case now, String row) {
        return height(now, Task.FIRST_SCORE, row)
                .flatMap(first -> height(now, Task.SECOND_SCORE, row).map(second -> new Outcome.Scores(first, second)));
    }

    private static Optional<Integer> height(Case now, Task task, String row) {
        return now.ratings(task).stream()
                .filter(rating -> rating.row().equals(row))
                .findFirst()
                .flatMap(rating -> now.brief().row(row).map(one -> one.scale().heightOf(rating.level())));
    }
}
