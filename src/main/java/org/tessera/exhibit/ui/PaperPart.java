package org.tessera.exhibit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import org.tessera.record.Paper;

/** A paper on a page. Its own heading is a second one here: the page has the first. */
public final class PaperPart extends Div {

    private static final long serialVersionUID = 1L;

    /** Shows {@code paper} in its own language. */
    public PaperPart(Paper paper) {
        addClassName("paper");
        getElement().setAttribute("lang", paper.language().toLanguageTag());
        paper.pieces().forEach(piece -> add(shown(piece)));
    }

    private static Component shown(Paper.Piece piece) {
        return switch (piece) {
            case Paper.Heading(int level, String text) ->
                level <= 1 ? new H2(text) : level == 2 ? new H3(text) : new H4(text);
            case Paper.Words(String text) -> words(text);
            case Paper.Aside(String text) -> {
                Paragraph aside = words(text);
                aside.addClassName("quiet");
                yield aside;
            }
            case Paper.Points points -> {
                UnorderedList list = new UnorderedList();
                points.texts().forEach(text -> list.add(new ListItem(text)));
                yield list;
            }
        };
    }

    private static Paragraph words(String text) {
        Paragraph words = new Paragraph(text);
        words.addClassName("paper-words");
        return words;
    }
}
