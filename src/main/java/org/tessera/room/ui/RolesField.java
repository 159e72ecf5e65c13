package org.tessera.room.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.protocol.Role;

/** Who comes to a meeting, and as what. The team is there; a coach of the district can be added. */
final class RolesField extends CustomField<Map<PersonId, Role>> {

    private final Map<PersonId, Select<Role>> places = new LinkedHashMap<>();
    private final Div rows = new Div();
    private final ComboBox<Person> coaches = new ComboBox<>();
    private List<Role> roles = List.of();

    RolesField(List<Person> team, List<Person> district) {
        setLabel(getTranslation("room.new.people"));
        setHelperText(getTranslation("room.new.people.help"));
        rows.addClassName("role-rows");
        team.forEach(this::addRow);
        coaches.setLabel(getTranslation("room.new.coach"));
        coaches.setItems(district.stream()
                .filter(person -> team.stream().map(Person::id).noneMatch(person.id()::equals))
                .toList());
        coaches.setItemLabelGenerator(Person::name);
        coaches.setPlaceholder(getTranslation("room.new.coach.none"));
        coaches.setClearButtonVisible(true);
        coaches.addValueChangeListener(
                event -> Optional.ofNullable(event.getValue()).ifPresent(this::addCoach));
        add(rows, coaches);
    }

    /** Offers the roles of another protocol; whoever had one it does not know takes part. */
    void offer(List<Role> offered) {
        roles = List.copyOf(offered);
        places.values().forEach(place -> {
            Role had = place.getValue();
            place.setItems(roles);
            if (had != null) {
                place.setValue(roles.contains(had) ? had : Role.PARTICIPANT);
            }
        });
        updateValue();
    }

    @Override
    protected Map<PersonId, Role> generateModelValue() {
        Map<PersonId, Role> value = new LinkedHashMap<>();
        places.forEach((person, place) -> {
            if (place.getValue() != null) {
                value.put(person, place.getValue());
            }
        });
        return value;
    }

    @Override
    protected void setPresentationValue(Map<PersonId, Role> value) {
        places.forEach((person, place) -> {
            Role role = value.get(person);
            if (role == null) {
                place.clear();
            } else {
                place.setValue(role);
            }
        });
    }

    private Select<Role> addRow(Person person) {
        Select<Role> place = new Select<>();
        place.setLabel(person.name());
        place.setEmptySelectionAllowed(true);
        place.setEmptySelectionCaption(getTranslation("room.new.people.absent"));
        place.setItemLabelGenerator(role ->
                role == null ? getTranslation("room.new.people.absent") : getTranslation("role." + role.word()));
        place.setItems(roles);
        place.addValueChangeListener(_ -> updateValue());
        places.put(person.id(), place);
        rows.add(place);
        return place;
    }

    private void addCoach(Person person) {
        if (!places.containsKey(person.id())) {
            Select<Role> place = addRow(person);
            place.setValue(roles.contains(Role.COACH) ? Role.COACH : Role.PARTICIPANT);
        }
        coaches.clear();
    }
}
