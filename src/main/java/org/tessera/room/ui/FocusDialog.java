package org.tessera.room.ui;

import com.vaadin.flow.component.textfield.TextArea;
import org.tessera.room.RoomCommand;

/** Words the focus question. */
final class FocusDialog extends RoomDialog {

    private static final int LONGEST = 500;

    FocusDialog(String question, Requests requests) {
        super("room.focus.title");
        TextArea text = new TextArea(getTranslation("room.focus"));
        text.setHelperText(getTranslation("room.focus.help"));
        text.setMaxLength(LONGEST);
        text.setValue(question);
        text.setWidthFull();
        text.focus();
        add(text);
        act("room.focus.save", () -> requests.ask(new RoomCommand.FocusQuestion(text.getValue()), this::close));
    }
}
