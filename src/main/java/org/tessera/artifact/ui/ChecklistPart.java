package org.tessera.artifact.ui;

import static org.tessera.artifact.ui.Table.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Objects;
import org.tessera.artifact.Content;

/** A checklist: what the group came to about each item, how many agreed, and why. */
final class ChecklistPart extends Part {

    private static final long serialVersionUID = 1L;

    ChecklistPart(Content.Checklist checklist) {
        super("checklist");
        add(new Paragraph(getTranslation("artifact.checklist.threshold", checklist.threshold())));
        Table table = new Table(
                getTranslation("artifact.part.checklist"),
                List.of(
                        getTranslation("artifact.item"),
                        getTranslation("artifact.checklist.outcome"),
                        getTranslation("artifact.checklist.answers"),
                        getTranslation("artifact.checklist.why")));
        checklist
                .items()
                .forEach(item -> table.row(
                        item.in(getLocale()),
                        List.of(
                                text(getTranslation(
                                        "artifact.checklist." + Objects.requireNonNullElse(item.settled(), "open"))),
                                text(getTranslation(
                                        "artifact.checklist.counts",
                                        item.yes(),
                                        item.no(),
                                        item.percent(),
                                        item.yes() + item.no(),
                                        item.entitled())),
                                reasons(item))));
        add(table);
    }

    private Component reasons(Content.Checked item) {
        Div reasons = new Div();
        if (item.rationale() != null) {
            reasons.add(new Paragraph(item.rationale()));
        }
        List<Content.Why> whys = Objects.requireNonNullElse(item.whys(), List.of());
        if (!whys.isEmpty()) {
            UnorderedList list = new UnorderedList();
            whys.forEach(why ->
                    list.add(new ListItem(getTranslation("artifact.checklist.reason." + why.answer(), why.why()))));
            reasons.add(list);
        }
        return reasons;
    }
}
