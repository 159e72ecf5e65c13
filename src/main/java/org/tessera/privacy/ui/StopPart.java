package org.tessera.privacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableConsumer;
import org.tessera.privacy.Alarm;
import org.tessera.privacy.Clearance;
import org.tessera.privacy.ClearanceCommand;
import org.tessera.privacy.ClearanceState;
import org.tessera.privacy.Report;

/** Stops a piece of work at once, and lets its owner take it up again. */
final class StopPart extends Div {

    private static final long serialVersionUID = 1L;

    StopPart(
            Clearance clearance,
            boolean owns,
            SerializableConsumer<ClearanceCommand> wants,
            SerializableConsumer<AlarmDialog.Said> reports) {
        boolean stopped =
                clearance.state() == ClearanceState.QUARANTINED || clearance.state() == ClearanceState.WITHDRAWN;
        if (stopped && owns) {
            add(ClearView.primary(
                    getTranslation("privacy.take-up"), () -> wants.accept(new ClearanceCommand.TakeUp())));
            return;
        }
        if (stopped) {
            return;
        }
        RadioButtonGroup<Alarm> why = new RadioButtonGroup<>(getTranslation("privacy.stop.why"));
        why.setItems(Alarm.values());
        why.setItemLabelGenerator(alarm -> getTranslation("privacy.alarm." + alarm));
        TextArea words = new TextArea(getTranslation("privacy.stop.words"));
        words.setHelperText(getTranslation("privacy.stop.words.help"));
        words.setMaxLength(Report.LONGEST);
        words.setWidthFull();
        Button report = new Button(getTranslation("privacy.stop.report"), _ -> {
            why.setErrorMessage(getTranslation("privacy.stop.why.missing"));
            why.setInvalid(why.getValue() == null);
            if (why.getValue() != null) {
                reports.accept(new AlarmDialog.Said(why.getValue(), words.getValue()));
            }
        });
        Button withdraw =
                new Button(getTranslation("privacy.stop.withdraw"), _ -> wants.accept(new ClearanceCommand.Withdraw()));
        Div actions = new Div(report, withdraw);
        actions.addClassName("clearing-actions");
        add(new Details(
                getTranslation("privacy.stop"),
                new Paragraph(getTranslation("privacy.stop.help")),
                why,
                words,
                actions));
    }
}
