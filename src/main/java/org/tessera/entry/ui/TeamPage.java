package org.tessera.entry.ui;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;

/**
 * A page on which a team writes together. Members write, coaches read; to everybody else it does not exist. Its address names
 * the team as {@code :team}.
 */
@CssImport("./styles/entry.css")
public abstract class TeamPage extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Workplace workplace;
    private final String title;

    /** @param title key of the page's name */
    protected TeamPage(Workplace workplace, String title) {
        this.workplace = workplace;
        this.title = title;
        addClassNames("page", "entry-page");
    }

    /** Fills the page below its heading. */
    protected abstract void show(Visit visit);

    /** What the page works with. */
    protected final Workplace workplace() {
        return workplace;
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        Visit visit = workplace.visit(event);
        removeAll();
        add(new H1(getTranslation(title)));
        Paragraph whose = new Paragraph(
                visit.writes()
                        ? new Anchor(
                                "teams/" + visit.team().id().value(),
                                visit.team().name())
                        : new com.vaadin.flow.component.html.Span(
                                getTranslation("entry.coach", visit.team().name())));
        whose.addClassName("quiet");
        add(whose);
        show(visit);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", getTranslation(title));
    }
}
