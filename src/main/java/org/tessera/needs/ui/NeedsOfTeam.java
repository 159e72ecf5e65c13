package org.tessera.needs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.tessera.account.SignedIn;
import org.tessera.account.Team;
import org.tessera.account.ui.TeamCard;
import org.tessera.entry.Entries;
import org.tessera.needs.Interview;
import org.tessera.needs.Survey;
import org.tessera.needs.Surveys;

/** The way to a team's needs on its page. */
@org.springframework.stereotype.Component
@Order(25)
class NeedsOfTeam implements TeamCard {

    private final Surveys surveys;
    private final Entries entries;

    NeedsOfTeam(Surveys surveys, Entries entries) {
        this.surveys = surveys;
        this.entries = entries;
    }

    @Override
    public Optional<Component> forTeam(Team team, SignedIn member) {
        List<Survey> all = surveys.of(team.id(), member.id());
        int talks = entries.of(team.id(), Interview.KIND, member.id()).size();
        Section card = new Section();
        card.addClassName("card");
        Anchor link = new Anchor("teams/" + team.id().value() + "/needs", card.getTranslation("needs.card.open"));
        link.addClassName("primary-link");
        card.add(
                new H2(card.getTranslation("needs.title")),
                new Paragraph(
                        all.isEmpty() && talks == 0
                                ? card.getTranslation("needs.card.none")
                                : card.getTranslation(
                                        "needs.card.sum",
                                        talks,
                                        all.size(),
                                        all.stream().filter(surveys::isOpen).count())),
                link);
        return Optional.of(card);
    }
}
