package org.tessera.room.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.function.Function;
import org.tessera.account.DeviceSeats;
import org.tessera.account.GuestName;
import org.tessera.room.SitAnswer;

/** Somebody else sits down at this device, with a name or with an account, and with a PIN of the person's own. */
final class SitDownDialog extends RoomDialog {

    /** What was typed. */
    record Form(String firstPin, boolean withAccount, String name, String email, String password, String pin) {

        /** Nothing of it belongs into a log. */
        @Override
        public String toString() {
            return "Form[withAccount=" + withAccount + "]";
        }
    }

    private final Function<Form, SitAnswer> sit;
    private final boolean isFirstAsked;
    private final PasswordField firstPin;
    private final RadioButtonGroup<Boolean> way = new RadioButtonGroup<>();
    private final TextField name = new TextField();
    private final EmailField email = new EmailField();
    private final PasswordField password = new PasswordField();
    private final PasswordField pin;
    private final Paragraph refusal = new Paragraph();

    /**
     * @param holder who has the device
     * @param isFirstAsked whether that person has no PIN yet
     * @param sit seats the person; what it refuses is said in the dialog
     */
    SitDownDialog(String holder, boolean isFirstAsked, Function<Form, SitAnswer> sit) {
        super("room.device.sit");
        this.sit = sit;
        this.isFirstAsked = isFirstAsked;
        firstPin = pinField(getTranslation("room.device.pin.first", holder));
        firstPin.setVisible(isFirstAsked);
        firstPin.setHelperText(getTranslation("room.device.pin.help"));
        pin = pinField(getTranslation("room.device.pin.new"));
        pin.setHelperText(getTranslation("room.device.pin.help"));
        way.setLabel(getTranslation("room.device.way"));
        way.setItems(false, true);
        way.setItemLabelGenerator(
                account -> getTranslation(account ? "room.device.way.account" : "room.device.way.name"));
        way.setValue(false);
        way.addValueChangeListener(_ -> showWay());
        name.setLabel(getTranslation("room.device.name"));
        name.setMaxLength(GuestName.LONGEST);
        name.setAutocomplete(Autocomplete.OFF);
        email.setLabel(getTranslation("room.device.email"));
        email.setAutocomplete(Autocomplete.OFF);
        password.setLabel(getTranslation("room.device.password"));
        // The browser belongs to somebody else.
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        refusal.addClassName("refusal");
        refusal.getElement().setAttribute("role", "alert");
        Div fields = new Div(
                new Paragraph(getTranslation("room.device.sit.help")),
                firstPin,
                way,
                name,
                email,
                password,
                pin,
                refusal);
        fields.addClassName("fields");
        add(fields);
        act("room.device.sit.act", this::trySitting);
        showWay();
    }

    private static PasswordField pinField(String label) {
        PasswordField field = new PasswordField(label);
        field.setAutocomplete(Autocomplete.OFF);
        field.getElement().setAttribute("inputmode", "numeric");
        field.setMaxLength(DeviceSeats.LONGEST_PIN);
        return field;
    }

    private void showWay() {
        name.setVisible(!way.getValue());
        email.setVisible(way.getValue());
        password.setVisible(way.getValue());
    }

    private void trySitting() {
        boolean firstMissing = isFirstAsked && !DeviceSeats.isPin(firstPin.getValue());
        firstPin.setErrorMessage(getTranslation("room.device.refused.pin_invalid"));
        firstPin.setInvalid(firstMissing);
        boolean missing = !DeviceSeats.isPin(pin.getValue());
        pin.setErrorMessage(getTranslation("room.device.refused.pin_invalid"));
        pin.setInvalid(missing);
        if (firstMissing || missing) {
            (firstMissing ? firstPin : pin).focus();
            return;
        }
        SitAnswer answer = sit.apply(new Form(
                firstPin.getValue(),
                way.getValue(),
                name.getValue(),
                email.getValue(),
                password.getValue(),
                pin.getValue()));
        switch (answer) {
            case SitAnswer.Seated _ -> close();
            case SitAnswer.Refused refused -> {
                password.clear();
                refusal.setText(
                        getTranslation("room.device.refused." + refused.name().toLowerCase(Locale.ROOT)));
            }
        }
    }
}
