package org.tessera.privacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Optional;
import org.tessera.privacy.Clearance;
import org.tessera.privacy.ClearanceCommand;
import org.tessera.privacy.Permission;

/** The owner says who permits that it is shown, and until when. */
final class PermissionPart extends Section {

    private static final long serialVersionUID = 1L;

    PermissionPart(Clearance clearance, SerializableConsumer<ClearanceCommand> wants) {
        addClassName("clearing-fields");
        RadioButtonGroup<Permission.Giver> giver = new RadioButtonGroup<>(getTranslation("privacy.permission"));
        giver.setItems(Permission.Giver.values());
        giver.setItemLabelGenerator(one -> getTranslation("privacy.giver." + one));
        DatePicker until = new DatePicker(getTranslation("privacy.until"));
        until.setLocale(getLocale());
        until.setHelperText(getTranslation("privacy.until.help"));
        clearance.permission().ifPresent(given -> {
            giver.setValue(given.giver());
            given.until().ifPresent(until::setValue);
        });
        Button save = new Button(getTranslation("privacy.permit"), _ -> {
            if (giver.getValue() != null) {
                wants.accept(new ClearanceCommand.Permit(
                        new Permission(giver.getValue(), Optional.ofNullable(until.getValue()))));
            }
        });
        add(new H2(getTranslation("privacy.permission.title")), giver, until, save);
    }
}
