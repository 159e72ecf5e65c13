package org.tessera.room.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;

/** The last thing everybody should know, until it is put away; and a voice for what is only said aloud. */
final class Notices extends Div {

    private final Slots.Slot<Notice> notice;
    private final Div voice = new Div();

    Notices() {
        addClassName("notices");
        voice.addClassName("aloud");
        voice.getElement().setAttribute("role", "status");
        voice.getElement().setAttribute("aria-live", "polite");
        Slots slots = new Slots(this);
        notice = slots.add(Notice::new);
        slots.add(voice);
    }

    /** Shows a sentence and says it aloud. */
    void tell(String sentence) {
        show(sentence);
        say(sentence);
    }

    /** Shows a sentence that is said aloud elsewhere. */
    void show(String sentence) {
        notice.get().text.setText(sentence);
    }

    /** Only says it aloud, to those who do not see it. */
    void say(String sentence) {
        voice.setText(sentence);
    }

    void hide() {
        notice.clear();
    }

    private final class Notice extends Div {

        private final Span text = new Span();

        Notice() {
            addClassName("notice");
            Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), _ -> hide());
            close.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            close.setAriaLabel(Notices.this.getTranslation("room.notice.close"));
            add(VaadinIcon.INFO_CIRCLE_O.create(), text, close);
        }
    }
}
