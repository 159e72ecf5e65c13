package org.tessera.submission.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;

/** What a person without artifacts sees: what belongs here, one way on, and a worked example. */
final class EvidenceExample extends Div {

    private static final long serialVersionUID = 1L;

    EvidenceExample() {
        addClassName("evidence-empty");
        OrderedList steps = new OrderedList(
                new ListItem(getTranslation("submission.example.artifact")),
                new ListItem(getTranslation("submission.example.row")),
                new ListItem(getTranslation("submission.example.annotation")),
                new ListItem(getTranslation("submission.example.result")));
        Div example = new Div(new H3(getTranslation("submission.example.title")), steps);
        example.addClassName("worked-example");
        add(
                new H2(getTranslation("submission.empty.title")),
                new Paragraph(getTranslation("submission.empty.text")),
                new Anchor("teams", getTranslation("submission.empty.action")),
                example);
    }
}
