package org.tessera.privacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Optional;
import org.tessera.privacy.Heard;
import org.tessera.privacy.Moment;

/** A moment of a recording: when, and what tells there who somebody is. */
final class MomentFields extends Div {

    private static final long serialVersionUID = 1L;

    private final TextField when = new TextField();
    private final Select<Heard> heard = new Select<>();
    private final TextField words = new TextField();

    MomentFields(RecordingPlayer player, SerializableConsumer<Moment> taken) {
        addClassName("moment-fields");
        when.setLabel(getTranslation("privacy.moment.when"));
        when.setPlaceholder("0:00");
        heard.setLabel(getTranslation("privacy.moment.heard"));
        heard.setItems(Heard.values());
        heard.setItemLabelGenerator(one -> one == null ? "" : getTranslation("privacy.heard." + one));
        words.setLabel(getTranslation("privacy.moment.words"));
        words.setHelperText(getTranslation("privacy.moment.words.help"));
        words.setMaxLength(Moment.LONGEST);
        Button now = new Button(
                getTranslation("privacy.moment.now"), _ -> player.now(second -> when.setValue(Moment.clock(second))));
        Button take = new Button(getTranslation("privacy.moment.take"), _ -> take(taken));
        add(when, now, heard, words, take);
    }

    private void take(SerializableConsumer<Moment> taken) {
        Optional<Integer> second = Moment.second(when.getValue());
        when.setErrorMessage(getTranslation("privacy.moment.when.unread"));
        when.setInvalid(second.isEmpty());
        heard.setErrorMessage(getTranslation("privacy.moment.heard.missing"));
        heard.setInvalid(heard.isEmpty());
        if (second.isEmpty()) {
            when.focus();
            return;
        }
        if (heard.isEmpty()) {
            heard.focus();
            return;
        }
        taken.accept(new Moment(second.get(), heard.getValue(), words.getValue()));
        when.clear();
        heard.clear();
        words.clear();
        heard.setInvalid(false);
        when.setInvalid(false);
        when.focus();
    }
}
