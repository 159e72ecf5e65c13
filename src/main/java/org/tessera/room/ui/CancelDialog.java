package org.tessera.room.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.tessera.room.RoomCommand;
import org.tessera.room.RoomSummary.Status;

/** Asks once, and perhaps why, before a meeting that has not begun is cancelled for good. */
final class CancelDialog extends RoomDialog {

    private static final int LONGEST = 500;

    CancelDialog(RoomPicture picture, Requests requests) {
        super("room.arrange.cancel");
        TextField reason = new TextField(getTranslation("room.arrange.cancel.why"));
        reason.setHelperText(getTranslation("room.arrange.cancel.why.help"));
        reason.setMaxLength(LONGEST);
        reason.setWidthFull();
        Button cancel = new Button(
                getTranslation("room.arrange.cancel.do"),
                _ -> requests.ask(
                        new RoomCommand.CancelMeeting(reason.getValue().isBlank() ? null : reason.getValue()),
                        this::close));
        cancel.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        add(new Paragraph(getTranslation("room.arrange.cancel.text")));
        if (picture.status() == Status.RUNNING) {
            add(new Paragraph(getTranslation("room.arrange.cancel.alone")));
        }
        add(reason);
        // "Cancel" would say two things here.
        getFooter().add(new Button(getTranslation("room.arrange.cancel.keep"), _ -> close()), cancel);
    }
}
