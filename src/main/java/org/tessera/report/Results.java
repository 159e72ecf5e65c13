package org.tessera.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tessera.agreement.AgreementFigures;
import org.tessera.assessment.Outcome;
import org.tessera.assessment.Turnaround;
import org.tessera.credential.CredentialId;
import org.tessera.report.Label.Group;

/**
 * What became of cases. No sheet made here says how many cases there were: shares and days of several sheets, set against one
 * another or against badges, would else tell what is not shown.
 *
 * @param cases all that came to a result or went back
 * @param names of credentials and rows
 */
record Results(List<Outcome> cases, Names names) {

    /** From this attempt on attempts are counted together. */
    private static final int LAST_ATTEMPT = 4;

    Results {
        cases = List.copyOf(cases);
    }

    private List<Outcome> decided(Predicate<Outcome> which) {
        return cases.stream().filter(one -> !one.isReturned()).filter(which).toList();
    }

    private static boolean isIn(Outcome one, Period period) {
        return one.turnaround().settled().filter(period::has).isPresent();
    }

    private static boolean isIn(Outcome one, List<Period> periods) {
        return periods.stream().anyMatch(period -> isIn(one, period));
    }

    /** How long results took, by credential and period; only lines with something to show. */
    Sheet time(List<Period> periods) {
        List<Sheet.Line> lines = new ArrayList<>();
        for (CredentialId credential : names.credentials()) {
            for (Period period : periods) {
                List<Turnaround> taken =
                        decided(one -> one.credential().id().equals(credential) && isIn(one, period)).stream()
                                .map(Outcome::turnaround)
                                .toList();
                if (taken.size() >= Breakdown.LEAST) {
                    lines.add(new Sheet.Line(List.of(names.credential(credential), period.label()), figures(taken)));
                }
            }
        }
        return new Sheet(Sheet.Kind.TIME, lines);
    }

    private static List<Figure> figures(List<Turnaround> taken) {
        List<Integer> days = taken.stream().map(Turnaround::days).toList();
        return List.of(
                new Figure.Days(Spread.median(days)),
                new Figure.Days(Spread.ninetieth(days)),
                share(
                        taken,
                        one -> one.checked().filter(one.checkDue()::isAfter).isPresent()),
                share(
                        taken,
                        one -> one.settled().filter(one.resultDue()::isAfter).isPresent()),
                share(taken, one -> one.settled().filter(one.latest()::isAfter).isPresent()));
    }

    private static Figure share(List<Turnaround> taken, Predicate<Turnaround> which) {
        return Figure.share((int) taken.stream().filter(which).count(), taken.size());
    }

    /** At which attempt credentials were earned, as shares of all that were, and how many hand-ins came back incomplete. */
    Sheet attempts(List<Period> years) {
        List<Sheet.Line> lines = new ArrayList<>();
        for (Period year : years) {
            List<Outcome> ended = cases.stream().filter(one -> isIn(one, year)).toList();
            List<Integer> counts = IntStream.rangeClosed(1, LAST_ATTEMPT)
                    .mapToObj(attempt -> (int) ended.stream()
                            .filter(one -> one.isEarned() && Math.min(one.attempt(), LAST_ATTEMPT) == attempt)
                            .count())
                    .toList();
            List<Figure> shares = shares(counts);
            for (int attempt = 1; attempt <= LAST_ATTEMPT; attempt++) {
                Group group = attempt == LAST_ATTEMPT ? Group.AT_ATTEMPT_OR_LATER : Group.AT_ATTEMPT;
                lines.add(new Sheet.Line(
                        List.of(year.label(), new Label.Of(group, attempt)), List.of(shares.get(attempt - 1))));
            }
            int back = (int) ended.stream().filter(Outcome::isReturned).count();
            lines.add(new Sheet.Line(
                    List.of(year.label(), new Label.Of(Group.INCOMPLETE, 0)),
                    List.of(Figure.share(back, ended.size()))));
        }
        return new Sheet(Sheet.Kind.ATTEMPTS, lines);
    }

    private static List<Figure> shares(List<Integer> counts) {
        int all = counts.stream().mapToInt(Integer::intValue).sum();
        return Breakdown.of(counts).parts().stream()
                .map(part -> part.<Figure>map(count -> new Figure.Percent(Figure.percent(count, all)))
                        .orElseGet(Figure.NotShown::new))
                .toList();
    }

    /** How far two scorers agree in each row, over all periods together; only rows that five cases or more were scored in twice. */
    Sheet agreement(List<Period> periods) {
        List<Sheet.Line> lines = new ArrayList<>();
        eachRow((credential, row) -> {
            List<Map<String, Integer>> twice = rows(credential, row, periods)
                    .flatMap(one -> one.scored().stream())
                    .map(both -> Map.of("first", both.first(), "second", both.second()))
                    .toList();
            if (twice.size() >= Breakdown.LEAST) {
                AgreementFigures figures = AgreementFigures.of(twice);
                int alike = (int) twice.stream()
                        .filter(both -> both.values().stream().distinct().count() == 1)
                        .count();
                Figure share = Figure.share(alike, twice.size());
                lines.add(new Sheet.Line(
                        List.of(names.credential(credential), names.row(credential, row)),
                        List.of(share, kappa(figures.kappa(), share))));
            }
        });
        return new Sheet(Sheet.Kind.AGREEMENT, lines);
    }

    /** Kappa of 1, or none at all, says that nobody differed: where the share is not told, kappa is not either. */
    private static Figure kappa(Optional<Double> kappa, Figure share) {
        if (!(share instanceof Figure.Percent)) {
            return new Figure.NotShown();
        }
        return kappa.<Figure>map(one -> new Figure.Kappa(BigDecimal.valueOf(one).setScale(2, RoundingMode.HALF_UP)))
                .orElseGet(Figure.Undefined::new);
    }

    /**
     * In what share of results each row was not met, over all periods together, most often first; only rows with five results
     * or more. Rows of which it is not told exactly stand in the order of their rubric, for their order would tell.
     */
    Sheet rows(List<Period> periods) {
        List<Sheet.Line> lines = new ArrayList<>();
        eachRow((credential, row) -> {
            List<Outcome.RowOutcome> found = rows(credential, row, periods).toList();
            int unmet = (int) found.stream().filter(one -> !one.isMet()).count();
            if (found.size() >= Breakdown.LEAST) {
                lines.add(new Sheet.Line(
                        List.of(names.credential(credential), names.row(credential, row)),
                        List.of(Figure.share(unmet, found.size()))));
            }
        });
        lines.sort(Comparator.comparingInt(
                        (Sheet.Line line) -> weight(line.figures().getFirst()))
                .reversed());
        return new Sheet(Sheet.Kind.ROWS, lines);
    }

    private static int weight(Figure share) {
        return switch (share) {
            case Figure.AlmostAll _ -> 101;
            case Figure.Percent(int percent) -> percent;
            case Figure.Few _ -> -1;
            default -> -2;
        };
    }

    private interface EachRow {
        void take(CredentialId credential, String row);
    }

    private void eachRow(EachRow taking) {
        names.credentials()
                .forEach(credential -> names.rowsOf(credential).forEach(row -> taking.take(credential, row)));
    }

    private Stream<Outcome.RowOutcome> rows(CredentialId credential, String row, List<Period> periods) {
        return decided(one -> one.credential().id().equals(credential) && isIn(one, periods)).stream()
                .flatMap(one -> one.rows().stream())
                .filter(one -> one.row().equals(row));
    }
}
