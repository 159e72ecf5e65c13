package org.tessera.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tessera.account.CurrentUser;
import org.tessera.account.SignedIn;
import org.tessera.assessment.Brief;
import org.tessera.assessment.CaseAnswer;
import org.tessera.assessment.CaseId;
import org.tessera.assessment.Desk;
import org.tessera.assessment.Finding;
import org.tessera.assessment.Rating;
import org.tessera.assessment.Task;
import org.tessera.writing.ui.WritingField;

/** One task on one case: each row of the rubric beside the evidence that claims it. Whose it is stands nowhere. */
@Route("assessing/:case")
@RolesAllowed("PERSON")
@CssImport("./styles/page-parts.css")
@CssImport("./styles/assessment.css")
class WorkbenchView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient SignedIn me;
    private final Paragraph trouble = new Paragraph();
    private final List<WritingField> fields = new ArrayList<>();
    private String number = "";

    WorkbenchView(Desk desk, CurrentUser user) {
        this.desk = desk;
        this.me = user.require();
        addClassNames("page", "assessing-page", "workbench");
        trouble.addClassName("fault");
        trouble.getElement().setAttribute("role", "alert");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Desk.Sheet sheet = event.getRouteParameters()
                .get("case")
                .flatMap(CaseId::read)
                .flatMap(id -> desk.sheet(me, id))
                .orElseThrow(NotFoundException::new);
        show(sheet);
    }

    private void show(Desk.Sheet sheet) {
        removeAll();
        fields.clear();
        number = sheet.on().number();
        CaseWords words = new CaseWords(this, getLocale(), sheet.credential());
        CopyParts copy = new CopyParts(this, sheet.on(), sheet.copy(), words);
        add(header(sheet));
        sheet.passedBack().ifPresent(why -> add(note("assessment.passed-back", why)));
        sheet.appeal().ifPresent(why -> add(note("assessment.appealed", why)));
        Div whole = copy.whole();
        // in the check it has a place of its own
        if (sheet.task() != Task.CHECK && whole.getComponentCount() > 0) {
            Details about = new Details(getTranslation("assessment.copy.whole"), whole);
            about.addClassName("whole");
            add(about);
        }
        switch (sheet.task()) {
            case CHECK -> check(sheet, words, copy);
            case APPROVAL -> approval(sheet, words, copy);
            case FIRST_SCORE, SECOND_SCORE, ADJUDICATION, APPEAL -> rating(sheet, words, copy);
        }
        add(new AwayPart(
                () -> settle(desk.giveBack(me.id(), sheet.on()), "assessment.done.back", words),
                () -> settle(desk.declareConflict(me.id(), sheet.on()), "assessment.done.conflict", words)));
    }

    private Component header(Desk.Sheet sheet) {
        Div facts = new Div(
                new Span(sheet.credential().name().in(getLocale())),
                new Span(getTranslation(
                        "credential.version", sheet.credential().ref().version())),
                new Span(getTranslation("assessment.until", CaseWords.until(sheet.until(), getLocale()))));
        facts.addClassName("page-facts");
        Div header = new Div(
                new H1(getTranslation(
                        "assessment.tasks.line",
                        CaseWords.task(this, sheet.task()),
                        sheet.on().number())),
                facts,
                new Paragraph(getTranslation("assessment.lead." + sheet.task().word())));
        header.addClassName("page-header");
        return header;
    }

    private Component note(String title, String why) {
        Section note = new Section(new H2(getTranslation(title)), new Paragraph(why));
        note.addClassName("page-note");
        return note;
    }

    private void check(Desk.Sheet sheet, CaseWords words, CopyParts copy) {
        List<CheckCard> cards = new ArrayList<>();
        for (Desk.Place place : sheet.places()) {
            CheckCard card = new CheckCard(
                    place,
                    words.place(place.id()),
                    Optional.ofNullable(sheet.choices().get(place.id())),
                    sheet.brief().noticed().stream()
                            .filter(noticed -> noticed.place().equals(place.id()))
                            .map(Brief.Noticed::what)
                            .toList(),
                    copy.place(place.id()),
                    (where, what) -> choose(sheet.on(), where, what));
            cards.add(card);
            add(card);
        }
        Button complete = new Button(
                getTranslation("assessment.check.complete"),
                _ -> deliver(List.of(), () -> desk.passOn(me.id(), sheet.on()), "assessment.done.complete", words));
        complete.addThemeVariants(ButtonVariant.PRIMARY);
        Button back = new Button(
                getTranslation("assessment.check.back"),
                _ -> deliver(
                        cards.stream().flatMap(card -> card.words().stream()).toList(),
                        () -> desk.sendBack(me.id(), sheet.on()),
                        "assessment.done.sent-back",
                        words));
        add(actions("assessment.check.then", complete, back));
    }

    private void rating(Desk.Sheet sheet, CaseWords words, CopyParts copy) {
        for (Desk.Place place : sheet.places()) {
            Brief.Row row = sheet.brief().row(place.id()).orElseThrow();
            RowCard card = new RowCard(
                    row,
                    place,
                    getTranslation("assessment.row.feedback", words.row(row.id())),
                    Optional.ofNullable(sheet.choices().get(row.id())),
                    sheet.scores().stream()
                            .flatMap(List::stream)
                            .filter(rating -> rating.row().equals(row.id()))
                            .toList(),
                    sheet.findings().stream()
                            .filter(finding -> finding.row().equals(row.id()))
                            .findFirst(),
                    words,
                    copy.claims(row.id(), sheet.credential().requirements()),
                    (where, level) -> choose(sheet.on(), where, level));
            fields.add(card.feedback());
            add(card);
        }
        sheet.brief().rows().stream()
                .filter(row -> row.carried().isPresent())
                .findAny()
                .ifPresent(_ -> add(new Paragraph(getTranslation("assessment.carried"))));
        Button over = new Button(
                getTranslation("assessment.rate.over"),
                _ -> deliver(fields, () -> desk.rate(me.id(), sheet.on()), "assessment.done.rated", words));
        over.addThemeVariants(ButtonVariant.PRIMARY);
        add(actions("assessment.rate.then", over));
    }

    private void approval(Desk.Sheet sheet, CaseWords words, CopyParts copy) {
        for (Finding finding : sheet.findings()) {
            Brief.Row row = sheet.brief().row(finding.row()).orElseThrow();
            Section section = new Section(new H2(words.row(row.id())), new FoundRow(row, finding, words));
            section.addClassName("row-card");
            List<Rating> given = sheet.scores().stream()
                    .flatMap(List::stream)
                    .filter(rating -> rating.row().equals(row.id()))
                    .toList();
            if (given.stream().map(Rating::level).distinct().count() > 1) {
                section.add(new Paragraph(getTranslation("assessment.approve.differed")));
            }
            Details claims = new Details(
                    getTranslation("assessment.row.claims"),
                    copy.claims(row.id(), sheet.credential().requirements()));
            section.add(claims);
            add(section);
        }
        WritingField why = new WritingField(
                getTranslation("assessment.approve.why"),
                sheet.places().getFirst().text());
        fields.add(why);
        if (!sheet.agreed().isEmpty()) {
            add(again(sheet, words));
        }
        Button approve = new Button(
                getTranslation("assessment.approve"),
                _ -> deliver(List.of(), () -> desk.approve(me.id(), sheet.on()), "assessment.done.approved", words));
        approve.addThemeVariants(ButtonVariant.PRIMARY);
        Button back = new Button(
                getTranslation("assessment.approve.back"),
                _ -> deliver(fields, () -> desk.passBack(me.id(), sheet.on()), "assessment.done.passed-back", words));
        add(why, actions("assessment.approve.then", approve, back));
    }

    /** Rows that would come back as they are, because two people agreed, unless somebody is asked to decide them, too. */
    private Component again(Desk.Sheet sheet, CaseWords words) {
        CheckboxGroup<String> rows = new CheckboxGroup<>();
        rows.setLabel(getTranslation("assessment.approve.again"));
        rows.setHelperText(getTranslation("assessment.approve.again.what"));
        rows.setItems(sheet.agreed());
        rows.setItemLabelGenerator(words::row);
        rows.setValue(sheet.choices().keySet());
        rows.addValueChangeListener(change -> sheet.agreed()
                .forEach(row -> choose(sheet.on(), row, change.getValue().contains(row) ? Desk.AGAIN : "")));
        return rows;
    }

    private Component actions(String then, Button... buttons) {
        Paragraph what = new Paragraph(getTranslation(then));
        what.addClassName("quiet");
        Div row = new Div(buttons);
        row.addClassName("page-actions");
        trouble.setText("");
        Section section = new Section(what, trouble, row);
        section.addClassName("assessing-actions");
        return section;
    }

    private void choose(CaseId on, String place, String choice) {
        trouble.setText("");
        desk.choose(me.id(), on, place, choice);
    }

    /** First what was typed arrives, then the deed is done. */
    private void deliver(
            List<WritingField> typed, SerializableSupplier<CaseAnswer> deed, String said, CaseWords words) {
        WritingField.deliver(
                this,
                typed,
                () -> settle(deed.get(), said, words),
                () -> trouble.setText(getTranslation("assessment.no.undelivered")));
    }

    private void settle(CaseAnswer answer, String said, CaseWords words) {
        switch (answer) {
            case CaseAnswer.Done _ -> {
                Notification.show(getTranslation(said));
                UI.getCurrent().navigate("assessing");
            }
            case CaseAnswer.Refused(var why) -> trouble.setText(words.refusal(why));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", getTranslation("assessment.case", number));
    }
}
