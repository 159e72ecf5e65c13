package org.tessera.room.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.tessera.room.RoomCommand;

/** Asks once, and perhaps why, before a meeting that has not begun is cancelled for good. */
final class CancelDialog extends RoomDialog {

    private static final int LONGEST = 500;

    CancelDialog(Requests requests) {
        super("room.arrange.cancel");
        TextField reason = new TextField(getTranslation("room.arrange.cancel.why"));
        reason.setHelperText(getTranslation("room.arrange.cancel.why.help"));
        reason.setMaxLength(LONGEST);
        reason.setWidthFull();
        Button cancel = new Button(
                getTranslation("room.arrange.cancel.do"),
                _ -> requests.ask(
                        new RoomCommand.CloseRoom(reason.getValue().isBlank() ? null : reason.getValue()),
                        this::close));
        cancel.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        add(new Paragraph(getTranslation("room.arrange.cancel.text")), reason);
        // "Cancel" would say two things here.
        getFooter().add(new Button(getTranslation("room.arrange.cancel.keep"), _ -> close()), cancel);
    }
}
