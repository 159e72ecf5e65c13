package org.tessera.room.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tessera.protocol.Action;
import org.tessera.room.MemberId;
import org.tessera.room.RoomCommand;

/** Lets a person do in this step what the protocol does not grant, or ends a protected step early; with a reason. */
final class ExceptionDialog extends RoomDialog {

    private static final String END = "end";
    private static final int LONGEST = 500;

    private final Select<String> what = new Select<>();
    private final Select<PersonPicture> who = new Select<>();
    private final TextArea why = new TextArea();

    ExceptionDialog(RoomPicture picture, Requests requests) {
        super("room.exception.title");
        List<String> actions = new ArrayList<>();
        if (picture.phase().filter(PhasePicture::isProtected).isPresent()) {
            actions.add(END);
        }
        actions.addAll(Stream.of(Action.values()).map(Action::word).toList());
        what.setLabel(getTranslation("room.exception.what"));
        what.setItems(actions);
        what.setItemLabelGenerator(
                action -> getTranslation(action.equals(END) ? "room.exception.end" : "action." + action));
        what.setValue(actions.getFirst());
        what.addValueChangeListener(event -> who.setVisible(!END.equals(event.getValue())));
        who.setLabel(getTranslation("room.exception.who"));
        who.setItems(picture.people());
        who.setItemLabelGenerator(PersonPicture::name);
        who.setVisible(!END.equals(what.getValue()));
        why.setLabel(getTranslation("room.exception.why"));
        why.setHelperText(getTranslation("room.exception.why.help"));
        why.setMaxLength(LONGEST);
        what.setWidthFull();
        who.setWidthFull();
        why.setWidthFull();
        add(new Paragraph(getTranslation("room.exception.help")), what, who, why);
        act("room.exception.make", () -> make(picture.you(), requests));
    }

    private void make(MemberId me, Requests requests) {
        boolean isEnd = END.equals(what.getValue());
        who.setInvalid(!isEnd && who.isEmpty());
        who.setErrorMessage(getTranslation("room.exception.who.missing"));
        why.setInvalid(why.getValue().isBlank());
        why.setErrorMessage(getTranslation("room.exception.why.missing"));
        if (!who.isInvalid() && !why.isInvalid()) {
            MemberId person = isEnd ? me : who.getValue().id();
            requests.ask(new RoomCommand.Override(person.value(), what.getValue(), why.getValue()), this::close);
        }
    }
}
