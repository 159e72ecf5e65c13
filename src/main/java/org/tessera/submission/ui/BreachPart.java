package org.tessera.submission.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Function;
import org.tessera.artifact.ui.When;
import org.tessera.privacy.ui.ClearancePages;
import org.tessera.submission.Breach;
import org.tessera.submission.Piece;

/** What was handed in and stopped afterwards, what happened to it, and what to do next. */
final class BreachPart extends Section {

    private static final long serialVersionUID = 1L;

    /**
     * @param name what a piece is called
     * @param isEarner whether its earner reads this, who can do something about it
     */
    BreachPart(List<Breach> breaches, Function<Piece, String> name, boolean isEarner) {
        addClassName("handin-breach");
        setVisible(!breaches.isEmpty());
        UnorderedList list = new UnorderedList();
        list.addClassName("handin-list");
        breaches.forEach(breach -> list.add(line(breach, name, isEarner)));
        add(new H2(getTranslation("handin.breach")), new Paragraph(getTranslation("handin.breach.lead")), list);
    }

    private ListItem line(Breach breach, Function<Piece, String> name, boolean isEarner) {
        ListItem line = new ListItem();
        Span what = new Span(name.apply(breach.piece()));
        what.addClassName("strong");
        line.add(
                what,
                new Paragraph(getTranslation(
                        "handin.breach." + breach.stop().why(),
                        When.day(breach.stop().at(), getLocale()))));
        if (isEarner) {
            line.add(new Paragraph(
                    getTranslation(breach.stop().isOver() ? "handin.breach.over" : "handin.breach.next")));
            line.add(new Anchor(ClearancePages.of(breach.work()), getTranslation("handin.breach.work")));
        } else {
            line.add(new Paragraph(getTranslation(
                    breach.stop().isOver() ? "handin.breach.over.helper" : "handin.breach.next.helper")));
        }
        return line;
    }
}
