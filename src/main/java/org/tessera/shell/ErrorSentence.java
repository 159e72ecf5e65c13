package org.tessera.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;

/** A page that says, in a sentence, why there is nothing else on it. */
abstract class ErrorSentence extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private String title = "";

    /** Shows a title, a sentence and the way home. */
    void say(String titleKey, String textKey, Object... parameters) {
        addClassNames("page", "error");
        title = getTranslation(titleKey);
        removeAll();
        add(
                new H1(title),
                new Paragraph(getTranslation(textKey, parameters)),
                new Anchor("", getTranslation("shell.error.home")));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
