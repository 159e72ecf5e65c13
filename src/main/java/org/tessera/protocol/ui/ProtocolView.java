package org.tessera.protocol.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
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
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tessera.account.Accounts;
import org.tessera.account.CurrentUser;
import org.tessera.account.Languages;
import org.tessera.account.PersonId;
import org.tessera.account.Team;
import org.tessera.protocol.Budget;
import org.tessera.protocol.OwnProtocol;
import org.tessera.protocol.OwnProtocols;
import org.tessera.protocol.Pack;
import org.tessera.protocol.PackRef;
import org.tessera.protocol.Protocols;
import org.tessera.protocol.Text;

/**
 * One protocol to be read, {@code ?version=} in an older version. A team's own is here for those who have it; to everybody
 * else it does not exist.
 */
@Route("protocols/:protocol")
@RolesAllowed("PERSON")
@CssImport("./styles/page-parts.css")
@CssImport("./styles/protocol.css")
class ProtocolView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient OwnProtocols protocols;
    private final transient Protocols shipped;
    private final transient Accounts accounts;
    private final transient CurrentUser user;
    private String title = "";

    ProtocolView(OwnProtocols protocols, Protocols shipped, Accounts accounts, CurrentUser user) {
        this.protocols = protocols;
        this.shipped = shipped;
        this.accounts = accounts;
        this.user = user;
        addClassNames("page", "protocol-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        PersonId me = user.require().id();
        String id = event.getRouteParameters().get("protocol").orElse("");
        Optional<String> version = event.getLocation().getQueryParameters().getSingleParameter("version");
        Optional<OwnProtocol> own = protocols.find(id, me);
        Optional<PackRef> latest = OwnProtocol.isOwn(id)
                ? own.flatMap(OwnProtocol::latest)
                : shipped.all().stream()
                        .map(Pack::ref)
                        .filter(ref -> ref.id().equals(id))
                        .findFirst();
        removeAll();
        if (own.isPresent() && latest.isEmpty() && version.isEmpty()) {
            showDraft(own.get());
            return;
        }
        Pack pack = version.map(number -> new PackRef(id, number))
                .or(() -> latest)
                .flatMap(ref -> protocols.read(ref, me))
                .orElseThrow(NotFoundException::new);
        show(pack, own, latest, me);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", title);
    }

    /** Nothing is published yet: whoever may see it at all may write it. */
    private void showDraft(OwnProtocol own) {
        title = own.name().in(getLocale());
        Anchor edit = new Anchor("protocols/" + own.id() + "/edit", getTranslation("protocol.edit"));
        edit.addClassName("primary-link");
        add(new H1(title), new Paragraph(getTranslation("protocol.read.draft")), edit);
    }

    private void show(Pack pack, Optional<OwnProtocol> own, Optional<PackRef> latest, PersonId me) {
        title = pack.name().in(getLocale());
        Span version = new Span(getTranslation("protocol.version", pack.ref().version()));
        Span facts = new Span(getTranslation(
                "protocol.facts",
                Budget.usualMinutes(pack),
                pack.phases().size(),
                pack.groupSize().min(),
                pack.groupSize().max()));
        Span aspect = new Span(getTranslation("aspect." + pack.aspect()));
        Div line = new Div(facts, aspect, version);
        line.addClassName("page-facts");
        add(new H1(title), line, new Paragraph(pack.purpose().in(getLocale())));
        latest.filter(ref -> !ref.equals(pack.ref())).ifPresent(ref -> {
            Paragraph older = new Paragraph(
                    new Span(getTranslation("protocol.read.older", ref.version()) + " "),
                    new Anchor("protocols/" + ref.id(), getTranslation("protocol.read.latest")));
            older.addClassName("page-note");
            add(older);
        });
        if (latest.isEmpty() && own.isEmpty()) {
            Paragraph gone = new Paragraph(getTranslation("protocol.read.not-offered"));
            gone.addClassName("page-note");
            add(gone);
        }
        own.filter(OwnProtocol::putAway).ifPresent(_ -> {
            Paragraph away = new Paragraph(getTranslation("protocol.read.away"));
            away.addClassName("page-note");
            add(away);
        });
        add(actions(pack, own, me));
        add(section("protocol.read.steps", new StepList(pack)));
        PlanPart plan = new PlanPart();
        plan.show(pack);
        add(plan);
        add(section("protocol.rights", hint("protocol.rights.help"), new RightsTable(pack)));
        add(section("protocol.field.norms", list(pack.norms())));
        add(section("protocol.read.origin", origin(pack, me)));
        own.filter(OwnProtocol::mayEdit).ifPresent(mine -> add(new HandingPart(protocols, mine, me)));
        add(new VersionsPart(protocols, accounts, pack.ref(), me));
    }

    private Component actions(Pack pack, Optional<OwnProtocol> own, PersonId me) {
        Div actions = new Div();
        actions.addClassName("page-actions");
        boolean offered = own.map(mine -> !mine.putAway()).orElse(true);
        if (offered) {
            Anchor hold = new Anchor("rooms/new?protocol=" + pack.ref().id(), getTranslation("protocol.hold"));
            hold.addClassName("primary-link");
            actions.add(hold);
        }
        own.filter(OwnProtocol::mayEdit).ifPresent(mine -> {
            Anchor edit = new Anchor("protocols/" + mine.id() + "/edit", getTranslation("protocol.edit"));
            edit.addClassName("action");
            actions.add(edit);
        });
        List<Team> teams = accounts.teamsOf(me);
        if (!teams.isEmpty()) {
            Button copy = new Button(
                    getTranslation("protocol.copy"),
                    _ -> TeamDialog.ask(teams, "protocol.copy", "protocol.copy.do", team -> copy(pack, team, me)));
            actions.add(copy);
        }
        Anchor export = new Anchor(
                "api/protocols/" + pack.ref().id() + "?version=" + pack.ref().version() + "&download",
                getTranslation("protocol.export"));
        export.getElement().setAttribute("download", true);
        export.setRouterIgnore(true);
        export.addClassName("action");
        actions.add(export);
        own.filter(OwnProtocol::mayEdit).ifPresent(mine -> {
            Button away =
                    new Button(getTranslation(mine.putAway() ? "protocol.bring-back" : "protocol.put-away"), _ -> {
                        if (mine.putAway()) {
                            protocols.bringBack(mine.id(), me);
                        } else {
                            protocols.putAway(mine.id(), me);
                        }
                        getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
                    });
            away.addThemeVariants(ButtonVariant.TERTIARY);
            actions.add(away);
        });
        return actions;
    }

    private void copy(Pack pack, Team team, PersonId me) {
        Words words = new Words(this, getLocale());
        Text name = new Text(Languages.ALL.stream()
                .collect(Collectors.toMap(
                        Locale::getLanguage,
                        each -> getTranslation(
                                each, "protocol.copy.name", pack.name().in(each)))));
        Text adapted = words.everywhere("protocol.copy.adapted", team.name());
        protocols.copy(pack.ref(), team.id(), me, name, adapted).ifPresent(id -> getUI().ifPresent(
                        ui -> ui.navigate("protocols/" + id + "/edit")));
    }

    private Component section(String key, Component... content) {
        Section section = new Section(new H2(getTranslation(key)));
        section.add(content);
        return section;
    }

    private Component hint(String key) {
        Paragraph hint = new Paragraph(getTranslation(key));
        hint.addClassName("quiet");
        return hint;
    }

    private Component list(List<Text> texts) {
        UnorderedList list = new UnorderedList();
        texts.forEach(text -> list.add(new ListItem(text.in(getLocale()))));
        return list;
    }

    private Component origin(Pack pack, PersonId me) {
        Div origin = new Div(new Paragraph(pack.attribution().credit().in(getLocale())));
        Paragraph licence = new Paragraph(pack.attribution().licence().in(getLocale()));
        licence.addClassName("quiet");
        UnorderedList sources = new UnorderedList();
        pack.attribution().sources().forEach(source -> sources.add(new ListItem(source)));
        origin.add(licence, sources);
        if (!pack.attribution().verified()) {
            Paragraph draft = new Paragraph(getTranslation("protocol.draft"));
            draft.addClassName("mark");
            origin.add(draft);
        }
        protocols
                .translated(pack.ref(), me)
                .filter(count -> count.both() < count.all())
                .ifPresent(count -> origin.add(
                        hint(count.both() == 0 ? "protocol.read.untranslated" : "protocol.read.half-translated")));
        return origin;
    }
}
