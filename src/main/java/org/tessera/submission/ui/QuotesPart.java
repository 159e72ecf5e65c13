package org.tessera.submission.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tessera.artifact.Artifact;
import org.tessera.artifact.ui.When;
import org.tessera.submission.Quotable;
import org.tessera.writing.Source;
import org.tessera.writing.SourceDraft;
import org.tessera.writing.ui.WritingField;

/** What one wrote oneself in the meetings, and what the group wrote together: a click quotes it with its source. */
final class QuotesPart extends Section {

    private static final long serialVersionUID = 1L;

    private final transient SourcesPart sources;
    private final transient WritingField field;

    QuotesPart(List<Quotable.Piece> pieces, SourcesPart sources, WritingField field) {
        this.sources = sources;
        this.field = field;
        Map<Artifact, List<Quotable.Piece>> byArtifact = new LinkedHashMap<>();
        pieces.forEach(piece -> byArtifact
                .computeIfAbsent(piece.artifact(), _ -> new ArrayList<>())
                .add(piece));
        Div body = new Div();
        body.add(new Paragraph(getTranslation(pieces.isEmpty() ? "handin.quotes.none" : "handin.quotes.lead")));
        byArtifact.forEach((artifact, here) -> {
            UnorderedList list = new UnorderedList();
            list.addClassName("handin-list");
            here.forEach(piece -> list.add(item(piece)));
            body.add(new NativeDetails(ArtifactLine.full(artifact, getLocale()), list));
        });
        add(new NativeDetails(getTranslation("handin.quotes"), body));
    }

    private ListItem item(Quotable.Piece piece) {
        Span whose =
                new Span(getTranslation("handin.quotes." + piece.whose().name().toLowerCase(Locale.ROOT)));
        whose.addClassName("quiet");
        Paragraph words = new Paragraph(piece.text());
        words.addClassName("handin-text");
        Button quote = new Button(getTranslation("handin.quote"), _ -> quote(piece));
        quote.addThemeVariants(ButtonVariant.TERTIARY);
        quote.setAriaLabel(getTranslation("handin.quote.aria", piece.text()));
        return new ListItem(whose, words, quote);
    }

    private void quote(Quotable.Piece piece) {
        Artifact artifact = piece.artifact();
        String day = When.day(artifact.at(), getLocale());
        sources.cite(
                new SourceDraft(
                        Source.Kind.RECORD,
                        getTranslation("handin.quotes.author"),
                        String.valueOf(
                                artifact.at().atZone(java.time.ZoneOffset.UTC).getYear()),
                        artifact.name().in(getLocale()) + ", " + day,
                        "",
                        ""),
                "",
                citation -> field.insert(org.tessera.writing.Quotation.block(piece.text(), citation), true));
    }
}
