package org.tessera.submission.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.tessera.account.SignedIn;
import org.tessera.account.ui.HomeCard;
import org.tessera.submission.EvidenceLinks;

/** Shows on the home page how far a person's evidence covers the stack. */
@org.springframework.stereotype.Component
@Order(300)
class EvidenceCard implements HomeCard {

    private final EvidenceLinks links;

    EvidenceCard(EvidenceLinks links) {
        this.links = links;
    }

    @Override
    public Optional<Component> forPerson(SignedIn person) {
        return Optional.of(new StackCoverage(links.matrix(person.id(), links.stackOf(person.id()))));
    }
}
