package org.tessera.assessment;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.tessera.account.PersonId;

/**
 * How near the levels an assessor gave lately are to what counted in the end.
 *
 * @param rows how many rows it is of, the last that two people scored
 * @param cases how many cases these are of
 * @param alike in how many of them the assessor gave the level that counted
 */
public record Drift(int rows, int cases, int alike) {

    /** Over how many rows. */
    public static final int ROWS = 20;

    /** Percent below which a certificate ends. */
    public static final int LEAST_EXACT = 70;

    /** Of fewer cases no figures are shown: they would tell of single hand-ins. */
    public static final int LEAST_CASES = 5;

    private static final int HUNDRED = 100;

    /** The drift of an assessor in the rows scored after {@code since}. */
    static Drift of(PersonId assessor, List<DoubleScore> scores, Instant since) {
        List<DoubleScore> last = scores.stream()
                .filter(score ->
                        score.isAlike(assessor).isPresent() && score.at().isAfter(since))
                .sorted(Comparator.comparing(DoubleScore::at)
                        .reversed()
                        .thenComparing(score -> score.on().value())
                        .thenComparing(DoubleScore::row))
                .limit(ROWS)
                .toList();
        return new Drift(
                last.size(), (int) last.stream().map(DoubleScore::on).distinct().count(), (int) last.stream()
                        .filter(score -> score.isAlike(assessor).orElse(false))
                        .count());
    }

    /** Percent of the rows, rounded down. */
    public int exact() {
        return rows == 0 ? 0 : alike * HUNDRED / rows;
    }

    /** Whether it is of so many cases that it tells of none of them. */
    public boolean isShown() {
        return cases >= LEAST_CASES;
    }

    /** Whether a certificate ends because of it; fewer than twenty rows tell nothing. */
    public boolean isTooLow() {
        return rows == ROWS && alike * HUNDRED < LEAST_EXACT * rows;
    }
}
