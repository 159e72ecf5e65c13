package org.tessera.account.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.tessera.account.Accounts;
import org.tessera.account.CurrentUser;
import org.tessera.account.School;
import org.tessera.account.SignedIn;
import org.tessera.account.Team;
import org.tessera.account.TeamId;

/** A team's page, for its members only: to everybody else it does not exist. */
@Route("teams/:team")
@RolesAllowed("PERSON")
public class TeamView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Accounts accounts;
    private final transient CurrentUser user;
    private final transient ObjectProvider<TeamCard> cards;
    private String name = "";

    TeamView(Accounts accounts, CurrentUser user, ObjectProvider<TeamCard> cards) {
        this.accounts = accounts;
        this.user = user;
        this.cards = cards;
        addClassNames("page", "team");
    }

    /** What a link to the team's page needs. */
    public static RouteParameters parameters(TeamId team) {
        return new RouteParameters("team", team.value().toString());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        SignedIn me = user.require();
        Team team = event.getRouteParameters()
                .get("team")
                .flatMap(TeamView::id)
                .flatMap(accounts::team)
                .filter(found -> accounts.isMember(found.id(), me.id()))
                .orElseThrow(NotFoundException::new);
        show(team, me);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", name);
    }

    private void show(Team team, SignedIn me) {
        name = team.name();
        removeAll();
        add(new H1(team.name()));
        accounts.school(team.school()).map(School::name).map(Paragraph::new).ifPresent(school -> {
            school.addClassName("quiet");
            add(school);
        });
        Div sections = new Div();
        sections.addClassName("cards");
        cards.orderedStream()
                .map(card -> card.forTeam(team, me))
                .flatMap(Optional::stream)
                .forEach(sections::add);
        sections.add(new Members(accounts.membersOf(team.id()), me));
        add(sections);
    }

    private static Optional<TeamId> id(String text) {
        try {
            return Optional.of(new TeamId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
