package org.tessera.report.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.stream.Collectors;
import org.tessera.report.Figure;
import org.tessera.report.Sheet;

/** A report as bars: each with its words and its value beside it, so that nothing is told by length alone. */
final class ReportChart extends UnorderedList {

    private static final long serialVersionUID = 1L;

    private static final double ALL = 100;

    ReportChart(Sheet sheet, ReportWords words) {
        addClassName("report-chart");
        getElement().setAttribute("role", "list");
        getElement().setAttribute("aria-label", getTranslation("report.chart", words.title(sheet.kind(), getLocale())));
        List<String> heads = words.heads(sheet.kind(), getLocale());
        double longest = longest(sheet);
        for (Sheet.Line line : sheet.lines()) {
            String about = line.labels().stream()
                    .map(label -> words.label(label, getLocale()))
                    .collect(Collectors.joining(" · "));
            ListItem item = new ListItem(named("report-about", about));
            for (int place = 0; place < sheet.kind().drawn(); place++) {
                Figure figure = line.figures().get(place);
                if (sheet.kind().drawn() > 1) {
                    item.add(named("report-what", heads.get(sheet.kind().labels() + place)));
                }
                item.add(bar(figure, longest), named("report-value", words.figure(figure, getLocale())));
            }
            add(item);
        }
    }

    private static Span named(String style, String text) {
        Span span = new Span(text);
        span.addClassName(style);
        return span;
    }

    private static Div bar(Figure figure, double longest) {
        Div bar = new Div();
        bar.addClassName("report-bar");
        bar.getStyle().set("inline-size", Math.round(ALL * size(figure) / longest) + "%");
        Div place = new Div(bar);
        place.addClassName("report-track");
        place.getElement().setAttribute("aria-hidden", "true");
        return place;
    }

    /** Shares are drawn as parts of all, everything else against the greatest. */
    private static double longest(Sheet sheet) {
        boolean isShare = sheet.kind() != Sheet.Kind.PROGRESS
                && sheet.kind() != Sheet.Kind.TIME
                && sheet.kind() != Sheet.Kind.BADGES;
        return isShare
                ? ALL
                : Math.max(
                        1,
                        sheet.lines().stream()
                                .flatMap(line -> line.figures().stream()
                                        .limit(sheet.kind().drawn()))
                                .mapToDouble(ReportChart::size)
                                .max()
                                .orElse(1));
    }

    /** What is not told has no length. */
    private static double size(Figure figure) {
        return switch (figure) {
            case Figure.Count(int people) -> people;
            case Figure.Percent(int percent) -> percent;
            case Figure.Days(var days) -> days.doubleValue();
            case Figure.Kappa _, Figure.NotShown _, Figure.Few _, Figure.AlmostAll _, Figure.Undefined _ -> 0;
        };
    }
}
