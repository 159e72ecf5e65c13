package org.tessera.room.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.tessera.protocol.Text;

/** A dialog of the room: a title, a way back, and one thing to do. */
abstract class RoomDialog extends Dialog {

    RoomDialog(String titleKey) {
        setHeaderTitle(getTranslation(titleKey));
        addClassName("room-dialog");
        setWidth("min(32rem, 94vw)");
    }

    /** Says first what goes wrong most often at this moment, where the protocol knows of something. */
    final void remind(List<Text> mistakes) {
        mistakes.reversed().forEach(mistake -> addComponentAsFirst(new Paragraph(mistake.in(getLocale()))));
    }

    /** Puts the way back and the thing to do at the foot. */
    final Button act(String key, Runnable action) {
        Button act = new Button(getTranslation(key), _ -> action.run());
        act.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("room.cancel"), _ -> close()), act);
        return act;
    }
}
