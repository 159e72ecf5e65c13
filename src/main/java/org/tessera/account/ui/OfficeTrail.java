package org.tessera.account.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import org.tessera.account.Accounts;
import org.tessera.account.Office;
import org.tessera.account.OfficeDeed;
import org.tessera.account.PersonId;

/** What officers did lately, the newest first. */
final class OfficeTrail extends OfficePart {

    private static final long serialVersionUID = 1L;

    OfficeTrail(Office office, Accounts accounts, PersonId me) {
        List<OfficeDeed> deeds = office.trail(me);
        Section card = new Section(
                new H2(getTranslation("office.section.trail")),
                new Paragraph(
                        getTranslation(deeds.isEmpty() ? "office.trail.none" : "office.trail.lead", Office.TRAIL)));
        card.addClassName("card");
        OrderedList list = new OrderedList();
        list.addClassName("office-trail");
        deeds.forEach(deed -> list.add(item(deed, accounts)));
        card.add(list);
        add(card);
    }

    private ListItem item(OfficeDeed deed, Accounts accounts) {
        Span at = new Span(When.told(deed.at(), getLocale()));
        at.addClassName("quiet");
        return new ListItem(
                new Span(getTranslation(
                        "office.trail." + deed.kind().name().toLowerCase(Locale.ROOT),
                        deed.by().map(accounts::nameOf).orElseGet(() -> getTranslation("office.trail.installation")),
                        deed.to().map(accounts::nameOf).orElse(""),
                        deed.thing())),
                at);
    }
}
