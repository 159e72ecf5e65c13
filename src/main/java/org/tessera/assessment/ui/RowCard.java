package org.tessera.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableBiConsumer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tessera.assessment.Brief;
import org.tessera.assessment.Desk;
import org.tessera.assessment.Finding;
import org.tessera.assessment.Rating;
import org.tessera.assessment.Scale;
import org.tessera.writing.ui.WritingField;

/** A row of the rubric with its levels and the words about it, beside what claims to meet it. */
final class RowCard extends Section {

    private static final long serialVersionUID = 1L;

    private final WritingField feedback;

    /**
     * @param feedbackLabel what the words are for, with the name of the row
     * @param said what others have found in this row, where it is to be decided between them
     * @param before what was found in it before, where it is looked at again
     * @param chosen is told the row and the level whenever one is chosen
     */
    RowCard(
            Brief.Row row,
            Desk.Place place,
            String feedbackLabel,
            Optional<String> choice,
            List<Rating> said,
            Optional<Finding> before,
            CaseWords words,
            Component claims,
            SerializableBiConsumer<String, String> chosen) {
        addClassNames("row-card");
        Locale locale = getLocale();
        String name = words.row(row.id());
        H2 title = new H2(name);
        Div rating = new Div();
        rating.addClassName("row-rating");
        if (!words.place(row.id()).equals(name)) {
            Paragraph wording = new Paragraph(words.place(row.id()));
            wording.addClassName("quiet");
            rating.add(wording);
        }
        before.ifPresent(finding -> rating.add(found(row.scale(), finding)));
        for (int i = 0; i < said.size(); i++) {
            rating.add(said(row.scale(), said.get(i), i));
        }
        if (said.size() > 1 && said.stream().map(Rating::level).distinct().count() == 1) {
            Paragraph agreed = new Paragraph(getTranslation("assessment.row.agreed"));
            agreed.addClassName("quiet");
            rating.add(agreed);
        }
        RadioButtonGroup<Scale.Level> levels = new RadioButtonGroup<>();
        levels.setLabel(getTranslation("assessment.row.level"));
        levels.setItems(row.scale().levels());
        levels.setRenderer(new ComponentRenderer<>(level -> level(level, locale)));
        levels.addClassName("levels");
        choice.flatMap(row.scale()::level).ifPresent(levels::setValue);
        levels.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                chosen.accept(row.id(), change.getValue().id());
            }
        });
        feedback = new WritingField(feedbackLabel, place.text());
        rating.add(levels, feedback);
        Div beside = new Div(new H3(getTranslation("assessment.row.claims")), claims);
        beside.addClassName("row-claims");
        Div columns = new Div(rating, beside);
        columns.addClassName("row-columns");
        add(title, columns);
    }

    private static Component level(Scale.Level level, Locale locale) {
        Span meaning = new Span(level.meaning().in(locale));
        meaning.addClassNames("quiet", "level-meaning");
        Div div = new Div(new Span(level.name().in(locale)), meaning);
        div.addClassName("level");
        return div;
    }

    private Component found(Scale scale, Finding finding) {
        Div div = new Div(new Paragraph(getTranslation("assessment.row.before", nameOf(scale, finding.level()))));
        finding.feedback().forEach(text -> div.add(new Paragraph(text)));
        div.addClassName("said");
        return div;
    }

    private Component said(Scale scale, Rating rating, int number) {
        Div div = new Div(
                new Paragraph(getTranslation(
                        "assessment.row.said", String.valueOf((char) ('A' + number)), nameOf(scale, rating.level()))),
                new Paragraph(rating.feedback()));
        div.addClassName("said");
        return div;
    }

    private String nameOf(Scale scale, String level) {
        return scale.level(level).map(one -> one.name().in(getLocale())).orElse(level);
    }

    WritingField feedback() {
        return feedback;
    }
}
