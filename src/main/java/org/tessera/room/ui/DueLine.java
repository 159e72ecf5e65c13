package org.tessera.room.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Until when the work of a step before or after the meeting is wanted; whoever conducts may move the date. */
final class DueLine extends Div {

    private final Span text = new Span();
    private final Button move;
    private @Nullable PhasePicture shown;

    DueLine(Requests requests) {
        addClassName("due");
        text.addClassName("text");
        move = new Button("", _ -> open(requests));
        move.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        add(VaadinIcon.CALENDAR_CLOCK.create(), text, move);
    }

    void show(RoomPicture picture, Instant now) {
        picture.ownTimeNow().ifPresent(own -> {
            shown = own;
            boolean past = own.due().filter(now::isAfter).isPresent();
            text.setText(DueWords.sentence(own, now, this));
            setClassName("past", past);
            move.setVisible(picture.isFacilitator());
            move.setText(getTranslation(own.due().isPresent() ? "room.due.move" : "room.due.set"));
        });
    }

    private void open(Requests requests) {
        if (shown != null) {
            new DueDialog(shown, requests).open();
        }
    }
}
