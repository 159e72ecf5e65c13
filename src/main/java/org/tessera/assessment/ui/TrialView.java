package org.tessera.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tessera.account.CurrentUser;
import org.tessera.account.SignedIn;
import org.tessera.assessment.Brief;
import org.tessera.assessment.CaseId;
import org.tessera.assessment.Desk;
import org.tessera.assessment.TrialAnswer;
import org.tessera.assessment.Trials;
import org.tessera.writing.ui.WritingField;

/** An anchor to try: rated like a case, and then compared row by row with what was found. */
@Route("trials/:anchor")
@RolesAllowed("PERSON")
@CssImport("./styles/page-parts.css")
@CssImport("./styles/assessment.css")
@CssImport("./styles/certification.css")
class TrialView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Trials trials;
    private final transient SignedIn me;
    private final Paragraph trouble = new Paragraph();
    private final List<WritingField> fields = new ArrayList<>();
    private String number = "";

    TrialView(Trials trials, CurrentUser user) {
        this.trials = trials;
        this.me = user.require();
        addClassNames("page", "assessing-page", "workbench");
        trouble.addClassName("fault");
        trouble.getElement().setAttribute("role", "alert");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getRouteParameters().get("anchor").flatMap(CaseId::read).orElseThrow(NotFoundException::new));
    }

    private void show(CaseId anchor) {
        Trials.Sheet sheet = trials.sheet(me, anchor).orElseThrow(NotFoundException::new);
        removeAll();
        fields.clear();
        trouble.setText("");
        number = anchor.number();
        CaseWords words = new CaseWords(this, getLocale(), sheet.credential());
        CopyParts copy = new CopyParts(this, anchor, sheet.copy(), words);
        add(header(sheet));
        sheet.truth().ifPresent(truth -> add(outcome(sheet, truth, words)));
        Component whole = copy.whole();
        if (((Div) whole).getComponentCount() > 0) {
            Details about = new Details(getTranslation("assessment.copy.whole"), whole);
            about.addClassName("whole");
            add(about);
        }
        if (sheet.truth().isEmpty()) {
            rating(sheet, words, copy);
        }
    }

    private Component header(Trials.Sheet sheet) {
        Div facts = new Div(
                new Span(sheet.credential().name().in(getLocale())),
                new Anchor("assessing", getTranslation("assessment.tasks.title")));
        facts.addClassName("page-facts");
        Div header = new Div(
                new H1(getTranslation("assessment-panel.trials.line", number)),
                facts,
                new Paragraph(getTranslation(
                        sheet.truth().isPresent() ? "assessment-panel.trial.after" : "assessment-panel.trial.lead")));
        header.addClassName("page-header");
        return header;
    }

    private void rating(Trials.Sheet sheet, CaseWords words, CopyParts copy) {
        for (Desk.Place place : sheet.places()) {
            Brief.Row row = sheet.brief().row(place.id()).orElseThrow();
            RowCard card = new RowCard(
                    row,
                    place,
                    getTranslation("assessment-panel.trial.note", words.row(row.id())),
                    Optional.ofNullable(sheet.choices().get(row.id())),
                    List.of(),
                    Optional.empty(),
                    words,
                    copy.claims(row.id(), sheet.credential().requirements()),
                    (where, level) -> {
                        trouble.setText("");
                        trials.choose(me.id(), sheet.anchor(), where, level);
                    });
            fields.add(card.feedback());
            add(card);
        }
        Button over = new Button(
                getTranslation("assessment-panel.trial.over"),
                _ -> WritingField.deliver(
                        this,
                        fields,
                        () -> settle(sheet, words),
                        () -> trouble.setText(getTranslation("assessment.no.undelivered"))));
        over.addThemeVariants(ButtonVariant.PRIMARY);
        Paragraph then = new Paragraph(getTranslation("assessment-panel.trial.then"));
        then.addClassName("quiet");
        Div buttons = new Div(over);
        buttons.addClassName("page-actions");
        Section actions = new Section(then, trouble, buttons);
        actions.addClassName("assessing-actions");
        add(actions);
    }

    private void settle(Trials.Sheet sheet, CaseWords words) {
        switch (trials.finish(me.id(), sheet.anchor())) {
            case TrialAnswer.Done _ -> {
                show(sheet.anchor());
                getElement().executeJs("window.scrollTo(0, 0)");
            }
            case TrialAnswer.LevelMissing(var rows) ->
                trouble.setText(getTranslation(
                        "assessment.no.level-missing",
                        rows.stream().map(words::row).collect(Collectors.joining(" · "))));
            case TrialAnswer.Unknown _ -> trouble.setText(getTranslation("assessment-panel.trial.unknown"));
        }
    }

    private Component outcome(Trials.Sheet sheet, Map<String, String> truth, CaseWords words) {
        Section section = new Section(new H2(getTranslation("assessment-panel.trial.outcome")));
        section.addClassName("card");
        section.getElement().setAttribute("role", "status");
        long alike = truth.entrySet().stream()
                .filter(row -> row.getValue().equals(sheet.choices().get(row.getKey())))
                .count();
        section.add(new Paragraph(getTranslation("assessment-panel.trial.alike", alike, truth.size())));
        for (Desk.Place place : sheet.places()) {
            Brief.Row row = sheet.brief().row(place.id()).orElseThrow();
            String own = sheet.choices().getOrDefault(row.id(), "");
            String found = truth.getOrDefault(row.id(), "");
            boolean isAlike = own.equals(found);
            Span title = new Span(words.row(row.id()));
            title.addClassName("found-level");
            Div compared = new Div(
                    title,
                    new Paragraph(getTranslation(
                            isAlike ? "assessment-panel.trial.same" : "assessment-panel.trial.other",
                            levelOf(row, own),
                            levelOf(row, found))));
            compared.addClassNames("found-row", isAlike ? "is-met" : "is-unmet");
            section.add(compared);
        }
        return section;
    }

    private String levelOf(Brief.Row row, String level) {
        return row.scale().level(level).map(one -> one.name().in(getLocale())).orElse(level);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", getTranslation("assessment-panel.trials.line", number));
    }
}
