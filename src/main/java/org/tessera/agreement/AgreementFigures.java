package org.tessera.agreement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How far people who scored the same rows agree. Agreement of a row is the share of all pairs of people who gave it the
 * same level; of the whole, the mean over the rows. Kappa is what of it goes beyond chance: Cohen's for two people,
 * Fleiss' for more. Rows scored by fewer than two people do not count.
 *
 * @param exact percent of pairs with the same level; empty where no row was scored by two people
 * @param adjacent percent of pairs at most one level apart
 * @param kappa 1 for full agreement, 0 for no more than chance, to three decimals; empty where chance alone would bring
 *     full agreement, because everybody gave the same level everywhere
 */
public record AgreementFigures(Optional<Integer> exact, Optional<Integer> adjacent, Optional<Double> kappa) {

    /**
     * How far people agree over all rows together.
     *
     * @param rows for each row who gave which level; levels are whole numbers, so that neighbours are one apart
     */
    public static <P> AgreementFigures of(List<Map<P, Integer>> rows) {
        List<Map<P, Integer>> compared =
                rows.stream().filter(row -> row.size() >= 2).toList();
        if (compared.isEmpty()) {
            return new AgreementFigures(Optional.empty(), Optional.empty(), Optional.empty());
        }
        double exact = mean(compared, row -> share(row.values(), apart -> apart == 0));
        double adjacent = mean(compared, row -> share(row.values(), apart -> apart <= 1));
        Set<P> people = new HashSet<>();
        compared.forEach(row -> people.addAll(row.keySet()));
        double chance = people.size() == 2 ? chanceForTwo(compared, people) : chance(compared);
        return new AgreementFigures(
                Optional.of(percent(exact)), Optional.of(percent(adjacent)), kappa(exact, chance, compared));
    }

    private static <P> Optional<Double> kappa(double agreement, double chance, List<Map<P, Integer>> rows) {
        boolean alike =
                rows.stream().flatMap(row -> row.values().stream()).distinct().count() == 1;
        return alike ? Optional.empty() : Optional.of(rounded((agreement - chance) / (1 - chance)));
    }

    /** Cohen: how often the two would meet at a level, each by the own habit. */
    private static <P> double chanceForTwo(List<Map<P, Integer>> rows, Set<P> people) {
        List<Map<Integer, Integer>> habits = people.stream()
                .map(person -> counts(rows.stream()
                        .map(row -> Objects.requireNonNull(row.get(person)))
                        .toList()))
                .toList();
        long meetings = 0;
        for (Map.Entry<Integer, Integer> habit : habits.getFirst().entrySet()) {
            meetings += (long) habit.getValue() * habits.getLast().getOrDefault(habit.getKey(), 0);
        }
        return (double) meetings / ((long) rows.size() * rows.size());
    }

    /** Fleiss: how often two people meet at a level if all draw from what everybody gave. */
    private static <P> double chance(List<Map<P, Integer>> rows) {
        List<Integer> all = rows.stream().flatMap(row -> row.values().stream()).toList();
        long meetings = counts(all).values().stream()
                .mapToLong(count -> (long) count * count)
                .sum();
        return (double) meetings / ((long) all.size() * all.size());
    }

    /** How many people gave which level, from low to high. */
    public static Map<Integer, Integer> counts(Collection<Integer> levels) {
        Map<Integer, Integer> counts = new TreeMap<>();
        levels.forEach(level -> counts.merge(level, 1, Integer::sum));
        return Collections.unmodifiableMap(counts);
    }

    /** The level given most often, or several, from low to high. */
    public static List<Integer> modal(Map<Integer, Integer> counts) {
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return counts.keySet().stream()
                .filter(level -> counts.getOrDefault(level, 0) == most)
                .sorted()
                .toList();
    }

    /** Percent of the pairs of people who gave one row the same level; empty where fewer than two scored it. */
    public static Optional<Integer> exact(List<Integer> levels) {
        return percentOfPairs(levels, apart -> apart == 0);
    }

    /** Percent of the pairs of people who were at most one level apart. */
    public static Optional<Integer> adjacent(List<Integer> levels) {
        return percentOfPairs(levels, apart -> apart <= 1);
    }

    private static Optional<Integer> percentOfPairs(List<Integer> levels, IntPredicate close) {
        return levels.size() < 2 ? Optional.empty() : Optional.of(percent(share(levels, close)));
    }

    private static double share(Collection<Integer> levels, IntPredicate close) {
        List<Integer> given = List.copyOf(levels);
        int size = given.size();
        long pairs = IntStream.range(0, size)
                .flatMap(i -> IntStream.range(i + 1, size).map(j -> Math.abs(given.get(i) - given.get(j))))
                .filter(close)
                .count();
        return 2.0 * pairs / ((long) size * (size - 1));
    }

    private static <E> double mean(List<E> each, ToDoubleFunction<E> value) {
        OptionalDouble mean = each.stream().mapToDouble(value).average();
        return mean.orElseThrow();
    }

    private static int percent(double share) {
        return (int) Math.round(share * 100);
    }

    private static double rounded(double value) {
        // Plus zero, because there is no agreement of minus nothing.
        return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).doubleValue() + 0.0;
    }
}
