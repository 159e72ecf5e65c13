package org.tessera.artifact.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.tessera.artifact.Content;

/** A note in a list: its words, and below them its kind and the page it points at. */
final class NoteLine extends ListItem {

    private static final long serialVersionUID = 1L;

    /** @param me how the content names the person who reads */
    NoteLine(Content.Note note, Optional<String> me) {
        addClassName("artifact-note");
        Span text = new Span(note.text());
        text.addClassName("note-text");
        add(text);
        Div facts = new Div();
        facts.addClassName("note-facts");
        if (me.isPresent() && me.equals(Optional.ofNullable(note.by()))) {
            facts.add(fact(getTranslation("artifact.mine"), "note-mine"));
        }
        if (!note.kind().equals("note")) {
            facts.add(fact(getTranslation("artifact.kind." + note.kind()), "note-kind"));
        }
        Optional.ofNullable(note.anchor())
                .ifPresent(anchor -> facts.add(fact(getTranslation("artifact.page", anchor.page()), "note-page")));
        if (note.late()) {
            facts.add(fact(getTranslation("artifact.late"), "note-late"));
        }
        if (facts.getComponentCount() > 0) {
            add(facts);
        }
    }

    private static Span fact(String text, String className) {
        Span fact = new Span(text);
        fact.addClassName(className);
        return fact;
    }
}
