package org.tessera.account.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.tessera.account.Accounts;
import org.tessera.account.SignedIn;
import org.tessera.account.Team;

/** My teams, on the home page after what is more urgent. */
@org.springframework.stereotype.Component
@Order(900)
final class TeamsCard implements HomeCard {

    private final Accounts accounts;

    TeamsCard(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Optional<Component> forPerson(SignedIn person) {
        List<Team> teams = accounts.teamsOf(person.id());
        Section card = new Section(
                new H2(I18NProvider.translate("account.teams.title")),
                teams.isEmpty()
                        ? new Paragraph(I18NProvider.translate("account.home.teamless"))
                        : new TeamList(accounts, teams));
        card.addClassName("card");
        return Optional.of(card);
    }
}
