package org.tessera.submission.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.tessera.account.SignedIn;
import org.tessera.account.ui.HomeCard;
import org.tessera.submission.Consents;
import org.tessera.submission.WordConsent;

/** Says on the home page that a colleague waits for an answer. */
@org.springframework.stereotype.Component
@Order(20)
class ConsentNotice implements HomeCard {

    private final Consents consents;

    ConsentNotice(Consents consents) {
        this.consents = consents;
    }

    @Override
    public Optional<Component> forPerson(SignedIn person) {
        long waiting = consents.askedOf(person.id()).stream()
                .filter(consent -> consent.state() == WordConsent.State.ASKED)
                .count();
        return waiting == 0 ? Optional.empty() : Optional.of(new Card(waiting));
    }

    /** The notice itself. */
    static final class Card extends Div {

        private static final long serialVersionUID = 1L;

        Card(long waiting) {
            addClassName("card");
            add(
                    new Paragraph(getTranslation("consent.waiting", waiting)),
                    new Anchor("consents", getTranslation("consent.open")));
        }
    }
}
