package org.tessera.plan.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;

/** A dialog of the plan: a title, a way back, one thing to do, and a place to say why it could not be done. */
abstract class PlanDialog extends Dialog {

    private final Paragraph wrong = new Paragraph();

    PlanDialog(String title) {
        setHeaderTitle(title);
        addClassName("plan-dialog");
        setWidth("min(34rem, 94vw)");
        wrong.addClassName("plan-wrong");
        wrong.getElement().setAttribute("role", "alert");
    }

    /** A sentence, before there is a dialog that could say it. */
    static String translate(String key, Object... with) {
        return I18NProvider.translate(key, with);
    }

    /** Puts the way back and the thing to do at the foot. */
    final void act(String key, Runnable action) {
        Button act = new Button(getTranslation(key), _ -> action.run());
        act.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("plan.cancel"), _ -> close()), act);
        add(wrong);
    }

    /** Says what is wrong; blank if nothing is any more. */
    final void wrong(String words) {
        wrong.setText(words);
    }
}
