package org.tessera.plan.ui;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Duration;
import org.tessera.plan.PlanEdit;
import org.tessera.plan.PlannedMeeting;
import org.tessera.room.ui.DateTexts;

/** Gives a meeting another time. */
final class MoveDialog extends PlanDialog {

    private final DateTimePicker to = new DateTimePicker();

    MoveDialog(PlannedMeeting meeting, PlanWords words, Asking asking) {
        super(words.when(meeting.at()));
        to.setLabel(getTranslation("plan.move.to"));
        to.setStep(Duration.ofMinutes(15));
        to.setDatePickerI18n(DateTexts.of(this, getLocale()));
        to.setValue(meeting.at());
        add(new Paragraph(getTranslation("plan.move.text")), to);
        act("plan.move.do", () -> {
            if (to.getValue() == null) {
                wrong(getTranslation("plan.move.missing"));
                return;
            }
            String refused = asking.change(new PlanEdit.Move(meeting.id(), to.getValue()));
            wrong(refused);
            if (refused.isBlank()) {
                close();
            }
        });
    }
}
