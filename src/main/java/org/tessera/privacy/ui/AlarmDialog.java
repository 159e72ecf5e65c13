package org.tessera.privacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableFunction;
import java.util.UUID;
import org.tessera.account.SignedIn;
import org.tessera.material.MaterialId;
import org.tessera.privacy.Alarm;
import org.tessera.privacy.ClearanceAnswer;
import org.tessera.privacy.Clearances;
import org.tessera.privacy.Report;
import org.tessera.privacy.Subject;
import org.tessera.room.ui.MaterialAlarm;

/** Asks somebody in a room what they saw, and hides the work from everybody at once. */
final class AlarmDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private static final int TOLD_MILLIS = 8_000;

    AlarmDialog(String title, SerializableFunction<Said, ClearanceAnswer> report) {
        setHeaderTitle(getTranslation("privacy.room.title"));
        RadioButtonGroup<Alarm> why = new RadioButtonGroup<>(getTranslation("privacy.stop.why"));
        why.setItems(Alarm.values());
        why.setItemLabelGenerator(alarm -> getTranslation("privacy.alarm." + alarm));
        TextArea words = new TextArea(getTranslation("privacy.stop.words"));
        words.setHelperText(getTranslation("privacy.stop.words.help"));
        words.setMaxLength(Report.LONGEST);
        words.setWidthFull();
        Button hide = new Button(getTranslation("privacy.room.hide"), _ -> {
            if (why.getValue() == null) {
                why.setErrorMessage(getTranslation("privacy.stop.why.missing"));
                why.setInvalid(true);
                return;
            }
            close();
            Notification.show(
                    switch (report.apply(new Said(why.getValue(), words.getValue()))) {
                        case ClearanceAnswer.Done _ -> getTranslation("privacy.room.done");
                        case ClearanceAnswer.Refused _ -> getTranslation("privacy.room.gone");
                    },
                    TOLD_MILLIS,
                    Notification.Position.MIDDLE);
        });
        hide.addThemeVariants(ButtonVariant.PRIMARY);
        Div body = new Div(new Paragraph(getTranslation("privacy.room.help", title)), why, words);
        body.addClassName("dialog-body");
        add(body);
        getFooter().add(new Button(getTranslation("privacy.room.cancel"), _ -> close()), hide);
        setWidth("min(100vw, 34rem)");
    }

    /** What somebody says that they saw. */
    record Said(Alarm alarm, String words) {}

    /** Opens the dialog for whoever is in a room. */
    @org.springframework.stereotype.Component
    static class InRooms implements MaterialAlarm {

        private final Clearances clearances;

        InRooms(Clearances clearances) {
            this.clearances = clearances;
        }

        @Override
        public void raise(SignedIn visitor, UUID material, String title) {
            Subject subject = Subject.of(new MaterialId(material));
            new AlarmDialog(title, said -> clearances.report(visitor.id(), subject, said.alarm(), said.words())).open();
        }
    }
}
