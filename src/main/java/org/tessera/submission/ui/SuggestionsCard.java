package org.tessera.submission.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tessera.credential.Rule;
import org.tessera.submission.Suggestion;

/** What a person's meetings left behind that could serve a row. Nothing is linked before the person says so. */
final class SuggestionsCard extends Section {

    private static final long serialVersionUID = 1L;

    /** More at a time would be a heap, not a help; the rest comes up as these are dealt with. */
    private static final int SHOWN = 4;

    private final transient Chosen chosen;

    /** What a person does with a suggestion. */
    interface Chosen {

        void link(Suggestion suggestion);

        void dismiss(Suggestion suggestion);
    }

    SuggestionsCard(Chosen chosen) {
        this.chosen = chosen;
        addClassNames("card", "suggestions");
        setVisible(false);
    }

    /** Shows the first of them; none at all when there is none. */
    void show(List<Suggestion> suggestions) {
        removeAll();
        setVisible(!suggestions.isEmpty());
        if (suggestions.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        suggestions.stream().limit(SHOWN).map(this::line).forEach(list::add);
        add(new H2(getTranslation("submission.suggest.title")), quiet("submission.suggest.lead"), list);
        if (suggestions.size() > SHOWN) {
            add(quiet("submission.suggest.more", suggestions.size() - SHOWN));
        }
    }

    private ListItem line(Suggestion suggestion) {
        String name = ArtifactLine.name(suggestion.artifact(), getLocale());
        Paragraph words = new Paragraph(getTranslation(
                "submission.suggest.line",
                ArtifactLine.about(suggestion.artifact(), getLocale()),
                name,
                needOf(suggestion)));
        Paragraph basis =
                quiet("submission.suggest.basis." + suggestion.basis().name().toLowerCase(Locale.ROOT));
        Button link = new Button(getTranslation("submission.suggest.link"), click -> chosen.link(suggestion));
        link.setAriaLabel(getTranslation("submission.suggest.link") + ": " + name);
        Button dismiss = new Button(getTranslation("submission.suggest.dismiss"), click -> chosen.dismiss(suggestion));
        dismiss.addThemeVariants(ButtonVariant.TERTIARY);
        dismiss.setAriaLabel(getTranslation("submission.suggest.dismiss") + ": " + name);
        Div actions = new Div(link, dismiss);
        actions.addClassName("suggestion-actions");
        return new ListItem(words, basis, actions);
    }

    private String needOf(Suggestion suggestion) {
        Optional<String> item = suggestion.criterion().rule().stream()
                .filter(Rule.Items.class::isInstance)
                .map(Rule.Items.class::cast)
                .flatMap(items -> suggestion.item().flatMap(items::item).stream())
                .map(one -> one.name().in(getLocale()))
                .findFirst();
        return item.orElseGet(() -> suggestion.criterion().wording().in(getLocale()));
    }

    private Paragraph quiet(String key, Object... parameters) {
        Paragraph line = new Paragraph(getTranslation(key, parameters));
        line.addClassName("quiet");
        return line;
    }
}
