package org.tessera.account.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.function.Function;
import org.tessera.account.Office;

/** Asks for another name; it stays open, with what was typed, until the name is taken. */
final class NameDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final TextField name = new TextField();
    private final transient Function<String, Optional<String>> rename;

    /** @param rename takes the name, and says why it does not */
    NameDialog(String now, Function<String, Optional<String>> rename) {
        this.rename = rename;
        setHeaderTitle(getTranslation("office.rename.title", now));
        name.setLabel(getTranslation("office.name"));
        name.setMaxLength(Office.LONGEST_NAME);
        name.setValue(now);
        name.setWidthFull();
        name.addKeyPressListener(Key.ENTER, _ -> take());
        add(name);
        Button take = new Button(getTranslation("office.rename.do"), _ -> take());
        take.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("office.cancel"), _ -> close()), take);
        name.focus();
    }

    private void take() {
        Optional<String> refused = rename.apply(name.getValue());
        name.setErrorMessage(refused.orElse(""));
        name.setInvalid(refused.isPresent());
        if (refused.isEmpty()) {
            close();
        } else {
            name.focus();
        }
    }
}
