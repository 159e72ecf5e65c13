package org.tessera.artifact.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tessera.artifact.Content;

/** Drafts and notes that a statement may go back to: its own, and those of the room's other artifacts. */
final class Origins {

    private final Map<String, Content.Note> notes = new HashMap<>();
    private final Map<String, Content.Statement> statements = new HashMap<>();

    /** Looks in {@code own} first and then in {@code beside}, in order. */
    Origins(Content own, List<Content> beside) {
        add(own);
        beside.forEach(this::add);
    }

    Optional<Content.Note> note(String id) {
        return Optional.ofNullable(notes.get(id));
    }

    Optional<Content.Statement> statement(String id) {
        return Optional.ofNullable(statements.get(id));
    }

    private void add(Content content) {
        content.notes().forEach(note -> notes.putIfAbsent(note.id(), note));
        content.statements().forEach(statement -> statements.putIfAbsent(statement.id(), statement));
        content.drafts().forEach(draft -> statements.putIfAbsent(draft.id(), draft));
    }
}
