package org.tessera.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.tessera.account.InviteAnswer.Invited;

/** A welcome link, shown this once, to be handed over. */
final class ShownLink extends Div {

    private static final long serialVersionUID = 1L;

    private static final String COPY = """
            return navigator.clipboard
              ? navigator.clipboard.writeText($0).then(() => true, () => false)
              : false""";

    ShownLink(Invited invited) {
        addClassName("office-link");
        TextField link = new TextField(
                getTranslation("office.link.label", invited.person().name()));
        link.setValue(invited.link().address());
        link.setReadOnly(true);
        link.setWidthFull();
        link.setAutoselect(true);
        Button copy = new Button(getTranslation("office.link.copy"));
        copy.addClickListener(
                _ -> copy.getElement().executeJs(COPY, link.getValue()).then(Boolean.class, copied -> {
                    if (copied) {
                        copy.setText(getTranslation("office.link.copied"));
                    } else {
                        // where the browser forbids it, the link is marked to be copied by hand
                        link.focus();
                    }
                }));
        add(
                link,
                copy,
                new Paragraph(getTranslation("office.link.once")),
                new Paragraph(getTranslation(
                        "office.link.until", When.told(invited.link().until(), getLocale()))));
    }
}
