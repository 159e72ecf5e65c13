package org.tessera.room.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** Asks in one line why a debrief is left blank, before the meeting goes on without it. */
final class ReasonDialog extends RoomDialog {

    private static final int LONGEST = 500;

    /** {@code goes} is the key of what the button says. */
    ReasonDialog(String goes, Consumer<String> then) {
        super("room.blank.title");
        TextField reason = new TextField(getTranslation("room.blank.why"));
        reason.setMaxLength(LONGEST);
        reason.setWidthFull();
        reason.setAutofocus(true);
        reason.setErrorMessage(getTranslation("room.exception.why.missing"));
        add(new Paragraph(getTranslation("room.blank.text")), reason);
        act(goes, () -> {
            reason.setInvalid(reason.getValue().isBlank());
            if (!reason.isInvalid()) {
                close();
                then.accept(reason.getValue());
            }
        });
    }
}
