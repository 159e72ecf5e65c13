package org.tessera.account.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.tessera.account.Access;
import org.tessera.account.DistrictPerson;
import org.tessera.account.Office;
import org.tessera.account.Officers;
import org.tessera.account.SignedIn;

/** The way to the district's office, for its officers. */
@org.springframework.stereotype.Component
@Order(890)
final class OfficeCard implements HomeCard {

    private final Officers officers;
    private final Office office;

    OfficeCard(Officers officers, Office office) {
        this.officers = officers;
        this.office = office;
    }

    @Override
    public Optional<Component> forPerson(SignedIn person) {
        if (person.guest() || officers.districtOf(person.id()).isEmpty()) {
            return Optional.empty();
        }
        List<DistrictPerson> people = office.people(person.id());
        long waiting = people.stream()
                .filter(one -> one.access() == Access.INVITED || one.access() == Access.LINK_OVER)
                .count();
        Section card = new Section(
                new H2(I18NProvider.translate("office.title")),
                new Paragraph(I18NProvider.translate("office.card", people.size(), waiting)),
                new Anchor("office", I18NProvider.translate("office.card.open")));
        card.addClassName("card");
        return Optional.of(card);
    }
}
