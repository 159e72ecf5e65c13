package org.tessera.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tessera.account.CurrentUser;
import org.tessera.account.PersonId;
import org.tessera.artifact.ui.When;
import org.tessera.assessment.Anchors;
import org.tessera.assessment.Assessments;
import org.tessera.assessment.Assessments.Hearing;
import org.tessera.assessment.CaseAnswer;
import org.tessera.assessment.Finding;
import org.tessera.assessment.Missing;
import org.tessera.assessment.Stage;
import org.tessera.assessment.Turnaround;
import org.tessera.credential.CredentialId;
import org.tessera.writing.ui.WritingField;

/** What came of the own submission: how far it is, what was found row by row, and another look where one can be asked for. */
@Route("submissions/:credential/result")
@RolesAllowed("PERSON")
@CssImport("./styles/page-parts.css")
@CssImport("./styles/assessment.css")
class ResultView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Assessments assessments;
    private final transient Anchors anchors;
    private final transient InstantSource clock;
    private final PersonId me;
    private String name = "";

    ResultView(Assessments assessments, Anchors anchors, InstantSource clock, CurrentUser user) {
        this.assessments = assessments;
        this.anchors = anchors;
        this.clock = clock;
        this.me = user.require().id();
        addClassNames("page", "result-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(new CredentialId(event.getRouteParameters().get("credential").orElse("")));
    }

    private void show(CredentialId credential) {
        Assessments.Report report = assessments.report(me, credential).orElseThrow(NotFoundException::new);
        removeAll();
        name = report.credential().name().in(getLocale());
        CaseWords words = new CaseWords(this, getLocale(), report.credential());
        Anchor back = new Anchor("submissions/" + credential, getTranslation("assessment.result.submission"));
        Div facts = new Div(new Span(name), back);
        facts.addClassName("page-facts");
        Div header = new Div(new H1(getTranslation("assessment.result.title")), facts);
        header.addClassName("page-header");
        add(header);
        report.hearings().forEach(hearing -> add(section(report, hearing, words)));
        // what the district would like comes after what the earner came for
        anchors.questions(me, credential)
                .forEach(question -> add(new ConsentNote(anchors, me, question, () -> show(credential))));
    }

    private Section section(Assessments.Report report, Hearing hearing, CaseWords words) {
        Span stage = new Span(CaseWords.stage(this, hearing.stage()));
        stage.addClassName("stage-mark");
        Div head = new Div(new H2(getTranslation("assessment.result.handin", hearing.handIn())), stage);
        head.addClassName("found-head");
        Section section = new Section(head, new Paragraph(turnaround(hearing.turnaround(), hearing.stage())));
        section.addClassName("card");
        if (!hearing.missing().isEmpty()) {
            section.add(new Paragraph(getTranslation("assessment.result.missing")), missing(hearing.missing(), words));
        }
        for (Finding finding : hearing.findings()) {
            hearing.brief().row(finding.row()).ifPresent(row -> section.add(new FoundRow(row, finding, words)));
        }
        if (!hearing.findings().isEmpty()) {
            boolean isEarned = hearing.findings().stream().allMatch(Finding::isMet);
            section.add(
                    new Paragraph(getTranslation(isEarned ? "assessment.result.earned" : "assessment.result.unmet")));
            if (isEarned) {
                section.add(new Paragraph(new Anchor("badges", getTranslation("assessment.result.badge"))));
            }
        }
        hearing.appeal()
                .ifPresent(appeal -> section.add(new Paragraph(getTranslation(
                        hearing.stage() == Stage.APPEAL ? "assessment.appeal.open" : "assessment.appeal.heard",
                        When.day(appeal.at(), getLocale())))));
        hearing.appealUntil()
                .ifPresent(until -> section.add(appeal(report.credential().ref().id(), hearing, until, words)));
        return section;
    }

    private String turnaround(Turnaround turnaround, Stage stage) {
        Instant now = clock.instant();
        if (turnaround.settled().isPresent()) {
            return getTranslation("assessment.turnaround.took", turnaround.days());
        }
        if (stage == Stage.CHECK) {
            return getTranslation(
                    turnaround.isCheckLate(now) ? "assessment.turnaround.check.late" : "assessment.turnaround.check",
                    When.day(turnaround.checkDue().minusMillis(1), getLocale()),
                    When.day(turnaround.resultDue().minusMillis(1), getLocale()));
        }
        return getTranslation(
                turnaround.isOverdue(now)
                        ? "assessment.turnaround.overdue"
                        : turnaround.isLate(now) ? "assessment.turnaround.late" : "assessment.turnaround.result",
                turnaround.days(),
                When.day(turnaround.resultDue().minusMillis(1), getLocale()),
                When.day(turnaround.latest().minusMillis(1), getLocale()));
    }

    private UnorderedList missing(List<Missing> missing, CaseWords words) {
        UnorderedList list = new UnorderedList();
        missing.forEach(one -> {
            Span what = new Span(words.place(one.place()) + ": "
                    + getTranslation("assessment.lack." + one.what().name().toLowerCase(Locale.ROOT)));
            what.addClassName("found-level");
            list.add(new ListItem(what, new Paragraph(one.words())));
        });
        return list;
    }

    private Component appeal(CredentialId credential, Hearing hearing, Instant until, CaseWords words) {
        CheckboxGroup<String> rows = new CheckboxGroup<>();
        rows.setLabel(getTranslation("assessment.appeal.rows"));
        rows.setItems(hearing.findings().stream()
                .filter(finding -> !finding.isMet())
                .map(Finding::row)
                .toList());
        rows.setItemLabelGenerator(words::row);
        WritingField why = new WritingField(getTranslation("assessment.appeal.why"), hearing.appealText());
        Paragraph trouble = new Paragraph();
        trouble.addClassName("fault");
        trouble.getElement().setAttribute("role", "alert");
        Button ask = new Button(
                getTranslation("assessment.appeal.ask"),
                _ -> WritingField.deliver(
                        this,
                        List.of(why),
                        () -> ask(credential, hearing.handIn(), rows.getValue(), trouble, words),
                        () -> trouble.setText(getTranslation("assessment.no.undelivered"))));
        ask.addThemeVariants(ButtonVariant.PRIMARY);
        Details details = new Details(
                new H3(getTranslation("assessment.appeal.title")),
                new Paragraph(getTranslation("assessment.appeal.what", When.day(until, getLocale()))),
                rows,
                why,
                trouble,
                ask);
        details.addClassName("appeal");
        return details;
    }

    private void ask(CredentialId credential, int handIn, Set<String> rows, Paragraph trouble, CaseWords words) {
        switch (assessments.appeal(me, credential, handIn, rows)) {
            case CaseAnswer.Done _ -> {
                Notification.show(getTranslation("assessment.appeal.done"));
                show(credential);
            }
            case CaseAnswer.Refused(var no) -> trouble.setText(words.refusal(no));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", getTranslation("assessment.result.title") + ": " + name);
    }
}
