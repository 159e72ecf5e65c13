package org.tessera.account.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.tessera.account.Accounts;
import org.tessera.account.School;
import org.tessera.account.Team;

/** Teams as links, each with its school. */
final class TeamList extends UnorderedList {

    private static final long serialVersionUID = 1L;

    TeamList(Accounts accounts, List<Team> teams) {
        addClassName("teams");
        for (Team team : teams) {
            RouterLink link = new RouterLink(team.name(), TeamView.class, TeamView.parameters(team.id()));
            Span school =
                    new Span(accounts.school(team.school()).map(School::name).orElse(""));
            school.addClassName("quiet");
            add(new ListItem(link, school));
        }
    }
}
