package org.tessera.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tessera.badge.Badges.Happened;
import org.tessera.badge.Deed;

/** How many people got a badge, or had one suspended or revoked. People are counted, not badges. */
final class BadgeMonths {

    private static final List<Optional<Deed.Kind>> COLUMNS =
            List.of(Optional.empty(), Optional.of(Deed.Kind.SUSPENDED), Optional.of(Deed.Kind.REVOKED));

    private BadgeMonths() {}

    /** A line for each period. What is hidden cannot be worked out by who knows the sum over all periods. */
    static Sheet of(List<Happened> happened, List<Period> periods) {
        List<Breakdown> columns = COLUMNS.stream()
                .map(deed -> Breakdown.of(periods.stream()
                        .map(period -> people(
                                happened.stream().filter(one -> one.deed().equals(deed)), period))
                        .toList()))
                .toList();
        List<Sheet.Line> lines = new ArrayList<>();
        for (int place = 0; place < periods.size(); place++) {
            int at = place;
            lines.add(new Sheet.Line(
                    List.of(periods.get(place).label()),
                    columns.stream()
                            .map(column -> Figure.count(column.parts().get(at)))
                            .toList()));
        }
        return new Sheet(Sheet.Kind.BADGES, lines);
    }

    private static int people(Stream<Happened> happened, Period period) {
        return (int) happened.filter(one -> period.has(one.at()))
                .map(Happened::earner)
                .distinct()
                .count();
    }
}
