package org.tessera.credential.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.tessera.credential.Standing;

/** Says in a word and a sign, not by colour alone, how far a text can be trusted. */
public final class StandingMark extends Span {

    private static final long serialVersionUID = 1L;

    /** A mark for {@code standing} in the page's language. */
    public StandingMark(Standing standing) {
        Icon icon = new Icon(sign(standing));
        icon.getElement().setAttribute("aria-hidden", "true");
        add(icon, new Span(getTranslation("credential.standing." + standing.word())));
        addClassNames("standing", "standing-" + standing.word());
        setTitle(getTranslation("credential.standing." + standing.word() + ".hint"));
    }

    private static VaadinIcon sign(Standing standing) {
        return switch (standing) {
            case VERIFIED -> VaadinIcon.CHECK_CIRCLE_O;
            case INFERRED -> VaadinIcon.LIGHTBULB;
            case PLACEHOLDER -> VaadinIcon.QUESTION_CIRCLE_O;
        };
    }
}
