package org.tessera.report.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tessera.record.Csv;
import org.tessera.report.Figure;
import org.tessera.report.Label;
import org.tessera.report.Reports;
import org.tessera.report.Sheet;

/** Reports in words, on the page and in files alike. */
@Component
class ReportWords {

    private final I18NProvider texts;

    ReportWords(I18NProvider texts) {
        this.texts = texts;
    }

    String say(String key, Locale language, Object... parameters) {
        return texts.getTranslation(key, language, parameters);
    }

    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String title(Sheet.Kind kind, Locale language) {
        return say("report." + key(kind), language);
    }

    /** What stands over the columns: first what a line is about, then its figures. */
    List<String> heads(Sheet.Kind kind, Locale language) {
        return Stream.concat(
                        numbered("report." + key(kind) + ".label.", kind.labels()),
                        numbered("report." + key(kind) + ".figure.", kind.figures()))
                .map(key -> say(key, language))
                .toList();
    }

    private static Stream<String> numbered(String key, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> key + number);
    }

    String label(Label label, Locale language) {
        return switch (label) {
            case Label.Named(var name) -> name.in(language);
            case Label.Called(String id) -> id;
            case Label.OfMonth(var month) ->
                DateTimeFormatter.ofPattern("LLLL yyyy", language).format(month);
            case Label.OfYear(var year) -> year.toString();
            case Label.Of(var group, int number) -> say("report.group." + key(group), language, number);
        };
    }

    String figure(Figure figure, Locale language) {
        return switch (figure) {
            case Figure.Count(int people) ->
                NumberFormat.getIntegerInstance(language).format(people);
            case Figure.Percent(int percent) -> say("report.percent", language, percent);
            case Figure.Days(var days) ->
                NumberFormat.getNumberInstance(language).format(days);
            case Figure.Kappa(var kappa) -> {
                NumberFormat two = NumberFormat.getNumberInstance(language);
                two.setMinimumFractionDigits(2);
                yield two.format(kappa);
            }
            case Figure.NotShown() -> say("report.not-shown", language);
            case Figure.Few() -> say("report.few", language, Reports.LEAST);
            case Figure.AlmostAll() -> say("report.almost-all", language, Reports.LEAST);
            case Figure.Undefined() -> say("report.undefined", language);
        };
    }

    /** Some reports as one file: each with its title in the first column, and its own heads. */
    String csv(List<Sheet> sheets, Locale language) {
        return Csv.of(Stream.concat(
                Stream.of(List.of(say("report.csv.note", language, Reports.LEAST))),
                sheets.stream().flatMap(sheet -> lines(sheet, language))));
    }

    private Stream<List<String>> lines(Sheet sheet, Locale language) {
        String title = title(sheet.kind(), language);
        Stream<String> head =
                Stream.concat(Stream.of(say("report.csv.report", language)), heads(sheet.kind(), language).stream());
        return Stream.concat(Stream.of(head.toList()), sheet.lines().stream().map(line -> Stream.of(
                        Stream.of(title),
                        line.labels().stream().map(label -> label(label, language)),
                        line.figures().stream().map(figure -> figure(figure, language)))
                .flatMap(cells -> cells)
                .toList()));
    }
}
