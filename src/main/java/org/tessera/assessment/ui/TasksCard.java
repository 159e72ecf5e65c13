package org.tessera.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.tessera.account.SignedIn;
import org.tessera.account.ui.HomeCard;
import org.tessera.assessment.Desk;
import org.tessera.assessment.Panels;

/** Tells an assessor on the home page what is on the desk, and an officer where the panel is looked after. */
@org.springframework.stereotype.Component
@Order(320)
class TasksCard implements HomeCard {

    private final Desk desk;
    private final Panels panels;

    TasksCard(Desk desk, Panels panels) {
        this.desk = desk;
        this.panels = panels;
    }

    @Override
    public Optional<Component> forPerson(SignedIn person) {
        if (person.guest()) {
            return Optional.empty();
        }
        int tasks = desk.of(person.id()).size();
        boolean isMember = panels.isMember(person.id()) || tasks > 0;
        boolean isOfficer = panels.isOfficer(person.id());
        return isMember || isOfficer ? Optional.of(new Card(tasks, isMember, isOfficer)) : Optional.empty();
    }

    /** The card itself. */
    static final class Card extends Div {

        private static final long serialVersionUID = 1L;

        Card(int tasks, boolean isMember, boolean isOfficer) {
            addClassName("card");
            add(new H2(getTranslation("assessment.card.title")));
            if (isMember) {
                add(
                        new Paragraph(getTranslation("assessment.card.tasks", tasks)),
                        new Paragraph(new Anchor("assessing", getTranslation("assessment.card.open"))));
            }
            if (isOfficer) {
                add(new Paragraph(new Anchor("panel", getTranslation("assessment.card.panel"))));
            }
        }
    }
}
