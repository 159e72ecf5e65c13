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
import org.tessera.credit.AttendedMeeting;
import org.tessera.credit.CreditWording;
import org.tessera.credit.Credits;
import org.tessera.credit.Registration;
import org.tessera.credit.SchoolYear;

/** Somebody's own hours on the home page: time in meetings this school year, registrations that wait, rules there are. */
@org.springframework.stereotype.Component
@Order(330)
class CreditCard implements HomeCard {

    private final Credits credits;

    CreditCard(Credits credits) {
        this.credits = credits;
    }

    @Override
    public Optional<Component> forPerson(SignedIn person) {
        if (person.guest()) {
            return Optional.empty();
        }
        int minutes = credits.meetingsOf(person.id()).stream()
                .filter(meeting -> SchoolYear.of(meeting.day()).equals(SchoolYear.of(credits.today())))
                .mapToInt(AttendedMeeting::minutes)
                .sum();
        long waiting = credits.registrationsOf(person.id()).stream()
                .filter(one -> one.state() == Registration.State.WAITING)
                .count();
        boolean hasRules = !credits.rulesFor(person.id()).isEmpty();
        return minutes == 0 && waiting == 0 && !hasRules
                ? Optional.empty()
                : Optional.of(new Card(minutes, waiting, hasRules));
    }

    /** The card itself. */
    static final class Card extends Section {

        private static final long serialVersionUID = 1L;

        Card(int minutes, long waiting, boolean hasRules) {
            addClassName("card");
            add(new H2(getTranslation("credit.hours")));
            if (minutes > 0) {
                add(new Paragraph(getTranslation("credit.card.minutes", new CreditWording(getLocale()).time(minutes))));
            }
            if (waiting > 0) {
                add(new Paragraph(getTranslation("credit.card.waiting", waiting)));
            }
            if (hasRules) {
                add(new Paragraph(getTranslation("credit.card.rules")));
            }
            add(new Anchor("hours", getTranslation("credit.card.open")));
        }
    }
}
