package org.tessera.artifact.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tessera.artifact.Content;

/** Decides which parts an artifact's page has: those for which its content has something. */
final class Rendering {

    private final Content content;
    private final Origins origins;
    private final Optional<String> me;

    /** @param me how the content names the person who reads */
    Rendering(Content content, Origins origins, Optional<String> me) {
        this.content = content;
        this.origins = origins;
        this.me = me;
    }

    List<Component> parts() {
        List<Component> parts = new ArrayList<>();
        if (!content.goals().isEmpty()) {
            parts.add(new GoalsPart(content));
        }
        if (!content.checks().isEmpty()) {
            parts.add(new ChecksPart(content, origins));
        } else if (!content.statements().isEmpty()) {
            parts.add(new StatementPart(content, origins, me));
        }
        if (!content.unused().isEmpty()) {
            parts.add(new UnusedPart(
                    content.unused().stream()
                            .flatMap(id -> origins.note(id).stream())
                            .toList(),
                    me));
        }
        if (!content.tallies().isEmpty()) {
            parts.add(new VotesPart(content, origins));
        }
        if (!content.items().isEmpty()) {
            parts.add(new ItemsPart(content));
        }
        if (content.checklist() != null) {
            parts.add(new ChecklistPart(content.checklist()));
        }
        if (content.scores() != null) {
            parts.add(new ScoresPart(content.scores(), content.agreed(), me));
        }
        if (!content.norms().isEmpty()) {
            parts.add(new NormsPart(content.norms()));
        }
        if (!content.choices().isEmpty()) {
            parts.add(new ChoicesPart(content.choices(), me));
        }
        addNotes(parts);
        if (content.normCheck() != null) {
            parts.add(new NormCheckPart(content.normCheck()));
        }
        if (content.blank() != null) {
            parts.add(new Paragraph(UI.getCurrent().getTranslation("artifact.blank", content.blank())));
        }
        if (content.cut() != null) {
            parts.add(new Paragraph(UI.getCurrent().getTranslation("artifact.cut", content.cut())));
        }
        if (parts.isEmpty()) {
            parts.add(new Paragraph(UI.getCurrent().getTranslation("artifact.empty")));
        }
        return parts;
    }

    private void addNotes(List<Component> parts) {
        List<Content.Note> debrief =
                content.notes().stream().filter(DebriefPart::isDebrief).toList();
        List<Content.Note> board = content.notes().stream()
                .filter(note -> !DebriefPart.isDebrief(note))
                .toList();
        List<Content.Note> log = QuestionsPart.logOf(board);
        if (!log.isEmpty()) {
            parts.add(new QuestionsPart(log, me));
            return;
        }
        if (!debrief.isEmpty()) {
            parts.add(new DebriefPart(debrief, me));
        }
        if (!board.isEmpty()) {
            NotesPart notes = new NotesPart(content, board, me);
            // beside a statement or a vote the board is background: there, but folded
            boolean isBackground = !content.statements().isEmpty()
                    || !content.tallies().isEmpty()
                    || !content.norms().isEmpty();
            parts.add(
                    isBackground
                            ? new NativeDetails(UI.getCurrent().getTranslation("artifact.board", board.size()), notes)
                            : notes);
        }
    }
}
