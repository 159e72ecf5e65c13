package org.tessera.room.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;

/** The last thing everybody should know, until it is put away; and a voice for what is only said aloud. */
final class Notices extends Div {

    private final Span text = new Span();
    private final Div notice;
    private final Div voice = new Div();

    Notices() {
        addClassName("notices");
        Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), _ -> hide());
        close.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        close.setAriaLabel(getTranslation("room.notice.close"));
        notice = new Div(VaadinIcon.INFO_CIRCLE_O.create(), text, close);
        notice.addClassName("notice");
        notice.setVisible(false);
        voice.addClassName("aloud");
        voice.getElement().setAttribute("role", "status");
        voice.getElement().setAttribute("aria-live", "polite");
        add(notice, voice);
    }

    /** Shows a sentence and says it aloud. */
    void tell(String sentence) {
        show(sentence);
        say(sentence);
    }

    /** Shows a sentence that is said aloud elsewhere. */
    void show(String sentence) {
        text.setText(sentence);
        notice.setVisible(true);
    }

    /** Only says it aloud, to those who do not see it. */
    void say(String sentence) {
        voice.setText(sentence);
    }

    void hide() {
        text.setText("");
        notice.setVisible(false);
    }
}
