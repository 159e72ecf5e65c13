package org.tessera.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.tessera.account.InviteAnswer.Invited;

/** A welcome link, shown this once, to be handed over. */
final class ShownLink extends Div {

    private static final long serialVersionUID = 1L;

    ShownLink(Invited invited) {
        addClassName("office-link");
        TextField link = new TextField(
                getTranslation("office.link.label", invited.person().name()));
        link.setValue(invited.link().address());
        link.setReadOnly(true);
        link.setWidthFull();
        link.setAutoselect(true);
        Button copy = new Button(getTranslation("office.link.copy"));
        copy.addClickListener(_ -> copy.getElement()
                .executeJs("navigator.clipboard && navigator.clipboard.writeText($0)", link.getValue()));
        add(
                link,
                copy,
                new Paragraph(getTranslation("office.link.once")),
                new Paragraph(getTranslation(
                        "office.link.until", When.told(invited.link().until(), getLocale()))));
    }
}
