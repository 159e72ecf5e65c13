package org.tessera.account.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.tessera.account.Access;
import org.tessera.account.DistrictPerson;
import org.tessera.account.Office;
import org.tessera.account.Officers;
import org.tessera.account.Person;
import org.tessera.account.PersonId;

/** Who acts for the district: named and dismissed by one another. */
final class OfficeOfficers extends OfficePart {

    private static final long serialVersionUID = 1L;

    private final transient Office office;
    private final transient Officers officers;
    private final PersonId me;
    private final Div content = new Div();

    OfficeOfficers(Office office, Officers officers, PersonId me) {
        this.office = office;
        this.officers = officers;
        this.me = me;
        Section card = new Section(
                new H2(getTranslation("office.section.officers")),
                new Paragraph(getTranslation("office.officers.lead")),
                content,
                says());
        card.addClassName("card");
        content.addClassName("office-part");
        add(card);
        show();
    }

    private void show() {
        content.removeAll();
        List<Person> all = officers.districtOf(me).map(officers::of).orElse(List.of());
        UnorderedList list = new UnorderedList();
        all.forEach(one -> list.add(new ListItem(new Span(one.name()), end(one))));
        content.add(list, naming(all.stream().map(Person::id).toList()));
    }

    private Component end(Person one) {
        if (officers.isFirst(one) || one.id().equals(me)) {
            Span why = new Span(
                    getTranslation(officers.isFirst(one) ? "office.officers.first" : "office.officers.oneself"));
            why.addClassName("quiet");
            return why;
        }
        Button dismiss = new Button(getTranslation("office.officers.dismiss"), _ -> {
            if (tell(officers.dismiss(me, one.id()), getTranslation("office.officers.dismissed", one.name()))) {
                show();
            }
        });
        dismiss.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        dismiss.setAriaLabel(getTranslation("office.officers.dismiss.which", one.name()));
        return dismiss;
    }

    private Div naming(List<PersonId> officersNow) {
        ComboBox<Person> person = new ComboBox<>(getTranslation("office.officers.who"));
        person.setItems(office.people(me).stream()
                .filter(one -> one.access() != Access.SUSPENDED)
                .map(DistrictPerson::person)
                .filter(one -> !officersNow.contains(one.id()))
                .toList());
        person.setItemLabelGenerator(one -> one.name() + " · " + one.email());
        Button name = new Button(getTranslation("office.officers.name"), _ -> {
            Person chosen = person.getValue();
            if (chosen == null) {
                say(getTranslation("office.officers.nobody"));
            } else if (tell(officers.name(me, chosen.id()), getTranslation("office.officers.named", chosen.name()))) {
                show();
            }
        });
        Div form = new Div(person, name);
        form.addClassName("office-adding");
        return form;
    }
}
