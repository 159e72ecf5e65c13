package org.tessera.room.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Duration;
import java.time.ZoneId;
import org.tessera.room.RoomCommand;

/** Sets, moves or takes away the date of a step before or after the meeting. */
final class DueDialog extends RoomDialog {

    private static final Duration STEP = Duration.ofMinutes(15);

    DueDialog(PhasePicture phase, Requests requests) {
        super("room.due.title");
        ZoneId zone = Zones.of(UI.getCurrent());
        DateTimePicker until =
                new DateTimePicker(getTranslation("room.due.label", phase.name().in(getLocale())));
        until.setHelperText(getTranslation("room.due.help"));
        until.setStep(STEP);
        until.setDatePickerI18n(DateTexts.of(this, getLocale()));
        phase.due().ifPresent(due -> until.setValue(due.atZone(zone).toLocalDateTime()));
        until.addClassName("wide");
        add(until, new Paragraph(getTranslation("room.due.ends-nothing")));
        if (phase.due().isPresent()) {
            Button none = new Button(
                    getTranslation("room.due.take-away"),
                    _ -> requests.ask(new RoomCommand.SetDue(phase.id(), null), this::close));
            none.addThemeVariants(ButtonVariant.TERTIARY);
            getFooter().add(none);
        }
        act("room.due.save", () -> {
            if (until.getValue() == null) {
                until.setErrorMessage(getTranslation("room.due.missing"));
                until.setInvalid(true);
                return;
            }
            requests.ask(
                    new RoomCommand.SetDue(
                            phase.id(), until.getValue().atZone(zone).toInstant()),
                    this::close);
        });
    }
}
