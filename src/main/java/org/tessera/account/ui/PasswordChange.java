package org.tessera.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.Locale;
import org.tessera.account.Accounts;
import org.tessera.account.NewPassword;
import org.tessera.account.PasswordAnswer;
import org.tessera.account.Passwords;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.account.SignInId;
import org.tessera.account.SignInSummary;
import org.tessera.account.SignIns;

/** Asks for the old password and a new one. */
final class PasswordChange extends Section {

    private static final long serialVersionUID = 1L;

    private final PersonId me;
    private final transient Accounts accounts;
    private final transient Passwords passwords;
    private final SignInId here;
    private final transient SignIns signIns;
    private final transient Runnable changed;
    private final PasswordField old = new PasswordField();
    private final PasswordField fresh = new PasswordField();

    /** @param changed told after a change, which has ended every other sign-in */
    PasswordChange(
            PersonId me, SignInId here, Accounts accounts, Passwords passwords, SignIns signIns, Runnable changed) {
        this.me = me;
        this.here = here;
        this.signIns = signIns;
        this.changed = changed;
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
        Person person = accounts.person(me).orElseThrow();
        NewPassword look = passwords.look(fresh.getValue(), person);
        if (look != NewPassword.FITS) {
            refuse(
                    fresh,
                    look == NewPassword.GUESSED_FIRST
                            ? getTranslation("account.password.guessed-first")
                            : getTranslation("account.password.rule", Passwords.SHORTEST));
            return;
        }
        switch (passwords.check(person.email(), old.getValue())) {
            case PasswordAnswer.Refused refused ->
                refuse(
                        old,
                        getTranslation(
                                "account.password.refused." + refused.name().toLowerCase(Locale.ROOT)));
            case PasswordAnswer.Right _ -> {
                passwords.change(me, fresh.getValue());
                // whoever knew the old one may sit elsewhere with it
                signIns.of(me).stream()
                        .map(SignInSummary::id)
                        .filter(id -> !id.equals(here))
                        .forEach(signIns::end);
                changed.run();
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
