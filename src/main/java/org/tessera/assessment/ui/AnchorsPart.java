package org.tessera.assessment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import java.util.Locale;
import org.tessera.account.PersonId;
import org.tessera.assessment.Anchors;

/** Which decided cases assessors try themselves on, by number: whose they are stands nowhere here. */
final class AnchorsPart extends Section {

    private static final long serialVersionUID = 1L;

    AnchorsPart(Anchors anchors, PersonId me, SerializableRunnable changed) {
        addClassName("card");
        add(
                new H2(getTranslation("assessment-panel.anchors")),
                new Paragraph(getTranslation("assessment-panel.anchors.what")));
        List<Anchors.Line> lines = anchors.of(me);
        if (lines.isEmpty()) {
            add(new Paragraph(getTranslation("assessment-panel.anchors.none")));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("task-list");
        lines.forEach(line -> list.add(item(line)));
        add(list);
        List<Anchors.Choice> choices = anchors.choices(me);
        if (choices.isEmpty()) {
            Paragraph nothing = new Paragraph(getTranslation("assessment-panel.anchors.no-choice"));
            nothing.addClassName("quiet");
            add(nothing);
        } else {
            add(form(anchors, me, choices, changed));
        }
    }

    private ListItem item(Anchors.Line line) {
        Span state = new Span(getTranslation("assessment-panel.anchor."
                + line.consent().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        state.addClassName("stage-mark");
        Div head = new Div(new Span(getTranslation("assessment.case", line.on().number())), state);
        head.addClassName("found-head");
        ListItem item = new ListItem(head, new Span(line.credential().name().in(getLocale())));
        item.addClassName("task-item");
        return item;
    }

    private Div form(Anchors anchors, PersonId me, List<Anchors.Choice> choices, SerializableRunnable changed) {
        Select<Anchors.Choice> which = new Select<>();
        which.setLabel(getTranslation("assessment-panel.anchors.which"));
        which.setItems(choices);
        which.setItemLabelGenerator(choice -> getTranslation(
                "assessment-panel.anchors.choice",
                choice.on().number(),
                choice.credential().name().in(getLocale()),
                choice.met(),
                choice.rows()));
        which.setWidthFull();
        Button propose = new Button(getTranslation("assessment-panel.anchors.propose"), _ -> {
            if (which.getValue() == null) {
                which.setErrorMessage(getTranslation("assessment-panel.anchors.which.missing"));
                which.setInvalid(true);
            } else {
                boolean isAsked = anchors.propose(me, which.getValue().on());
                Notification.show(getTranslation(
                        isAsked ? "assessment-panel.anchors.asked" : "assessment-panel.anchors.too-late"));
                changed.run();
            }
        });
        Div form = new Div(which, propose);
        form.addClassName("panel-form");
        return form;
    }
}
