package org.tessera.plan.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.tessera.account.Person;
import org.tessera.account.PersonId;

/** Who of a team means to earn the credentials. */
final class EarnersField extends CheckboxGroup<Person> {

    private final List<Person> members;

    EarnersField(List<Person> members) {
        this.members = members;
        setLabel(getTranslation("plan.form.earners"));
        setHelperText(getTranslation("plan.form.earners.help"));
        setItems(members);
        setItemLabelGenerator(Person::name);
    }

    /** Ticks those of them who are in the team. */
    void show(Collection<PersonId> earners) {
        setValue(
                members.stream().filter(person -> earners.contains(person.id())).collect(Collectors.toSet()));
    }

    /** Who is ticked, in the order of the team. */
    List<PersonId> earners() {
        return members.stream().filter(getValue()::contains).map(Person::id).toList();
    }
}
