package org.tessera.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Locale;
import org.tessera.account.DistrictPerson;
import org.tessera.account.Office;
import org.tessera.account.PersonId;
import org.tessera.account.Team;
import org.tessera.account.WelcomeLinks;

/** Everybody of the district, found by name or address; and a form to invite somebody. */
final class OfficePeople extends OfficePart {

    private static final long serialVersionUID = 1L;
    private static final int AT_ONCE = 40;

    private final transient Office office;
    private final transient WelcomeLinks links;
    private final PersonId me;
    private final H2 title = new H2();
    private final TextField sought = new TextField();
    private final UnorderedList list = new UnorderedList();
    private final Paragraph none = new Paragraph();
    private final Button more = new Button();
    private int shown = AT_ONCE;

    OfficePeople(Office office, WelcomeLinks links, PersonId me) {
        this.office = office;
        this.links = links;
        this.me = me;
        sought.setLabel(getTranslation("office.people.find"));
        sought.setClearButtonVisible(true);
        sought.setValueChangeMode(ValueChangeMode.LAZY);
        sought.addValueChangeListener(_ -> {
            shown = AT_ONCE;
            show();
        });
        list.addClassName("office-people");
        none.setText(getTranslation("office.people.none"));
        more.setText(getTranslation("office.people.more"));
        more.addClickListener(_ -> {
            shown += AT_ONCE;
            show();
        });
        Section people = new Section(title, sought, list, none, more);
        people.addClassName("card");
        add(new InviteForm(office, links, me, this::show), people);
        show();
    }

    private void show() {
        List<DistrictPerson> all = office.people(me);
        List<Team> teams = office.teams(me);
        String words = sought.getValue().strip().toLowerCase(Locale.ROOT);
        List<DistrictPerson> found =
                all.stream().filter(one -> fits(one, words)).toList();
        title.setText(getTranslation("office.people.title", all.size()));
        list.removeAll();
        found.stream().limit(shown).forEach(one -> list.add(new PersonEntry(office, links, me, one, teams)));
        none.setVisible(found.isEmpty());
        more.setVisible(found.size() > shown);
    }

    private static boolean fits(DistrictPerson one, String words) {
        return one.person().name().toLowerCase(Locale.ROOT).contains(words)
                || one.person().email().contains(words);
    }
}
