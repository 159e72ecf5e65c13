package org.tessera.report.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.tessera.account.SignedIn;
import org.tessera.account.ui.HomeCard;
import org.tessera.report.Reports;

/** The way to the district's reports on an officer's home page. */
@org.springframework.stereotype.Component
@Order(345)
class ReportsCard implements HomeCard {

    private final Reports reports;

    ReportsCard(Reports reports) {
        this.reports = reports;
    }

    @Override
    public Optional<Component> forPerson(SignedIn person) {
        return person.guest() || !reports.isReader(person.id()) ? Optional.empty() : Optional.of(new Card());
    }

    /** The card itself. */
    static final class Card extends Section {

        private static final long serialVersionUID = 1L;

        Card() {
            addClassName("card");
            add(
                    new H2(getTranslation("report.title")),
                    new Paragraph(getTranslation("report.card")),
                    new Anchor("reports", getTranslation("report.card.open")));
        }
    }
}
