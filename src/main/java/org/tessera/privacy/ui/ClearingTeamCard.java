package org.tessera.privacy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.tessera.account.SignedIn;
import org.tessera.account.Team;
import org.tessera.account.ui.TeamCard;

/** Leads from a team's page to its student work and its list of names. */
@org.springframework.stereotype.Component
@Order(450)
class ClearingTeamCard implements TeamCard {

    @Override
    public Optional<Component> forTeam(Team team, SignedIn member) {
        return Optional.of(new Card());
    }

    /** The card itself. */
    static final class Card extends Div {

        private static final long serialVersionUID = 1L;

        Card() {
            addClassName("card");
            add(
                    new H2(getTranslation("privacy.title")),
                    new Paragraph(getTranslation("privacy.card.lead")),
                    new Anchor(ClearancePages.ALL, getTranslation("privacy.card.open")));
        }
    }
}
