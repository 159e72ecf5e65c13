package org.tessera.assessment;

import java.util.List;
import java.util.Optional;
import org.tessera.credential.CredentialRef;

/**
 * How one case ended, for counting. It tells neither whose it was nor who assessed it.
 *
 * @param handIn which hand-in of its submission it was, from 1
 * @param attempt which attempt it was, from 1; what came back incomplete is the same attempt
 * @param turnaround how long it took; {@link Turnaround#settled()} is always there
 * @param isReturned whether it came back unscored
 * @param rows what was found, in the order of the rubric; nothing for what came back
 */
public record Outcome(
        CredentialRef credential,
        int handIn,
        int attempt,
        Turnaround turnaround,
        boolean isReturned,
        List<RowOutcome> rows) {

    public Outcome {
        rows = List.copyOf(rows);
    }

    /** Whether every row was met, so that the credential was earned. */
    public boolean isEarned() {
        return !isReturned && rows.stream().allMatch(RowOutcome::isMet);
    }

    /**
     * What was found in a row.
     *
     * @param scored the two scorers' levels, where two scored it
     */
    public record RowOutcome(String row, String level, boolean isMet, Optional<Scores> scored) {}

    /** How high two scorers rated the same row, each without the other: from 0 for the lowest level. */
    public record Scores(int first, int second) {}
}
