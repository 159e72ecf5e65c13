package org.tessera.room.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.Comparator;
import java.util.List;
import org.tessera.protocol.Role;
import org.tessera.room.RoomCommand;

/** Adds somebody who came late to one of the small groups at work; nobody else moves. */
final class LateComers extends RoomDialog {

    LateComers(RoomPicture picture, PhasePicture phase, Requests requests) {
        super("room.groups.add");
        List<GroupPicture> groups = open(picture, phase);
        if (groups.isEmpty()) {
            add(new Paragraph(getTranslation("room.groups.add.full")));
            getFooter().add(new Button(getTranslation("room.cancel"), _ -> close()));
        } else {
            choose(picture, groups, requests);
        }
    }

    private void choose(RoomPicture picture, List<GroupPicture> groups, Requests requests) {
        List<PersonPicture> people = of(picture);
        Select<PersonPicture> person = new Select<>();
        person.setLabel(getTranslation("room.groups.add.who"));
        person.setItems(people);
        person.setItemLabelGenerator(PersonPicture::name);
        person.setValue(people.getFirst());
        person.setWidthFull();
        Select<GroupPicture> group = new Select<>();
        group.setLabel(getTranslation("room.groups.add.where"));
        group.setItems(groups);
        group.setItemLabelGenerator(each ->
                Names.together(this, each.people().stream().map(picture::nameOf).toList()));
        group.setErrorMessage(getTranslation("room.groups.add.choose"));
        group.setWidthFull();
        add(new Paragraph(getTranslation("room.groups.add.help")), person, group);
        act("room.groups.add.do", () -> {
            group.setInvalid(group.getValue() == null);
            if (!group.isInvalid()) {
                requests.ask(
                        new RoomCommand.AddToGroup(
                                person.getValue().id().value(), group.getValue().id()),
                        this::close);
            }
        });
    }

    /** Whether somebody is in no group while groups are at work. */
    static boolean areThere(RoomPicture picture) {
        return !picture.groups().isEmpty() && !of(picture).isEmpty();
    }

    /** Everybody but coaches who is in no group, those who are here first. */
    private static List<PersonPicture> of(RoomPicture picture) {
        return picture.people().stream()
                .filter(person -> person.role() != Role.COACH
                        && picture.groups().stream()
                                .noneMatch(group -> group.people().contains(person.id())))
                .sorted(Comparator.comparing(person -> !person.here()))
                .toList();
    }

    /** The groups that may take one more. */
    private static List<GroupPicture> open(RoomPicture picture, PhasePicture phase) {
        int people = picture.groups().stream()
                .mapToInt(group -> group.people().size())
                .sum();
        return picture.groups().stream()
                .filter(group -> phase.grouping().fits(group.people().size() + 1, people + 1))
                .toList();
    }
}
