package org.tessera.badge.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.tessera.account.SignedIn;
import org.tessera.account.ui.HomeCard;
import org.tessera.badge.Badges;

/** Shows on the home page what one has earned; nothing before that. */
@org.springframework.stereotype.Component
@Order(320)
class BadgesCard implements HomeCard {

    private final Badges badges;

    BadgesCard(Badges badges) {
        this.badges = badges;
    }

    @Override
    public Optional<Component> forPerson(SignedIn person) {
        if (person.guest()) {
            return Optional.empty();
        }
        int earned = badges.of(person.id()).size();
        boolean isIssuer = badges.isIssuer(person.id());
        return earned == 0 && !isIssuer ? Optional.empty() : Optional.of(new Card(earned, isIssuer));
    }

    /** The card itself. */
    static final class Card extends Div {

        private static final long serialVersionUID = 1L;

        Card(int earned, boolean isIssuer) {
            addClassName("card");
            add(
                    new H2(getTranslation("badge.own.title")),
                    new Paragraph(getTranslation("badge.card", earned)),
                    new Anchor("badges", getTranslation("badge.card.open")));
            if (isIssuer) {
                add(new Paragraph(new Anchor("issued-badges", getTranslation("badge.issued.title"))));
            }
        }
    }
}
