package org.tessera.artifact.ui;

import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;
import org.tessera.artifact.Content;

/** Words on the board that no phrase goes back to: they stay visible. */
final class UnusedPart extends Part {

    private static final long serialVersionUID = 1L;

    UnusedPart(List<Content.Note> notes, Optional<String> me) {
        super("unused");
        Paragraph hint = new Paragraph(getTranslation("artifact.unused.hint"));
        hint.addClassName("quiet");
        add(hint, NotesPart.list(notes, me));
    }
}
