package org.tessera.plan.ui;

import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.plan.Leads;
import org.tessera.plan.Part;
import org.tessera.plan.PlanEdit;
import org.tessera.plan.PlannedMeeting;

/** Gives the parts of a meeting around its protocols to others. */
final class LeadsDialog extends PlanDialog {

    private final List<Person> members;

    LeadsDialog(PlannedMeeting meeting, Leads leads, List<Person> members, PlanWords words, Asking asking) {
        super(translate("plan.leads.title", words.when(meeting.at())));
        this.members = members;
        Select<Person> opening = select(words, Part.Kind.OPENING, leads.opening());
        Select<Person> actions = select(words, Part.Kind.ACTIONS, leads.actions());
        Select<Person> closing = select(words, Part.Kind.CLOSING, leads.closing());
        add(opening, actions, closing);
        act("plan.leads.do", () -> {
            String refused = ask(asking, meeting, Part.Kind.OPENING, leads.opening(), opening)
                    + ask(asking, meeting, Part.Kind.ACTIONS, leads.actions(), actions)
                    + ask(asking, meeting, Part.Kind.CLOSING, leads.closing(), closing);
            wrong(refused);
            if (refused.isBlank()) {
                close();
            }
        });
    }

    private Select<Person> select(PlanWords words, Part.Kind part, PersonId now) {
        Select<Person> select = new Select<>();
        select.setLabel(words.part(part));
        select.setItems(members);
        select.setItemLabelGenerator(Person::name);
        select.setWidthFull();
        members.stream().filter(person -> person.id().equals(now)).findFirst().ifPresent(select::setValue);
        return select;
    }

    private static String ask(
            Asking asking, PlannedMeeting meeting, Part.Kind part, PersonId was, Select<Person> select) {
        Person chosen = select.getValue();
        return chosen == null || chosen.id().equals(was)
                ? ""
                : asking.change(new PlanEdit.Lead(meeting.id(), part, chosen.id()));
    }
}
