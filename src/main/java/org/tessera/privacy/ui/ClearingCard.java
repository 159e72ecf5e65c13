package org.tessera.privacy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.tessera.account.SignedIn;
import org.tessera.account.ui.HomeCard;
import org.tessera.privacy.Clearance;
import org.tessera.privacy.Clearances;

/** Tells on the home page that work waits for a second look. */
@org.springframework.stereotype.Component
@Order(250)
class ClearingCard implements HomeCard {

    private final Clearances clearances;

    ClearingCard(Clearances clearances) {
        this.clearances = clearances;
    }

    @Override
    public Optional<Component> forPerson(SignedIn person) {
        List<Clearance> waiting = clearances.awaiting(person.id());
        return waiting.isEmpty() ? Optional.empty() : Optional.of(new Card(waiting.size()));
    }

    /** The card itself. */
    static final class Card extends Div {

        private static final long serialVersionUID = 1L;

        Card(int waiting) {
            addClassName("card");
            add(
                    new H2(getTranslation("privacy.card.title")),
                    new Paragraph(getTranslation("privacy.card.waits", waiting)),
                    new Anchor(ClearancePages.ALL, getTranslation("privacy.card.open")));
        }
    }
}
