package org.tessera.account.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.tessera.account.Accounts;
import org.tessera.account.CurrentUser;
import org.tessera.account.Team;

/** All my teams; who has only one goes straight to it. */
@Route("teams")
@RolesAllowed("PERSON")
class TeamsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Accounts accounts;
    private final transient CurrentUser user;

    TeamsView(Accounts accounts, CurrentUser user) {
        this.accounts = accounts;
        this.user = user;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<Team> teams = accounts.teamsOf(user.require().id());
        if (teams.size() == 1) {
            event.forwardTo(TeamView.class, TeamView.parameters(teams.getFirst().id()));
            return;
        }
        removeAll();
        add(new H1(getTranslation("account.teams.title")));
        add(teams.isEmpty() ? new Paragraph(getTranslation("account.home.teamless")) : new TeamList(accounts, teams));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title", getTranslation("account.teams.title"));
    }
}
