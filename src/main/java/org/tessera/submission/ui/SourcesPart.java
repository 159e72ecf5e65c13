package org.tessera.submission.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Emphasis;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.function.SerializableConsumer;
import org.tessera.account.SignedIn;
import org.tessera.writing.Bibliography;
import org.tessera.writing.Quotation;
import org.tessera.writing.Reference;
import org.tessera.writing.Source;
import org.tessera.writing.SourceAnswer;
import org.tessera.writing.SourceDraft;
import org.tessera.writing.Sources;
import org.tessera.writing.ui.WritingField;

/** One's own list of sources in APA style, and quoting from them. */
final class SourcesPart extends Section {

    private static final long serialVersionUID = 1L;

    private final transient Sources sources;
    private final transient SignedIn me;
    private final transient WritingField field;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph none = new Paragraph();

    SourcesPart(Sources sources, SignedIn me, WritingField field) {
        this.sources = sources;
        this.me = me;
        this.field = field;
        list.addClassName("handin-list");
        none.setText(getTranslation("handin.sources.none"));
        Button add = new Button(getTranslation("handin.sources.add"), _ -> new SourceDialog(this::added).open());
        add(new H2(getTranslation("handin.sources")), none, list, add);
        show();
    }

    /** Makes sure that a source is listed, and tells how it is cited. */
    void cite(SourceDraft draft, String place, SerializableConsumer<String> then) {
        switch (sources.add(me.id(), draft)) {
            case SourceAnswer.Listed(var source) -> {
                show();
                then.accept(bibliography().inText(source, place));
            }
            case SourceAnswer.Refused(var why) -> Notification.show(getTranslation("writing.refusal." + why));
            case SourceAnswer.Removed _ -> show();
        }
    }

    private SourceAnswer added(SourceDraft draft) {
        SourceAnswer answer = sources.add(me.id(), draft);
        show();
        return answer;
    }

    private void show() {
        list.removeAll();
        Bibliography all = bibliography();
        none.setVisible(all.sources().isEmpty());
        all.sources().forEach(source -> list.add(item(all, source)));
    }

    private Bibliography bibliography() {
        return new Bibliography(sources.of(me.id()), getLocale());
    }

    private ListItem item(Bibliography all, Source source) {
        Reference reference = all.reference(source);
        Div entry =
                new Div(new Span(reference.before()), new Emphasis(reference.italic()), new Span(reference.after()));
        entry.addClassName("reference");
        Button quote = new Button(
                getTranslation("handin.quote"),
                _ -> new QuoteDialog((words, page) -> quote(source, words, page)).open());
        quote.setAriaLabel(getTranslation("handin.quote.aria", reference.text()));
        quote.addThemeVariants(ButtonVariant.TERTIARY);
        Button remove = new Button(getTranslation("handin.sources.remove"), _ -> {
            sources.remove(me.id(), source.id());
            show();
        });
        remove.setAriaLabel(getTranslation("handin.sources.remove.aria", reference.text()));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        return new ListItem(entry, quote, remove);
    }

    private void quote(Source source, String words, String page) {
        String citation = bibliography().inText(source, page);
        if (words.isBlank()) {
            field.insert(citation, false);
        } else {
            field.insert(Quotation.block(words, citation), true);
        }
    }
}
