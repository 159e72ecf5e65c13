package org.tessera.assessment.ui;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.tessera.account.CurrentUser;
import org.tessera.account.PersonId;
import org.tessera.assessment.Agreements;
import org.tessera.assessment.Certificates;
import org.tessera.assessment.Desk;
import org.tessera.assessment.Panels;
import org.tessera.assessment.Trials;

/** What an assessor was drawn for, the most urgent first. */
@Route("assessing")
@RolesAllowed("PERSON")
@CssImport("./styles/page-parts.css")
@CssImport("./styles/assessment.css")
@CssImport("./styles/certification.css")
class TasksView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient Panels panels;
    private final transient Trials trials;
    private final transient Certificates certificates;
    private final transient Agreements agreements;
    private final PersonId me;

    TasksView(
            Desk desk,
            Panels panels,
            Trials trials,
            Certificates certificates,
            Agreements agreements,
            CurrentUser user) {
        this.desk = desk;
        this.panels = panels;
        this.trials = trials;
        this.certificates = certificates;
        this.agreements = agreements;
        this.me = user.require().id();
        addClassNames("page", "assessing-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<Desk.Errand> errands = desk.of(me);
        if (errands.isEmpty() && !panels.isMember(me)) {
            throw new NotFoundException();
        }
        removeAll();
        add(new H1(getTranslation("assessment.tasks.title")), new Paragraph(getTranslation("assessment.tasks.lead")));
        if (errands.isEmpty()) {
            add(new Paragraph(getTranslation("assessment.tasks.none")));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("task-list");
        errands.forEach(errand -> list.add(item(errand)));
        add(list, new OwnCertificatesPart(certificates.of(me), trials.of(me), agreements.own(me)), blindness());
    }

    private ListItem item(Desk.Errand errand) {
        Anchor open = new Anchor(
                "assessing/" + errand.on(),
                getTranslation(
                        "assessment.tasks.line",
                        CaseWords.task(this, errand.task()),
                        errand.on().number()));
        Span what = new Span(errand.credential().name().in(getLocale()));
        Span until = new Span(getTranslation("assessment.until", CaseWords.until(errand.until(), getLocale())));
        until.addClassName("quiet");
        ListItem item = new ListItem(open, what, until);
        item.addClassNames("card", "task-item");
        if (errand.rows() > 0) {
            Span begun = new Span(getTranslation("assessment.tasks.begun", errand.begun(), errand.rows()));
            begun.addClassName("quiet");
            item.add(begun);
        }
        return item;
    }

    private Section blindness() {
        Section section = new Section(
                new H2(getTranslation("assessment.tasks.blind")),
                new Paragraph(getTranslation("assessment.tasks.blind.how")));
        section.addClassName("page-note");
        return section;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", getTranslation("assessment.tasks.title"));
    }
}
