package org.tessera.submission.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableBiConsumer;

/** Asks for the words of a quotation and where they stand; without words the source is only cited. */
final class QuoteDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    QuoteDialog(SerializableBiConsumer<String, String> quoted) {
        setHeaderTitle(getTranslation("handin.quote.title"));
        setWidth("min(34rem, 94vw)");
        setCloseOnOutsideClick(false);
        TextArea words = new TextArea(getTranslation("handin.quote.words"));
        words.setHelperText(getTranslation("handin.quote.words.help"));
        words.setWidthFull();
        words.setAutofocus(true);
        TextField page = new TextField(getTranslation("handin.quote.page"));
        page.setHelperText(getTranslation("handin.quote.page.help"));
        Div body = new Div(words, page);
        body.addClassName("dialog-body");
        add(body);
        Button cancel = new Button(getTranslation("handin.cancel"), _ -> close());
        Button insert = new Button(getTranslation("handin.quote.insert"), _ -> {
            close();
            quoted.accept(words.getValue(), page.getValue());
        });
        insert.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(cancel, insert);
    }
}
