package org.tessera.submission.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.room.RoomId;
import org.tessera.submission.Contributions;

/** Whom a person lets see their part in a meeting; nobody to begin with, and it can be taken back at any time. */
final class ContributionSharing extends Section {

    private static final long serialVersionUID = 1L;

    ContributionSharing(Contributions contributions, RoomId room, PersonId me, List<Person> team) {
        CheckboxGroup<Person> viewers = new CheckboxGroup<>(getTranslation("contribution.share"));
        viewers.setHelperText(
                getTranslation("contribution.share.help", "contributions/" + room + "?person=" + me.value()));
        viewers.setItems(team.stream().filter(person -> !person.id().equals(me)).toList());
        viewers.setItemLabelGenerator(Person::name);
        List<PersonId> now = contributions.viewersOf(room, me);
        viewers.setValue(new HashSet<>(
                team.stream().filter(person -> now.contains(person.id())).toList()));
        viewers.addValueChangeListener(change -> {
            Set<Person> before = change.getOldValue();
            Set<Person> after = change.getValue();
            after.stream()
                    .filter(person -> !before.contains(person))
                    .forEach(person -> contributions.share(room, me, person.id()));
            before.stream()
                    .filter(person -> !after.contains(person))
                    .forEach(person -> contributions.stopSharing(room, me, person.id()));
        });
        add(new H2(getTranslation("contribution.sharing")), viewers);
    }
}
