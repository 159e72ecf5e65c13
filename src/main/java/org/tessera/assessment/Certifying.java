package org.tessera.assessment;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tessera.agreement.AgreementFigures;

/**
 * Whether the trials of one round are enough for a certificate: the rulebook.
 *
 * @param anchors how many anchors were rated
 * @param rows how many rows of them
 * @param exact percent of rows with the true level, rounded down, so that nobody reads 80 and is not certified
 * @param kappa what of it goes beyond chance; nothing where everybody gave the same level everywhere
 * @param missing why it is not enough
 */
public record Certifying(int anchors, int rows, int exact, Optional<Double> kappa, Set<Shortfall> missing) {

    /** Percent of rows that must have the true level. */
    public static final int LEAST_EXACT = 80;

    public static final int LEAST_ANCHORS = 2;
    public static final int LEAST_ROWS = 6;

    /** How long before its end the owner of a certificate hears of it. */
    static final Duration NOTICE = Duration.ofDays(30);

    private static final int MONTHS = 12;
    private static final int HUNDRED = 100;

    public Certifying {
        missing = Set.copyOf(missing);
    }

    /** Why trials are not enough. */
    public enum Shortfall {
        ANCHORS,
        ROWS,
        AGREEMENT
    }

    private enum Side {
        OWN,
        TRUE
    }

    /** What these trials come to; all of them are done. */
    static Certifying of(List<Trial> trials) {
        List<Trial.Row> rows =
                trials.stream().flatMap(trial -> trial.rows().stream()).toList();
        List<Map<Side, Integer>> levels = rows.stream()
                .flatMap(row -> row.truth().stream())
                .map(truth -> Map.of(Side.OWN, truth.height(), Side.TRUE, truth.trueHeight()))
                .toList();
        int anchors = (int) trials.stream().map(Trial::anchor).distinct().count();
        int alike = (int) rows.stream().filter(Trial.Row::isAlike).count();
        Set<Shortfall> missing = EnumSet.noneOf(Shortfall.class);
        if (anchors < LEAST_ANCHORS) {
            missing.add(Shortfall.ANCHORS);
        }
        if (rows.size() < LEAST_ROWS) {
            missing.add(Shortfall.ROWS);
        }
        if (alike * HUNDRED < LEAST_EXACT * rows.size()) {
            missing.add(Shortfall.AGREEMENT);
        }
        return new Certifying(
                anchors,
                rows.size(),
                rows.isEmpty() ? 0 : alike * HUNDRED / rows.size(),
                AgreementFigures.of(levels).kappa(),
                Collections.unmodifiableSet(missing));
    }

    public boolean isEnough() {
        return missing.isEmpty();
    }

    /**
     * The trials of the round a person is in: those of the last twelve months that no certificate was given for, and after one
     * has ended because of drift, those since.
     */
    static List<Trial> round(List<Trial> done, Optional<Certificate> last, Instant now) {
        Optional<Instant> after = last.map(one -> one.ended().orElse(one.from()));
        return done.stream()
                .filter(trial -> isRecent(trial, now))
                .filter(trial -> after.isEmpty() || trial.done().orElseThrow().isAfter(after.get()))
                .toList();
    }

    /** Whether a trial was done so lately that its anchor is not rated again. */
    static boolean isRecent(Trial trial, Instant now) {
        return trial.done().filter(at -> now.isBefore(yearAfter(at))).isPresent();
    }

    /** Twelve months later, in UTC. */
    static Instant yearAfter(Instant at) {
        return at.atZone(ZoneOffset.UTC).plusMonths(MONTHS).toInstant();
    }
}
