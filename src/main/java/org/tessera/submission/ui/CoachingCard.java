package org.tessera.submission.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.tessera.account.Accounts;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.account.SignedIn;
import org.tessera.account.Team;
import org.tessera.account.ui.HomeCard;
import org.tessera.submission.Picks;
import org.tessera.submission.TeamWork;

/** Tells a coach on the home page who named them, and leads to what they may read and write there. */
@org.springframework.stereotype.Component
@Order(305)
class CoachingCard implements HomeCard {

    private final Picks picks;
    private final Accounts accounts;
    private final List<TeamWork> works;

    CoachingCard(Picks picks, Accounts accounts, List<TeamWork> works) {
        this.picks = picks;
        this.accounts = accounts;
        this.works = works;
    }

    @Override
    public Optional<Component> forPerson(SignedIn person) {
        List<PersonId> coached = picks.coachedBy(person.id());
        if (coached.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Team> teams = accounts.person(person.id()).map(Person::district).stream()
                .flatMap(district -> coached.stream()
                        .flatMap(earner -> accounts.teamsOf(earner).stream())
                        .filter(team -> team.district().equals(district)))
                .collect(Collectors.toMap(
                        team -> team.name() + " " + team.id().value(), team -> team, (one, _) -> one, TreeMap::new));
        return Optional.of(new Card(coached, teams.values().stream().toList(), accounts, works));
    }

    /** The card itself. */
    @CssImport("./styles/evidence.css")
    static final class Card extends Div {

        private static final long serialVersionUID = 1L;

        Card(List<PersonId> coached, List<Team> teams, Accounts accounts, List<TeamWork> works) {
            addClassName("card");
            UnorderedList list = new UnorderedList();
            coached.forEach(
                    earner -> list.add(new ListItem(new Anchor("picks/" + earner.value(), accounts.nameOf(earner)))));
            add(new H2(getTranslation("picks.card")), new Paragraph(getTranslation("picks.card.lead")), list);
            if (!teams.isEmpty()) {
                add(new H3(getTranslation("picks.card.teams")), new TeamWorkLinks(teams, works));
            }
        }
    }
}
