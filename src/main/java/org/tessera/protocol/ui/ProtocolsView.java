package org.tessera.protocol.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tessera.account.Accounts;
import org.tessera.account.CurrentUser;
import org.tessera.account.PersonId;
import org.tessera.account.Team;
import org.tessera.protocol.OwnProtocol;
import org.tessera.protocol.OwnProtocols;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Protocols;

/** Every protocol a person can hold a meeting by, and the ways to one of one's own. */
@Route("protocols")
@RolesAllowed("PERSON")
@CssImport("./styles/page-parts.css")
@CssImport("./styles/protocol.css")
class ProtocolsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient OwnProtocols own;
    private final transient Protocols shipped;
    private final transient Accounts accounts;
    private final transient CurrentUser user;
    private final List<ProtocolLine> lines = new ArrayList<>();
    private final Span found = new Span();

    ProtocolsView(OwnProtocols own, Protocols shipped, Accounts accounts, CurrentUser user) {
        this.own = own;
        this.shipped = shipped;
        this.accounts = accounts;
        this.user = user;
        addClassNames("page", "protocols-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        PersonId me = user.require().id();
        removeAll();
        lines.clear();
        List<OwnProtocol> mine = own.seenBy(me);
        Paragraph lead = new Paragraph(getTranslation("protocol.list.lead"));
        lead.addClassName("quiet");
        add(new H1(getTranslation("protocol.list.title")), lead, actions(accounts.teamsOf(me), me), search());
        add(section(
                "protocol.list.own", mine.stream().map(each -> line(each, me)).toList()));
        add(section(
                "protocol.list.shipped",
                shipped.all().stream().map(ProtocolLine::new).toList()));
        showFound("");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", getTranslation("protocol.list.title"));
    }

    private Component actions(List<Team> teams, PersonId me) {
        Button write = new Button(
                getTranslation("protocol.list.new"),
                _ -> TeamDialog.ask(teams, "protocol.list.new", "protocol.list.new.do", team -> begin(team, me)));
        write.addThemeVariants(ButtonVariant.PRIMARY);
        write.setEnabled(!teams.isEmpty());
        Anchor in = new Anchor("protocols/import", getTranslation("protocol.list.import"));
        in.addClassName("action");
        Div actions = new Div(write, in);
        actions.addClassName("page-actions");
        if (teams.isEmpty()) {
            actions.add(new Span(getTranslation("protocol.list.teamless")));
        }
        return actions;
    }

    private void begin(Team team, PersonId me) {
        own.begin(team.id(), me, new FirstDraft(this, team).tree())
                .ifPresent(id -> getUI().ifPresent(ui -> ui.navigate("protocols/" + id + "/edit")));
    }

    private Component search() {
        TextField search = new TextField(getTranslation("protocol.list.search"));
        search.setHelperText(getTranslation("protocol.list.search.help"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(event -> showFound(event.getValue()));
        found.getElement().setAttribute("role", "status");
        found.addClassName("quiet");
        Div row = new Div(search, found);
        row.addClassName("search");
        return row;
    }

    private void showFound(String wanted) {
        lines.forEach(line -> line.setVisible(line.isAbout(wanted)));
        long count = lines.stream().filter(Component::isVisible).count();
        found.setText(wanted.isBlank() ? "" : getTranslation("protocol.list.found", count));
    }

    private Component section(String key, List<ProtocolLine> of) {
        Section section = new Section(new H2(getTranslation(key)));
        if (of.isEmpty()) {
            Paragraph empty = new Paragraph(getTranslation("protocol.list.own.empty"));
            empty.addClassName("quiet");
            section.add(empty);
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("protocol-lines");
        of.forEach(list::add);
        lines.addAll(of);
        section.add(list);
        return section;
    }

    private ProtocolLine line(OwnProtocol protocol, PersonId me) {
        Optional<Pack> pack = protocol.latest()
                .flatMap(ref -> own.read(ref, me))
                .or(() -> own.draft(protocol.id(), me)
                        .flatMap(draft -> own.check(draft).preview()));
        String team = accounts.team(protocol.team()).map(Team::name).orElse("");
        return new ProtocolLine(protocol, team, pack);
    }
}
