package org.tessera.room.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tessera.protocol.Role;
import org.tessera.room.MemberId;

/** Everybody in the room. */
final class People extends Section {

    private final H2 title = new H2();
    private final UnorderedList list = new UnorderedList();
    private final Map<MemberId, PersonRow> rows = new LinkedHashMap<>();
    private final List<Role> roles;
    private final Requests requests;

    /** {@code roles} are those of the protocol, which the facilitator may hand out. */
    People(List<Role> roles, Requests requests) {
        this.roles = roles;
        this.requests = requests;
        addClassNames("panel", "people");
        list.getElement().setAttribute("role", "list");
        add(title, list);
    }

    void show(RoomPicture picture) {
        long here = picture.people().stream().filter(PersonPicture::here).count();
        title.setText(getTranslation(
                picture.ownTimeNow().isPresent() ? "room.people.own" : "room.people",
                here,
                picture.people().size()));
        rows.entrySet().removeIf(row -> {
            boolean gone = picture.person(row.getKey()).isEmpty();
            if (gone) {
                list.remove(row.getValue());
            }
            return gone;
        });
        for (PersonPicture person : picture.people()) {
            rows.computeIfAbsent(person.id(), _ -> newRow()).show(picture, person);
        }
        showSignals(picture);
    }

    /** Shows who is done and whose hand is up, and nothing else. */
    void showSignals(RoomPicture picture) {
        List<MemberId> hands = picture.people().stream()
                .filter(person -> person.hand().isPresent())
                .sorted(Comparator.comparing(person -> person.hand().orElseThrow()))
                .map(PersonPicture::id)
                .toList();
        for (PersonPicture person : picture.people()) {
            PersonRow row = rows.get(person.id());
            if (row != null) {
                row.showSignals(person, hands.indexOf(person.id()) + 1);
            }
        }
    }

    private PersonRow newRow() {
        PersonRow row = new PersonRow(roles, requests);
        list.add(row);
        return row;
    }
}
