package org.tessera.needs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.Locale;
import java.util.function.Consumer;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.tessera.entry.ui.BarChart;
import org.tessera.entry.ui.KeepAsEvidence;
import org.tessera.entry.ui.Visit;
import org.tessera.exhibit.Exhibits;
import org.tessera.needs.Results;
import org.tessera.needs.Survey;
import org.tessera.needs.SurveyAnswer;
import org.tessera.needs.Surveys;
import org.tessera.room.ui.Zones;

/** A survey that was opened: its link while it can be answered, and what it came to once it is closed. */
final class SurveyPart extends Section {

    private static final long serialVersionUID = 1L;

    private final transient Survey survey;
    private final transient Surveys surveys;
    private final transient Exhibits exhibits;
    private final transient Visit visit;
    private final transient Consumer<String> told;
    private final Div asking = new Div();

    /** @param told is told what was done, and shows the surveys anew */
    SurveyPart(Survey survey, Surveys surveys, Exhibits exhibits, Visit visit, Consumer<String> told) {
        this.survey = survey;
        this.surveys = surveys;
        this.exhibits = exhibits;
        this.visit = visit;
        this.told = told;
        addClassName("entry-box");
        add(new H3(survey.title()));
        surveys.results(survey.id(), visit.me()).ifPresent(results -> {
            switch (results) {
                case Results.StillOpen(var forms) -> open(forms);
                case Results.TooFew(var forms) -> tooFew(forms);
                case Results.Shown shown -> shown(shown);
            }
        });
        if (visit.writes()) {
            asking.getElement().setAttribute("role", "alert");
            add(asking, button("entry.remove", this::askToRemove));
        }
    }

    private void open(int forms) {
        add(
                new Paragraph(getTranslation("needs.survey.forms", forms)),
                new Paragraph(getTranslation("needs.survey.wait", Survey.LEAST)));
        survey.closesAt()
                .map(at -> getTranslation("needs.survey.until", Zones.told(at, UI.getCurrent(), getLocale())))
                .map(Paragraph::new)
                .ifPresent(this::add);
        TextField address = new TextField(getTranslation("needs.survey.link"));
        address.setHelperText(getTranslation("needs.survey.link.help"));
        address.setReadOnly(true);
        address.setWidthFull();
        address.setValue(address());
        Anchor look = new Anchor("answer/" + survey.link(), getTranslation("needs.survey.look"));
        look.setTarget("_blank");
        look.getElement().setAttribute("rel", "noopener");
        // not a page of this application's router
        look.setRouterIgnore(true);
        add(address, look);
        if (visit.writes()) {
            add(button("needs.survey.close", () -> askToClose(forms)));
        }
    }

    private void askToClose(int forms) {
        if (forms >= Survey.LEAST) {
            close();
            return;
        }
        ask(getTranslation("needs.survey.close.few", forms, Survey.LEAST), "needs.survey.close.yes", this::close);
    }

    private void close() {
        tell(surveys.close(survey.id(), visit.me()), "needs.survey.closed");
    }

    private void tooFew(int forms) {
        add(new Paragraph(getTranslation("needs.survey.few", forms, Survey.LEAST)));
        if (visit.writes()) {
            add(button(
                    "needs.survey.reopen", () -> tell(surveys.reopen(survey.id(), visit.me()), "needs.survey.opened")));
        }
    }

    private void shown(Results.Shown results) {
        add(new Paragraph(getTranslation("needs.survey.results", results.forms())));
        for (Results.Answered answered : results.questions()) {
            Component what = answered.isTooFew()
                    ? new Paragraph(getTranslation("needs.results.few", Survey.LEAST))
                    : switch (answered.question().kind()) {
                        case CHOICE, SCALE ->
                            new BarChart(
                                    getTranslation("needs.results.answered", answered.answered()),
                                    answered.bars().stream()
                                            .map(bar -> new BarChart.Bar(bar.label(), bar.count()))
                                            .toList(),
                                    answered.answered());
                        case OPEN -> words(answered);
                    };
            Div question = new Div(new H4(answered.question().text()), what);
            question.getElement().setAttribute("lang", survey.language().getLanguage());
            add(question);
        }
        if (visit.writes()) {
            add(new KeepAsEvidence(
                    exhibits, visit, survey.title(), () -> SurveyPaper.of(this, getLocale(), survey, results)));
        }
    }

    private Component words(Results.Answered answered) {
        UnorderedList list = new UnorderedList();
        list.addClassName("entry-words");
        answered.words().forEach(words -> {
            ListItem item = new ListItem(
                    new Span(words.text().isEmpty() ? getTranslation("needs.results.taken") : words.text()));
            if (visit.writes() && !words.text().isEmpty()) {
                Button take = button("needs.results.take", () -> {
                    surveys.blank(survey.id(), words.id(), visit.me());
                    told.accept(getTranslation("needs.results.taken"));
                });
                take.setAriaLabel(getTranslation("entry.aloud", take.getText(), words.text()));
                item.add(take);
            }
            list.add(item);
        });
        return list;
    }

    private void askToRemove() {
        ask(getTranslation("needs.survey.remove.ask", survey.title()), "entry.remove.yes", () -> {
            surveys.remove(survey.id(), visit.me());
            told.accept(getTranslation("needs.survey.removed"));
        });
    }

    private void ask(String question, String yes, Runnable action) {
        asking.removeAll();
        asking.addClassName("entry-conflict");
        asking.add(
                new Paragraph(question),
                new Button(getTranslation(yes), _ -> action.run()),
                new Button(getTranslation("entry.remove.no"), _ -> {
                    asking.removeAll();
                    asking.removeClassName("entry-conflict");
                }));
    }

    private void tell(SurveyAnswer answer, String done) {
        switch (answer) {
            case SurveyAnswer.Done _ -> told.accept(getTranslation(done));
            case SurveyAnswer.Refused(var why) ->
                told.accept(
                        getTranslation("needs.refused." + why.name().toLowerCase(Locale.ROOT), Survey.MOST_QUESTIONS));
        }
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(getTranslation(key), _ -> action.run());
        button.setAriaLabel(getTranslation("entry.aloud", getTranslation(key), survey.title()));
        if (key.equals("entry.remove") || key.equals("needs.results.take")) {
            button.addThemeVariants(ButtonVariant.TERTIARY);
        }
        return button;
    }

    private String address() {
        return ServletUriComponentsBuilder.fromContextPath(
                        VaadinServletRequest.getCurrent().getHttpServletRequest())
                .path("/answer/{link}")
                .buildAndExpand(survey.link())
                .toUriString();
    }
}
