package org.tessera.room.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import java.util.List;
import org.tessera.room.RoomCommand;

/** Gives one small group more time than the others. */
final class GroupTimeDialog extends RoomDialog {

    private static final List<Integer> MINUTES = List.of(1, 2, 5, 10);

    GroupTimeDialog(RoomPicture picture, PhasePicture phase, Requests requests) {
        super("room.group-time.title");
        RadioButtonGroup<GroupPicture> group = new RadioButtonGroup<>(getTranslation("room.group-time.group"));
        group.setItems(picture.groups());
        group.setItemLabelGenerator(each ->
                Names.together(this, each.people().stream().map(picture::nameOf).toList()));
        group.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        picture.groups().stream().findFirst().ifPresent(group::setValue);
        RadioButtonGroup<Integer> minutes = new RadioButtonGroup<>(getTranslation("room.group-time.minutes"));
        minutes.setItems(MINUTES);
        minutes.setItemLabelGenerator(each -> getTranslation("room.minutes", each));
        minutes.setValue(2);
        add(new Paragraph(getTranslation("room.group-time.help")), group, minutes);
        act("room.group-time.give", () -> group.getOptionalValue()
                .ifPresent(chosen -> requests.ask(
                        new RoomCommand.ExtendPhase(phase.id(), minutes.getValue(), chosen.id()), this::close)));
    }
}
