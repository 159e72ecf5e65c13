package org.tessera.room.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.tessera.room.RoomSummary;

/** The focus question, pinned where everybody sees it; the facilitator may word it. */
final class FocusQuestion extends Div {

    private final Span text = new Span();
    private final Button edit;
    private String question = "";

    FocusQuestion(Requests requests) {
        addClassName("focus");
        Span label = new Span(getTranslation("room.focus"));
        label.addClassName("label");
        text.addClassName("text");
        edit = new Button(VaadinIcon.EDIT.create(), _ -> new FocusDialog(question, requests).open());
        edit.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        edit.setAriaLabel(getTranslation("room.focus.edit"));
        edit.setTooltipText(getTranslation("room.focus.edit"));
        add(VaadinIcon.PIN.create(), label, text, edit);
        setVisible(false);
    }

    void show(RoomPicture picture) {
        boolean mayEdit = picture.isFacilitator() && picture.status() != RoomSummary.Status.CLOSED;
        question = picture.focus().orElse("");
        text.setText(picture.focus().orElseGet(() -> getTranslation("room.focus.none")));
        text.setClassName("quiet", picture.focus().isEmpty());
        edit.setVisible(mayEdit);
        setVisible(picture.focus().isPresent() || mayEdit);
    }
}
