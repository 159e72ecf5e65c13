package org.tessera.account.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Locale;
import org.tessera.account.OfficeAnswer;

/** A part of the office's page: it says what came of what was asked for, aloud too. */
abstract class OfficePart extends Div {

    private static final long serialVersionUID = 1L;

    private final Paragraph says = new Paragraph();

    OfficePart() {
        addClassName("office-part");
        says.addClassName("office-says");
        says.getElement().setAttribute("role", "status").setAttribute("tabindex", "-1");
    }

    /** Where this part says things; it stands where the part puts it, and stays through every change of the rest. */
    Component says() {
        return says;
    }

    /** Says a sentence, and puts the focus there: what was pressed may be gone. */
    void say(String sentence) {
        says.setText(sentence);
        says.getElement().callJsFunction("focus");
    }

    /** Says {@code done} if it is done, and why not otherwise. */
    boolean tell(OfficeAnswer answer, String done) {
        say(answer == OfficeAnswer.DONE ? done : sentence(answer));
        return answer == OfficeAnswer.DONE;
    }

    String sentence(OfficeAnswer refused) {
        return getTranslation("office.refused." + refused.name().toLowerCase(Locale.ROOT));
    }
}
