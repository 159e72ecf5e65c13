package org.tessera.credit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.tessera.account.SignedIn;
import org.tessera.account.ui.HomeCard;
import org.tessera.credit.Credits;

/** The way to the district's table on an officer's home page, and how many registrations wait for an answer. */
@org.springframework.stereotype.Component
@Order(335)
class CreditOfficerCard implements HomeCard {

    private final Credits credits;

    CreditOfficerCard(Credits credits) {
        this.credits = credits;
    }

    @Override
    public Optional<Component> forPerson(SignedIn person) {
        return person.guest() || !credits.isOfficer(person.id())
                ? Optional.empty()
                : Optional.of(new Card(credits.waitingFor(person.id()).size()));
    }

    /** The card itself. */
    static final class Card extends Section {

        private static final long serialVersionUID = 1L;

        Card(int waiting) {
            addClassName("card");
            add(
                    new H2(getTranslation("credit.table")),
                    new Paragraph(getTranslation("credit.card.officer", waiting)),
                    new Anchor("credit-table", getTranslation("credit.card.officer.open")));
        }
    }
}
