package org.tessera.artifact.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.tessera.artifact.Content;
import org.tessera.artifact.Phrases;

/** Statements. A phrase whose origin is known is a button that shows the drafts and words behind it. */
final class StatementPart extends Part {

    private static final long serialVersionUID = 1L;

    private final transient Origins origins;
    private final transient Optional<String> me;

    StatementPart(Content content, Origins origins, Optional<String> me) {
        super("statement");
        this.origins = origins;
        this.me = me;
        content.statements().forEach(statement -> add(statement(statement, content.lineage())));
        if (!content.drafts().isEmpty()) {
            Div drafts = new Div();
            content.drafts().forEach(draft -> drafts.add(draft(draft)));
            add(new NativeDetails(
                    getTranslation("artifact.drafts", content.drafts().size()), drafts));
        }
    }

    private Component statement(Content.Statement statement, List<Content.Lineage> lineage) {
        Div block = new Div();
        block.addClassName("artifact-statement-block");
        String title = title(statement);
        if (!title.isBlank()) {
            block.add(new H3(title));
        }
        Paragraph text = new Paragraph();
        text.addClassName("statement-text");
        Div behind = new Div();
        behind.addClassName("statement-behind");
        behind.getElement().setAttribute("aria-live", "polite");
        PhraseChoice choice = new PhraseChoice(source -> showBehind(behind, source));
        List<Phrases.Piece> pieces = Phrases.of(statement.text(), lineage);
        pieces.forEach(piece -> piece.source()
                .ifPresentOrElse(source -> text.add(choice.button(source)), () -> text.add(new Span(piece.text()))));
        if (pieces.stream().anyMatch(piece -> piece.source().isPresent())) {
            Paragraph hint = new Paragraph(getTranslation("artifact.lineage.hint"));
            hint.addClassName("quiet");
            block.add(text, hint, behind);
        } else {
            block.add(text);
        }
        return block;
    }

    private void showBehind(Div behind, Optional<Content.Lineage> source) {
        behind.removeAll();
        source.ifPresent(lineage -> {
            List<Content.Statement> drafts = some(lineage.drafts())
                    .flatMap(id -> origins.statement(id).stream())
                    .toList();
            List<Content.Note> notes = some(lineage.notes())
                    .flatMap(id -> origins.note(id).stream())
                    .toList();
            behind.add(new H3(getTranslation("artifact.behind", lineage.phrase())));
            drafts.forEach(draft -> behind.add(draft(draft)));
            if (!notes.isEmpty()) {
                Span heading = new Span(getTranslation("artifact.behind.notes"));
                heading.addClassName("draft-title");
                behind.add(heading, NotesPart.list(notes, me));
            }
            if (drafts.isEmpty() && notes.isEmpty()) {
                behind.add(new Paragraph(getTranslation("artifact.behind.none")));
            }
        });
    }

    private Component draft(Content.Statement draft) {
        String title = title(draft);
        Span from = new Span(title.isBlank() ? getTranslation("artifact.behind.draft") : title);
        from.addClassName("draft-title");
        Paragraph words = new Paragraph(draft.text());
        words.addClassName("draft-text");
        return new Div(from, words);
    }

    /** Rooms number the drafts of pairs; a number alone is no title. */
    private String title(Content.Statement statement) {
        String title = Objects.requireNonNullElse(statement.title(), "");
        return title.chars().allMatch(Character::isDigit) && !title.isEmpty()
                ? getTranslation("artifact.draft", title)
                : title;
    }

    private static Stream<String> some(@org.jspecify.annotations.Nullable List<String> ids) {
        return ids == null ? Stream.empty() : ids.stream();
    }
}
