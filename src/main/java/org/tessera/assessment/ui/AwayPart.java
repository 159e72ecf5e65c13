package org.tessera.assessment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableRunnable;

/** The two ways to leave a case to somebody else. */
final class AwayPart extends Details {

    private static final long serialVersionUID = 1L;

    AwayPart(SerializableRunnable giveBack, SerializableRunnable conflict) {
        setSummaryText(getTranslation("assessment.away"));
        Div body = new Div(
                new Paragraph(getTranslation("assessment.away.back.what")),
                new Button(getTranslation("assessment.away.back"), _ -> giveBack.run()),
                new Paragraph(getTranslation("assessment.away.conflict.what")),
                new Button(getTranslation("assessment.away.conflict"), _ -> conflict.run()));
        body.addClassName("away");
        add(body);
    }
}
