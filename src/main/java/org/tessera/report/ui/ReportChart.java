package org.tessera.report.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tessera.report.Figure;
import org.tessera.report.Label;
import org.tessera.report.Reports;
import org.tessera.report.Sheet;

/** A report as bars: each with its words and its value beside it, so that nothing is told by length alone. */
final class ReportChart extends UnorderedList {

    private static final long serialVersionUID = 1L;

    private static final double ALL = 100;

    private final transient Sheet sheet;
    private final transient ReportWords words;
    private final double longest;

    ReportChart(Sheet sheet, ReportWords words) {
        addClassName("report-chart");
        getElement().setAttribute("role", "list");
        getElement().setAttribute("aria-label", getTranslation("report.chart", words.title(sheet.kind(), getLocale())));
        this.sheet = sheet;
        this.words = words;
        this.longest = longest(sheet);
        if (sheet.kind().labels() == 1) {
            sheet.lines().forEach(line -> add(item(line, line.labels().getFirst())));
            return;
        }
        Map<Label, List<Sheet.Line>> groups = sheet.lines().stream()
                .collect(Collectors.groupingBy(
                        line -> line.labels().getFirst(), LinkedHashMap::new, Collectors.toList()));
        groups.forEach((about, lines) -> add(group(about, lines)));
    }

    /** What is about the same, under its name once. */
    private ListItem group(Label about, List<Sheet.Line> lines) {
        ListItem group = new ListItem(named("report-about", words.label(about, getLocale())));
        group.addClassName("report-group");
        if (lines.stream().noneMatch(Sheet.Line::tells)) {
            group.add(named("report-what", getTranslation("report.too-few", Reports.LEAST)));
            return group;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("report-chart");
        list.getElement().setAttribute("role", "list");
        lines.forEach(line -> list.add(item(line, line.labels().getLast())));
        group.add(list);
        return group;
    }

    private ListItem item(Sheet.Line line, Label about) {
        ListItem item = new ListItem(named("report-line", words.label(about, getLocale())));
        List<String> heads = words.heads(sheet.kind(), getLocale());
        for (int place = 0; place < sheet.kind().drawn(); place++) {
            Figure figure = line.figures().get(place);
            if (sheet.kind().drawn() > 1) {
                item.add(named("report-what", heads.get(sheet.kind().labels() + place)));
            }
            item.add(bar(figure), named("report-value", words.figure(figure, getLocale())));
        }
        return item;
    }

    private static Span named(String style, String text) {
        Span span = new Span(text);
        span.addClassName(style);
        return span;
    }

    private Div bar(Figure figure) {
        Div bar = new Div();
        bar.addClassName("report-bar");
        bar.getStyle().set("inline-size", Math.round(ALL * size(figure) / longest) + "%");
        Div place = new Div(bar);
        place.addClassName(isDrawn(figure) ? "report-track" : "report-untold");
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

    /** A bar without length would say that nobody is there. */
    private static boolean isDrawn(Figure figure) {
        return switch (figure) {
            case Figure.Count _, Figure.Percent _, Figure.Days _ -> true;
            case Figure.Kappa _, Figure.NotShown _, Figure.Few _, Figure.AlmostAll _, Figure.Undefined _ -> false;
        };
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
