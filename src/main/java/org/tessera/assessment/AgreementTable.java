package org.tessera.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tessera.agreement.AgreementFigures;

/** How far two scorers agree, row by row and quarter by quarter. Groups of fewer than five hand-ins are left out. */
final class AgreementTable {

    private static final int MONTHS = 3;

    private AgreementTable() {}

    /** By row of the rubric and by scale: levels of different scales cannot be compared. */
    private record Key(String row, String scale) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byRow = row.compareTo(other.row);
            return byRow == 0 ? scale.compareTo(other.scale) : byRow;
        }
    }

    static List<Agreements.Row> of(List<DoubleScore> scores, ZoneId zone) {
        SortedMap<Key, List<DoubleScore>> rows = scores.stream()
                .collect(Collectors.groupingBy(
                        score -> new Key(score.row(), score.scale().id()), TreeMap::new, Collectors.toList()));
        List<Agreements.Row> lines = new ArrayList<>();
        rows.forEach((key, all) -> group(all)
                .ifPresent(whole ->
                        lines.add(new Agreements.Row(key.row(), all.getFirst().scale(), whole, quarters(all, zone)))));
        return lines;
    }

    private static List<Agreements.Quarter> quarters(List<DoubleScore> scores, ZoneId zone) {
        SortedMap<LocalDate, List<DoubleScore>> quarters = scores.stream()
                .collect(
                        Collectors.groupingBy(score -> quarterOf(score.at(), zone), TreeMap::new, Collectors.toList()));
        List<Agreements.Quarter> shown = new ArrayList<>();
        quarters.forEach((from, all) -> group(all).ifPresent(group -> shown.add(new Agreements.Quarter(from, group))));
        return shown;
    }

    /** The first day of the quarter; school years begin in July, so their quarters are those of the calendar. */
    static LocalDate quarterOf(Instant at, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / MONTHS * MONTHS + 1, 1);
    }

    private static Optional<Agreements.Group> group(List<DoubleScore> scores) {
        if (scores.size() < Drift.LEAST_CASES) {
            return Optional.empty();
        }
        List<Map<Task, Integer>> levels =
                scores.stream().map(DoubleScore::heights).toList();
        AgreementFigures figures = AgreementFigures.of(levels);
        return figures.exact().map(exact -> new Agreements.Group(scores.size(), exact, figures.kappa()));
    }
}
