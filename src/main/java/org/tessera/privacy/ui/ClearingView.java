package org.tessera.privacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.tessera.account.Accounts;
import org.tessera.account.CurrentUser;
import org.tessera.account.PersonId;
import org.tessera.account.Team;
import org.tessera.material.Material;
import org.tessera.material.MaterialId;
import org.tessera.material.Materials;
import org.tessera.privacy.Clearance;
import org.tessera.privacy.Clearances;
import org.tessera.privacy.NameLists;
import org.tessera.privacy.RecordingShelf;

/** What waits for a second look, the work of one's teams and how far it is, and the names that are looked for. */
@Route(ClearancePages.ALL)
@RolesAllowed("PERSON")
@CssImport("./styles/page-parts.css")
@CssImport("./styles/privacy.css")
class ClearingView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Clearances clearances;
    private final transient Materials materials;
    private final transient RecordingShelf recordings;
    private final transient NameLists names;
    private final transient Accounts accounts;
    private final transient PersonId me;

    ClearingView(
            Clearances clearances,
            Materials materials,
            RecordingShelf recordings,
            NameLists names,
            Accounts accounts,
            CurrentUser user) {
        this.recordings = recordings;
        this.clearances = clearances;
        this.materials = materials;
        this.names = names;
        this.accounts = accounts;
        me = user.require().id();
        addClassNames("page", "clearing-page");
        add(new H1(getTranslation("privacy.title")), new Paragraph(getTranslation("privacy.lead")));
        waiting();
        work();
        accounts.teamsOf(me).forEach(this::list);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", getTranslation("privacy.title"));
    }

    private void waiting() {
        List<Clearance> waiting = clearances.awaiting(me);
        add(new H2(getTranslation("privacy.waiting")));
        show(waiting, "privacy.waiting.none");
    }

    private void work() {
        List<Clearance> all = clearances.ofTeamsOf(me).stream()
                .filter(one -> clearances.awaiting(me).stream()
                        .noneMatch(other -> other.subject().equals(one.subject())))
                .toList();
        add(new H2(getTranslation("privacy.work")));
        show(all, "privacy.work.none");
    }

    private void show(List<Clearance> some, String none) {
        if (some.isEmpty()) {
            add(new Paragraph(getTranslation(none)));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("clearing-list");
        some.forEach(one -> list.add(line(one)));
        add(list);
    }

    private ListItem line(Clearance one) {
        ListItem line = new ListItem(
                new Anchor(ClearancePages.of(one.subject()), title(one)),
                new Span(getTranslation(
                        "privacy.line", accounts.nameOf(one.owner()), getTranslation(StateWords.state(one)))));
        if (!one.open().isEmpty()) {
            line.add(new Span(getTranslation("privacy.open", one.open().size())));
        }
        return line;
    }

    /** What a recording is called is told to nobody but who may hear it. */
    private String title(Clearance one) {
        return switch (one.subject().kind()) {
            case MATERIAL ->
                materials
                        .find(new MaterialId(one.subject().id()))
                        .map(Material::title)
                        .orElse("");
            case RECORDING ->
                recordings
                        .find(one.subject().id())
                        .filter(_ -> one.owner().equals(me) || one.waitsFor(me))
                        .map(RecordingShelf.Recording::title)
                        .orElseGet(() -> getTranslation("privacy.recording"));
        };
    }

    private void list(Team team) {
        Span count = new Span();
        count.getElement().setAttribute("role", "status");
        Runnable tell = () -> count.setText(getTranslation("privacy.names.count", names.count(team.id())));
        TextArea typed = new TextArea(getTranslation("privacy.names.typed"));
        typed.setHelperText(getTranslation("privacy.names.help"));
        typed.setWidthFull();
        Button add = new Button(getTranslation("privacy.names.add"), _ -> {
            names.add(me, team.id(), typed.getValue());
            typed.clear();
            tell.run();
        });
        Button clear = new Button(getTranslation("privacy.names.clear"), _ -> {
            names.clear(me, team.id());
            tell.run();
        });
        clear.setAriaLabel(getTranslation("privacy.names.clear") + ": " + team.name());
        tell.run();
        Div actions = new Div(add, clear);
        actions.addClassName("clearing-actions");
        add(new H2(getTranslation("privacy.names", team.name())), count, typed, actions);
    }
}
