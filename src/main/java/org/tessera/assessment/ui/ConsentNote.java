package org.tessera.assessment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.Locale;
import org.tessera.account.PersonId;
import org.tessera.assessment.Anchors;
import org.tessera.assessment.Consent;

/** Asks an earner whether assessors may try themselves on their hand-in, and lets them change their mind. */
final class ConsentNote extends Section {

    private static final long serialVersionUID = 1L;

    ConsentNote(Anchors anchors, PersonId me, Anchors.Question question, SerializableRunnable changed) {
        addClassName("page-note");
        Consent consent = question.consent();
        Paragraph state = new Paragraph(getTranslation("assessment-panel.consent."
                + consent.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        state.addClassName("found-level");
        Div answers = new Div();
        answers.addClassName("page-actions");
        if (consent != Consent.GIVEN) {
            answers.add(answer(anchors, me, question, true, "assessment-panel.consent.yes", changed));
        }
        if (consent == Consent.ASKED) {
            answers.add(answer(anchors, me, question, false, "assessment-panel.consent.no", changed));
        }
        if (consent == Consent.GIVEN) {
            answers.add(answer(anchors, me, question, false, "assessment-panel.consent.take-back", changed));
        }
        add(
                new H2(getTranslation("assessment-panel.consent.title", question.handIn())),
                new Paragraph(getTranslation("assessment-panel.consent.what")),
                state,
                answers);
    }

    private Button answer(
            Anchors anchors,
            PersonId me,
            Anchors.Question question,
            boolean isYes,
            String words,
            SerializableRunnable changed) {
        return new Button(getTranslation(words), _ -> {
            anchors.answer(me, question.about(), isYes);
            Notification.show(getTranslation("assessment-panel.consent.kept"));
            changed.run();
        });
    }
}
