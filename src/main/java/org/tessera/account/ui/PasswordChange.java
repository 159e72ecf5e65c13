package org.tessera.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.Locale;
import org.tessera.account.Accounts;
import org.tessera.account.PasswordAnswer;
import org.tessera.account.Passwords;
import org.tessera.account.Person;
import org.tessera.account.PersonId;

/** Asks for the old password and a new one. */
final class PasswordChange extends Section {

    private static final long serialVersionUID = 1L;

    private final PersonId me;
    private final transient Accounts accounts;
    private final transient Passwords passwords;
    private final PasswordField old = new PasswordField();
    private final PasswordField fresh = new PasswordField();

    PasswordChange(PersonId me, Accounts accounts, Passwords passwords) {
        this.me = me;
        this.accounts = accounts;
        this.passwords = passwords;
        addClassNames("card", "password");
        old.setLabel(getTranslation("account.password.old"));
        old.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        fresh.setLabel(getTranslation("account.password.new"));
        fresh.setHelperText(getTranslation("account.password.rule", Passwords.SHORTEST));
        fresh.setAutocomplete(Autocomplete.NEW_PASSWORD);
        fresh.setMaxLength(Passwords.LONGEST);
        Button change = new Button(getTranslation("account.password.change"), _ -> change());
        add(new H2(getTranslation("account.password.title")), old, fresh, change);
    }

    private void change() {
        old.setInvalid(false);
        fresh.setInvalid(false);
        if (fresh.getValue().length() < Passwords.SHORTEST) {
            refuse(fresh, getTranslation("account.password.rule", Passwords.SHORTEST));
            return;
        }
        String email = accounts.person(me).map(Person::email).orElse("");
        switch (passwords.check(email, old.getValue())) {
            case PasswordAnswer.Refused refused ->
                refuse(
                        old,
                        getTranslation(
                                "account.password.refused." + refused.name().toLowerCase(Locale.ROOT)));
            case PasswordAnswer.Right _ -> {
                passwords.change(me, fresh.getValue());
                old.clear();
                fresh.clear();
                Notification.show(getTranslation("account.password.changed"));
            }
        }
    }

    private static void refuse(PasswordField field, String sentence) {
        field.setErrorMessage(sentence);
        field.setInvalid(true);
        field.focus();
    }
}
