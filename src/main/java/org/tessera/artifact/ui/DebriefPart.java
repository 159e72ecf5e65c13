package org.tessera.artifact.ui;

import com.vaadin.flow.component.html.H3;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tessera.artifact.Content;

/** What people said about the meeting itself: what helped, and what to change. */
final class DebriefPart extends Part {

    private static final long serialVersionUID = 1L;
    private static final List<String> KINDS = List.of("helped", "change");

    DebriefPart(List<Content.Note> notes, Optional<String> me) {
        super("debrief");
        for (String kind : KINDS) {
            List<Content.Note> own =
                    notes.stream().filter(note -> note.kind().equals(kind)).toList();
            if (!own.isEmpty()) {
                add(new H3(getTranslation("artifact.kind." + kind)), NotesPart.list(own, me));
            }
        }
    }

    static boolean isDebrief(Content.Note note) {
        return Set.copyOf(KINDS).contains(note.kind());
    }
}
