package org.tessera.room.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.BiConsumer;

/**
 * Asks in one line why the meeting goes on without what the protocol wants. It stays open until that has happened, so that
 * after a refusal what was typed is still there.
 */
final class ReasonDialog extends RoomDialog {

    private static final int LONGEST = 500;

    private ReasonDialog(String title, String text, String why, String goes, BiConsumer<String, Runnable> then) {
        super(title);
        TextField reason = new TextField(getTranslation(why));
        reason.setMaxLength(LONGEST);
        reason.setWidthFull();
        reason.setAutofocus(true);
        reason.setErrorMessage(getTranslation("room.exception.why.missing"));
        add(new Paragraph(text), reason);
        act(goes, () -> {
            reason.setInvalid(reason.getValue().isBlank());
            if (!reason.isInvalid()) {
                then.accept(reason.getValue(), this::close);
            }
        });
    }

    /**
     * Why a debrief is left blank. {@code goes} is the key of what the button says; {@code then} is given the reason, and
     * what to run once the meeting has gone on.
     */
    static ReasonDialog ofBlank(String goes, BiConsumer<String, Runnable> then) {
        return new ReasonDialog("room.blank.title", text("room.blank.text"), "room.blank.why", goes, then);
    }

    /** Why the room closes before {@code cut} has had its minutes. */
    static ReasonDialog ofCut(CutShort cut, BiConsumer<String, Runnable> then) {
        return new ReasonDialog(
                "room.cut.title", text("room.cut.text", cut), "room.cut.why", "room.close.confirm", then);
    }

    /** Why the room closes before {@code cut} has had its minutes, and without looking back; one reason for both. */
    static ReasonDialog ofBoth(CutShort cut, BiConsumer<String, Runnable> then) {
        return new ReasonDialog(
                "room.cut.title", text("room.cut.blank.text", cut), "room.cut.blank.why", "room.close.confirm", then);
    }

    private static String text(String key, CutShort cut) {
        UI page = UI.getCurrent();
        return page.getTranslation(key, cut.step().name().in(page.getLocale()), cut.clock(), cut.minutes());
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
