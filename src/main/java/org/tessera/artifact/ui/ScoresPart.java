package org.tessera.artifact.ui;

import static org.tessera.artifact.ui.Table.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tessera.artifact.Content;

/** All score sheets side by side, how far they agree, and the scores the group agreed on. Sheets have no names here. */
final class ScoresPart extends Part {

    private static final long serialVersionUID = 1L;

    /** @param me how the content names the person who reads */
    ScoresPart(Content.Scores scores, List<Content.Agreed> agreed, Optional<String> me) {
        super("scores");
        add(new Paragraph(getTranslation(
                "artifact.scores.figures", percent(scores.exact()), percent(scores.adjacent()), kappa(scores))));
        List<String> people = scores.rows().stream()
                .flatMap(row -> row.scores().stream())
                .map(Content.Score::by)
                .distinct()
                .toList();
        Table table = new Table(getTranslation("artifact.part.scores"), columns(people, me, !agreed.isEmpty()));
        scores.rows().forEach(row -> table.row(row.in(getLocale()), cells(row, people, agreed)));
        add(table);
        evidence(scores).ifPresent(this::add);
    }

    private List<String> columns(List<String> people, Optional<String> me, boolean agreed) {
        Stream<String> sheets = IntStream.range(0, people.size())
                .mapToObj(i -> me.filter(people.get(i)::equals).isPresent()
                        ? getTranslation("artifact.scores.yours")
                        : getTranslation("artifact.scores.sheet", i + 1));
        return Stream.of(
                        Stream.of(getTranslation("artifact.item")),
                        sheets,
                        Stream.of(getTranslation("artifact.scores.same")),
                        agreed
                                ? Stream.of(
                                        getTranslation("artifact.scores.agreed"), getTranslation("artifact.scores.why"))
                                : Stream.<String>of())
                .flatMap(each -> each)
                .toList();
    }

    private List<Component> cells(Content.ScoreRow row, List<String> people, List<Content.Agreed> agreed) {
        List<Component> cells = new ArrayList<>();
        for (String person : people) {
            cells.add(text(row.scores().stream()
                    .filter(score -> score.by().equals(person))
                    .map(score -> score.late()
                            ? getTranslation("artifact.score.late", score.level())
                            : String.valueOf(score.level()))
                    .findFirst()
                    .orElse("–")));
        }
        cells.add(text(percent(row.exact())));
        if (!agreed.isEmpty()) {
            Optional<Content.Agreed> settled =
                    agreed.stream().filter(each -> each.item().equals(row.id())).findFirst();
            cells.add(text(settled.map(each -> String.valueOf(each.level())).orElse("–")));
            cells.add(text(settled.map(Content.Agreed::rationale).orElse("")));
        }
        return cells;
    }

    private Optional<Component> evidence(Content.Scores scores) {
        UnorderedList list = new UnorderedList();
        scores.rows().forEach(row -> row.scores().stream()
                .filter(score -> !score.evidence().isBlank())
                .forEach(score -> list.add(new ListItem(getTranslation(
                        "artifact.scores.evidence.line", row.in(getLocale()), score.level(), score.evidence())))));
        return list.getChildren().findAny().isEmpty()
                ? Optional.empty()
                : Optional.of(new NativeDetails(getTranslation("artifact.scores.evidence"), list));
    }

    private String percent(@Nullable Integer percent) {
        return percent == null ? "–" : getTranslation("artifact.percent", percent);
    }

    private String kappa(Content.Scores scores) {
        return scores.kappa() == null
                ? getTranslation("artifact.scores.kappa.undefined")
                : String.format(getLocale(), "%.2f", Objects.requireNonNull(scores.kappa()));
    }
}
