package org.tessera.submission.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Collection;
import java.util.List;
import org.tessera.account.Team;
import org.tessera.submission.TeamWork;

/** The ways to pages on which teams work at what credentials ask for, team by team. */
final class TeamWorkLinks extends UnorderedList {

    private static final long serialVersionUID = 1L;

    TeamWorkLinks(Collection<Team> teams, List<TeamWork> works) {
        addClassName("team-work");
        for (Team team : teams) {
            ListItem item = new ListItem(new Span(team.name()));
            works.forEach(work -> item.add(
                    new Anchor("teams/" + team.id().value() + "/" + work.page(), getTranslation(work.nameKey()))));
            add(item);
        }
    }
}
